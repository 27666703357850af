// What was typed → what to look for: synonyms, abbreviations, misspellings and near misses of the vocabularies.

/** @typedef {{same: Map<string, string[]>, wrong: Map<string, string>}} Words */

const LITTLE = new Set('a an and are at can do does for from how i in is it my near of on or our the there to we what when where who with you'.split(' '));
const LONGEST = 5;

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

/** Without the small words that every page has; all of them when there are no others. */
export const withoutLittle = (text) => {
  const words = text.split(' ');
  return words.filter((word) => !LITTLE.has(word)).join(' ') || text;
};

/** A phrase as it stands, and as it is asked for: `bus and train`, `bus train`. One word that is left of it says too little. */
const asTyped = (phrase) => [phrase, withoutLittle(phrase)].filter((words, place) => !place || words.includes(' '));

/**
 * The published lists (`terms: ["Autism|autistic|asd"], wrong: ["autisim|autism"]`) as maps.
 * @returns {Words}
 */
export const readWords = ({ terms = [], wrong = [] }) => {
  const same = new Map();
  for (const line of terms) {
    const [name, ...others] = line.split('|');
    for (const phrase of new Set([plain(name), ...others].flatMap(asTyped))) same.set(phrase, [...(same.get(phrase) ?? []), name]);
  }
  return { same, wrong: new Map(wrong.map((line) => line.split('|')).flatMap(([typed, meant]) => asTyped(typed).map((phrase) => [phrase, meant]))) };
};

/** @returns {string} the text with known misspellings put right */
export const putRight = (text, { wrong }) => replacePhrases(text, (phrase) => wrong.get(phrase)).text;

/**
 * Our own words for what was typed: `respite care` → [`Short breaks`].
 * @returns {{terms: string[], texts: string[]}} the terms, and the whole text with each in its place
 */
export const ourWords = (text, { same }) => {
  const terms = [];
  const texts = [];
  const { found } = replacePhrases(text, (phrase) => same.get(phrase) ?? same.get(phrase.replace(/s$/, '')));
  for (const { phrase, value } of found) {
    for (const name of value) {
      if (plain(name) === phrase || terms.includes(name)) continue;
      terms.push(name);
      texts.push(text.replace(phrase, plain(name)));
    }
  }
  return { terms, texts };
};

const replacePhrases = (text, look) => {
  const words = text.split(' ');
  const out = [];
  const found = [];
  for (let start = 0; start < words.length; ) {
    let length = Math.min(LONGEST, words.length - start);
    let value;
    let phrase;
    for (; length > 0; length -= 1) {
      phrase = words.slice(start, start + length).join(' ');
      value = look(phrase);
      if (value !== undefined) break;
    }
    if (value === undefined) { out.push(words[start]); start += 1; continue; }
    found.push({ phrase, value });
    out.push(value);
    start += length;
  }
  return { text: out.join(' '), found };
};

/**
 * The text with each word that nobody knows changed to the nearest one that somebody does.
 * @param {Iterable<string>} known
 * @returns {string} the same text when nothing is near
 */
export const nearest = (text, known) => {
  const all = new Set(known);
  return text.split(' ').map((word) => (word.length < 4 || all.has(word) ? word : closest(word, all) ?? word)).join(' ');
};

const closest = (word, all) => {
  const most = word.length < 6 ? 1 : 2;
  let best = null;
  let least = most + 1;
  for (const other of all) {
    if (Math.abs(other.length - word.length) > most) continue;
    const far = distance(word, other, least) + (other[0] === word[0] ? 0 : 0.5);
    if (far < least) [best, least] = [other, far];
  }
  return best;
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
