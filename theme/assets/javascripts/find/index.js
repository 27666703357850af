// The index, in small parts: each is fetched once, when a question first needs it. Nothing typed leaves this browser.

const FOLDER = new URL('../../../find/index/', import.meta.url);
const PARTS = 128;
const files = new Map();

const fetchJson = (name) => fetch(new URL(`${name}.json`, FOLDER), { cache: 'no-cache' }).then((answer) => {
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
});

/** @returns {Promise<Object>} one file of the index; it is asked for again where it could not be had */
export const file = (name) => {
  if (!files.has(name)) files.set(name, fetchJson(name).catch((fault) => { files.delete(name); throw fault; }));
  return files.get(name);
};

/** The part for all words with the same two letters at their start, as localoffer/outputs/search/parts.py has it. */
const partOf = (word) => [...word].slice(0, 2).reduce((number, letter) => (number * 31 + letter.codePointAt(0)) % PARTS, 0);

/** @returns {Promise<Object>} the part of the index that has this word, if any has */
export const partFor = (word) => file(partOf(word));
