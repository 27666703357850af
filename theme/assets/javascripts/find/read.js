// What the files of the index say: where words stand, which documents a choice has, what a result shows.
import { file } from './index.js';

const PLACES = 8;

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

const sets = new Map();

/** @returns {Promise<Object<string, Set<number>>>} value → the documents that have it */
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
