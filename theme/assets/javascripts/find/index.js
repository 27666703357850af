// The index, in small parts: each is fetched once, when a question first needs it. Nothing typed leaves this browser.

const FOLDER = new URL('../../../find/index/', import.meta.url);
const PARTS = 128;
const PLACES = 8;
const files = new Map();

const fetchJson = (name) => fetch(new URL(`${name}.json`, FOLDER)).then((answer) => {
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
});
let get = fetchJson;

/** Where files come from: the site, or a folder in tests. */
export const readFrom = (other) => { get = other; files.clear(); };

/** @returns {Promise<Object>} one file of the index; it is asked for again where it could not be had */
export const file = (name) => {
  if (!files.has(name)) files.set(name, Promise.resolve(get(name)).catch((fault) => { files.delete(name); throw fault; }));
  return files.get(name);
};

/** The part for all words with the same two letters at their start, as localoffer/outputs/search/parts.py has it. */
export const partOf = (word) => [...word].slice(0, 2).reduce((number, letter) => (number * 31 + letter.codePointAt(0)) % PARTS, 0);

/** @returns {Promise<Object>} the part of the index that has this word, if any has */
export const partFor = (word) => file(partOf(word));

/** @returns {Map<number, number>} document → where the word stands in it */
export const unpack = (postings) => {
  const found = new Map();
  let last = 0;
  for (const each of postings) {
    last += Math.floor(each / PLACES);
    found.set(last, each % PLACES);
  }
  return found;
};

/** @returns {Promise<Object<string, Set<number>>>} value → the documents that have it */
const sets = new Map();
export const choicesOf = async (name) => {
  if (!sets.has(name)) {
    const packed = await file(`by-${name}`);
    sets.set(name, Object.fromEntries(Object.entries(packed).map(([value, steps]) => {
      let last = 0;
      return [value, new Set(steps.map((step) => (last += step)))];
    })));
  }
  return sets.get(name);
};

const TOGETHER = 8;

/** @returns {Promise<Object>} what a result shows of a document */
export const shownOf = async (number) => (await file(`shown-${Math.floor(number / TOGETHER)}`))[number % TOGETHER];
