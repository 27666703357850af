// What a word is to search: whether it says anything, what it shares with its other forms, and what is nearly the same.
import { TINY, plain } from './words.js';

/** Words that say nothing about what is looked for, unless a phrase has them. */
const LITTLE = new Set('able about again another any anybody anyone anywhere around because best boy cannot cant child children childrens childs cos couldnt coz daughter daughters didnt doesnt dont everything few find get gets getting girl give gives go goes going gonna got gotta grandson happen happens hasnt hate hates havent help helps here herself hes himself if info information isnt just keep keeps kid kids know lets like local long look looking lot love loves made make makes mine much myself near nearby need needed needs new next no now old one only other out person please pls plz really said say saying says shes should some someone something somewhere son sons still take takes taking tell than themselves theres theyre thing things think thinks thought told too took up use very want wants weve what whats when where wheres which while who whose why wont wot wouldnt yet yourself'.split(' '));

export const isLittle = (word) => LITTLE.has(word) || TINY.has(word);

const ENDINGS = /(?:ments?|ations?|ings?|edly|ed|ers?|als?|ly|ies|ys|es|is|s|e|y)$/;

/** What forms of one word share: `swimming`, `swims` and `swimmer` are `swim`. */
export const stem = (word) => {
  if (word.length < 4 || /\d/.test(word)) return word;
  const short = word.replace(ENDINGS, '');
  return short.length < 3 || !/[aeiouy]/.test(short) ? word.replace(/s$/, '') : short.replace(/([bdgklmnprtz])\1$/, '$1').replace(/i$/, '');
};

/** How many letters to change, add, take out or swap; `limit` when that many or more. */
export const distance = (one, other, limit = Infinity) => {
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + change);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) >= limit) return limit;
    [before, row] = [row, next];
  }
  return row[other.length];
};

/** Each word of a text without its ending: `swim club` for `swimming clubs`. */
export const stems = (text) => text.split(' ').map(stem).join(' ');

/**
 * A single word of danger counts as it is (`police` is not `policy`), several also in other forms (`self harms`).
 * @param {Object<string, string[]>} words folded words of danger → ids of whom to call @returns {Set<string>}
 */
export const isUrgent = (typed, words) => {
  const text = plain(typed), exact = ` ${text} `, loose = ` ${stems(text)} `;
  const isSaid = (word) => exact.includes(` ${word} `) || (word.includes(' ') && loose.includes(` ${stems(word)} `));
  return new Set(Object.entries(words).filter(([word]) => isSaid(word)).flatMap(([, ids]) => ids));
};
