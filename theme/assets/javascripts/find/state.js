// What is asked for, as it stands in the address: /find/?q=&topic=&need=&stage=&area=&near=&sort=

/** Filters of which one value is enough, and those of which every value counts. */
export const ANY = ['stage', 'topic', 'need', 'area', 'cost', 'route', 'delivery'];
export const ALL = ['know', 'feature'];
export const FILTERS = [...ANY, ...ALL];
const TEXTS = ['q', 'near', 'sort', 'exact'];

/** @typedef {{q: string, near: string, sort: string, exact: string, filters: Object<string, string[]>}} Asked */

/** @param {URLSearchParams} given @returns {Asked} */
export const readAsked = (given) => {
  const asked = { filters: {} };
  for (const name of TEXTS) asked[name] = (given.get(name) ?? '').trim();
  for (const name of FILTERS) asked.filters[name] = [...new Set(given.getAll(name).filter((value) => /^[a-z0-9-]+$/.test(value)))];
  return asked;
};

/** @returns {string} `?q=swim&stage=5-to-10`, or nothing */
export const addressOf = (asked) => {
  const given = new URLSearchParams();
  for (const name of TEXTS) if (asked[name]) given.set(name, asked[name]);
  for (const [name, values] of Object.entries(asked.filters)) for (const value of values) given.append(name, value);
  return `${given}` ? `?${given}` : '';
};

/** The same question without one of its parts. */
export const without = (asked, name, value) => ({
  ...asked,
  ...(TEXTS.includes(name) ? { [name]: '' } : {}),
  filters: Object.fromEntries(Object.entries(asked.filters).map(([key, values]) => [key, key === name ? values.filter((other) => other !== value) : values])),
});

export const isEmpty = (asked) => !asked.q && !asked.near && Object.values(asked.filters).every((values) => !values.length);
