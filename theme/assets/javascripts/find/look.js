// A question → the pages that answer it, in order.
import { findHaving, findLastChecked, findText } from './engine.js';
import { milesWords, miles, placeOf } from './places.js';
import { ALL, ANY } from './state.js';
import { nearest, ourWords, plain, putRight, readWords, withoutLittle } from './words.js';

/** @typedef {{found: import('./engine.js').Found[], sure: number, all: Map, meant: string, also: string[], some: boolean, place: Object|null, far: Map<string, string>}} Answer */

/** With so many pages that have the very words, other words for the same are not looked for. */
const ENOUGH = 20;
/** With so few that have all the words, those with some of them follow. */
const FEW = 5;

const files = new Map();

/** One of our own small files, fetched once. */
export const fetchFile = (name) => {
  if (!files.has(name)) files.set(name, fetch(new URL(`../../../find/${name}.json`, import.meta.url)).then((answer) => answer.json()).catch(() => ({})));
  return files.get(name);
};

/** Everything a question needs, fetched side by side. */
export const startFiles = (asked) => {
  if (asked.q && !asked.exact) fetchFile('words');
  if (asked.near) fetchFile('places');
};

/** @param {import('./state.js').Asked} asked @returns {Promise<Answer>} */
export const look = async (asked) => {
  startFiles(asked);
  const place = asked.near ? placeOf(asked.near, await fetchFile('places')) : null;
  const text = asked.q ? await lookForText(asked) : { ...AS_TYPED, all: await findHaving('kind', 'service') };
  const sure = await keepFiltered(text.all, asked.filters);
  const perhaps = await keepPerhaps(text.all, asked.filters, new Set(sure.map(({ id }) => id)));
  const far = place ? await distances(place.point) : new Map();
  const order = asked.sort || (place ? 'near' : 'best');
  return { ...text, place, sure: sure.length, far: new Map([...far].map(([id, distance]) => [id, milesWords(distance)])), found: [...(await inOrder(sure, order, far)), ...(await inOrder(perhaps, order, far))] };
};

const AS_TYPED = { meant: '', also: [], some: false };

const lookForText = async ({ q, exact }) => {
  const typed = withoutLittle(plain(q));
  if (!typed) return { ...AS_TYPED, all: new Map() };  // signs only: no page has them
  if (exact) return { ...AS_TYPED, all: byId(await findText(typed)) };
  const words = readWords(await fetchFile('words'));
  let meant = putRight(typed, words);
  let all = byId(await findText(meant));
  if (!all.size) {
    const guess = nearest(meant, await everyWord(words));
    const found = guess === meant ? new Map() : byId(await findText(guess));
    if (found.size) [meant, all] = [guess, found];
  }
  all.values().next().value?.data().catch(() => {});  // the likely first result travels while other words are looked for
  const { terms, texts } = all.size < ENOUGH ? ourWords(meant, words) : { terms: [], texts: [] };
  for (const others of await Promise.all(texts.map(findText))) {
    for (const found of others) if (!all.has(found.id)) all.set(found.id, found);
  }
  const few = all.size < FEW && meant.includes(' ') ? await findSome(meant) : new Map();
  const some = !all.size && few.size > 0;
  for (const [id, found] of few) if (!all.has(id)) all.set(id, found);
  return { all, meant: meant === typed ? '' : meant, also: terms, some };
};

const byId = (results) => new Map(results.map((found) => [found.id, found]));

const everyWord = async ({ same }) => {
  const names = await fetchFile('names');
  return [...[...same.keys()].flatMap((phrase) => phrase.split(' ')), ...(Array.isArray(names) ? names : [])].filter((word) => word.length > 3);
};

/** Pages with some of the words, those with the rarest and the most of them first; the faint ones left out. */
const findSome = async (text) => {
  const total = new Map();
  for (const results of await Promise.all(text.split(' ').map(findText))) {
    for (const found of results) total.set(found.id, { found, score: (total.get(found.id)?.score ?? 0) + found.score });
  }
  const sorted = [...total.values()].sort((a, b) => b.score - a.score);
  return new Map(sorted.filter(({ score }) => score > sorted[0].score / 4).map(({ found }) => [found.id, found]));
};

/** The values that answer to a choice: a service for all needs answers to each. */
export const valuesFor = (name, value) => {
  if (name === 'need') return [value, 'all'];
  if (name === 'area' && value !== 'national' && value !== 'outside-the-area') return [value, 'whole-area'];
  return [value];
};

/** Ids of the pages that answer to one choice. */
export const answersTo = async (name, value) => {
  const sets = await Promise.all(valuesFor(name, value).map((each) => findHaving(name, each)));
  return sets.length === 1 ? sets[0] : new Map(sets.flatMap((set) => [...set]));
};

/** Those of `all` that the filters leave; `but` names a filter not to count. */
export const keepFiltered = async (all, filters, but = '') => {
  const tests = [];
  for (const [name, values] of Object.entries(filters)) {
    if (!values.length || name === but) continue;
    const sets = await Promise.all(values.map((value) => answersTo(name, value)));
    if (ANY.includes(name)) tests.push((id) => sets.some((set) => set.has(id)));
    if (ALL.includes(name)) tests.push((id) => sets.every((set) => set.has(id)));
  }
  return [...all.values()].filter(({ id }) => tests.every((test) => test(id)));
};

/** Those that may fit as well: of what was asked, nobody knows some yet. They come after the others. */
const keepPerhaps = async (all, filters, sure) => {
  const tests = [];
  for (const [name, values] of Object.entries(filters)) {
    if (!values.length) continue;
    const sets = await Promise.all(values.map((value) => answersTo(name, value)));
    const unknown = ANY.includes(name) ? await findHaving(name, 'not-known') : new Map();
    tests.push((id) => unknown.has(id) || (ANY.includes(name) ? sets.some((set) => set.has(id)) : sets.every((set) => set.has(id))));
  }
  return tests.length ? [...all.values()].filter(({ id }) => !sure.has(id) && tests.every((test) => test(id))) : [];
};

/** Miles to each page that says its postcode sector: to the nearest of its places. */
const distances = async (point) => {
  const sectors = Object.entries(await fetchFile('places')).map(([name, where]) => [name, miles(point, where)]);
  const far = new Map();
  for (const [name, distance] of sectors.sort((a, b) => a[1] - b[1])) {
    for (const id of (await findHaving('sector', name)).keys()) if (!far.has(id)) far.set(id, distance);
  }
  return far;
};

const inOrder = async (found, sort, far) => {
  if (sort === 'near' && far.size) return found.map((each, place) => [far.get(each.id) ?? Infinity, place, each]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , each]) => each);
  if (sort !== 'checked') return found;
  const rank = new Map([...(await findLastChecked()).keys()].map((id, place) => [id, place]));
  return [...found].sort((a, b) => (rank.get(a.id) ?? Infinity) - (rank.get(b.id) ?? Infinity));
};
