// What was typed, as the index has it: small letters, no marks, no little words.

/** Words that no phrase needs: localoffer/outputs/search/words.py has the same. */
export const TINY = new Set('a am an and are as at be been being but by can could did do does for from had has have he her him his how i id im in is it its ive me my of on or our she so that the their them then there these they this those to us was we were will with would you your'.split(' '));
const APOSTROPHES = /['‘’‛ʹʻʼˈ\u0060´′＇]/g;
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
