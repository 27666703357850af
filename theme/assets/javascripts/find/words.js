// What was typed, as the index has it: small letters, no marks, no little words; and what is nearly the same word.

/** Words that no phrase needs: localoffer/outputs/search/little.py has the same. */
const TINY = new Set('a am an and are as at be been being but by can could did do does for from had has have he her him his how i id im in is it its ive me my of on or our she so that the their them then there these they this those to us was we were will with would you your'.split(' '));
/** Words that say nothing about what is looked for, unless a phrase has them. */
const LITTLE = new Set('about another any anyone around best boy child childs children childrens daughter daughters find get gets getting girl give gives got grandson help helps here info information just keep keeps kid kids know like local look looking lot made make makes me mine much near nearby need needed needs new now old one only other out person please really should some someone something son sons still tell thing things too up use very want wants what when where which while who whose why yet'.split(' '));

const APOSTROPHES = /['‘’‛ʹʻʼˈ`´′＇]/g;
const SAME = { æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ł: 'l', ŋ: 'n', ŧ: 't', þ: 'th', ı: 'i', ĸ: 'k', ə: 'e', ɛ: 'e', ɔ: 'o', ɓ: 'b', ɗ: 'd', ƙ: 'k', ƴ: 'y', ς: 'σ', ß: 'ss', ی: 'ي', ى: 'ي', ک: 'ك', ہ: 'ه', ة: 'ه', ـ: '' };
for (const digits of ['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹']) [...digits].forEach((digit, place) => (SAME[digit] = `${place}`));
const SAME_LETTERS = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g');

/** Letters taken apart, without hidden signs; without marks but where marks are letters (from Hindi on). */
const bare = (text) => text.normalize('NFKD').replace(/\p{Cf}/gu, '').replace(/(^|[^\p{L}\p{N}\p{M}]|(?!\p{M})[\0-\u06ff])\p{M}+/gu, '$1');

/**
 * Small letters without marks, hidden signs and apostrophes, one space between words; `A and E` is `a&e`. Just as
 * localoffer/letters.py folds names: tests/letters.json holds both to it.
 */
export const plain = (text) =>
  bare(bare(text.replace(APOSTROPHES, '')).toUpperCase().toLowerCase())
    .replace(SAME_LETTERS, (letter) => SAME[letter]).replace(APOSTROPHES, '').replace(/&/g, ' and ').replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1').normalize('NFC')
    .replace(/[\u3040-\u30ff\u3400-\u9fff\u{20000}-\u{3ffff}]/gu, ' $& ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()
    .replace(/(^| )([a-z]) and (?=[a-z]( |$))/g, '$1$2&');

/** @returns {string[]} the words of a text without those that no phrase needs; all of them where there are no others */
export const wordsOf = (text) => {
  const words = text.split(' ').filter(Boolean);
  const rest = words.filter((word) => !TINY.has(word));
  return rest.length ? rest : words;
};

export const isLittle = (word) => LITTLE.has(word) || TINY.has(word);

const ENDINGS = /(?:ments?|ations?|ings?|edly|ed|ers?|als?|ly|ies|es|is|s|e|y)$/;

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

/** @param {Object<string, string[]>} words folded words of danger → ids of whom to call @returns {Set<string>} */
export const isUrgent = (typed, words) => {
  const text = ` ${plain(typed)} `;
  return new Set(Object.entries(words).filter(([word]) => text.includes(` ${word} `)).flatMap(([, ids]) => ids));
};
