// What is asked for, as it stands in the address: /find/?q=&age=&day=&topic=&need=&near=&sort=

/** Choices of which one value is enough, and those of which every value counts. */
export const ANY = ['age', 'stage', 'day', 'time', 'topic', 'need', 'area', 'cost', 'route', 'delivery'];
export const ALL = ['know', 'feature'];
export const FILTERS = [...ANY, ...ALL];
const TEXTS = ['q', 'near', 'sort', 'exact'];

/**
 * `no`: choices that a question means by its words and a reader has taken out, as `day:SA`.
 * @typedef {{q: string, near: string, sort: string, exact: string, no: string[], filters: Object<string, string[]>}} Asked
 */

/** @param {URLSearchParams} given @returns {Asked} */
export const readAsked = (given) => {
  const asked = { filters: {} };
  for (const name of TEXTS) asked[name] = (given.get(name) ?? '').trim();
  for (const name of FILTERS) asked.filters[name] = [...new Set(given.getAll(name).map((value) => value.trim()).filter((value) => /^[A-Za-z0-9-]+$/.test(value)))];
  asked.no = [...new Set(given.getAll('no').filter((value) => /^[a-z]+:[\w -]+$/.test(value)))];
  return asked;
};

/** @returns {string} `?q=swim&age=9`, or nothing */
export const addressOf = (asked) => {
  const given = new URLSearchParams();
  for (const name of TEXTS) if (asked[name]) given.set(name, asked[name]);
  for (const [name, values] of Object.entries(asked.filters)) for (const value of values) given.append(name, value);
  if (asked.q) for (const value of asked.no) given.append('no', value);
  return `${given}` ? `?${given}` : '';
};

/** The same question without one choice, be it ticked or in the words. */
export const without = (asked, { name, value, words }) => ({
  ...asked,
  ...(name === 'near' && asked.near ? { near: '' } : {}),
  no: words ? [...new Set([...asked.no, `${name}:${value}`])] : asked.no,
  filters: Object.fromEntries(Object.entries(asked.filters).map(([key, values]) => [key, key === name ? values.filter((other) => other !== value) : values])),
});

export const isEmpty = (asked) => !asked.q && !asked.near && Object.values(asked.filters).every((values) => !values.length);
