// Words → the pages that answer them, best first. This is the one ranking: tests/search asks it the same in Node.
import { distance, isLittle, stem, stems } from './forms.js';
import { file, partFor } from './index.js';
import { choicesOf, unpack } from './read.js';

/** What a word counts by where it stands: in the text, the provider, the summary, a topic, another name, a name, a short name. */
const WEIGHTS = [0.5, 0.8, 2, 1.6, 4, 4.5, 6];
const SUMMARY = 2;
/** Services first; those of other places and help pages of this site a little lower; what is for staff alone below families'. */
const KINDS = { s: 1, f: 0.9, w: 0.4, g: 1, p: 0.7 };
/** Words that nearly every page here could have: they count little beside others. */
const OFTEN = new Set('disabled disability disabilities special send sen additional child young people person support service services'.split(' '));
/** Whoever types one of these may be staff, and what is for them alone counts like the rest. */
const STAFF = new Set('staff training teacher teachers professional professionals practitioner practitioners colleague colleagues workers cpd'.split(' '));
/** Words that have become choices count this much, on pages that the other words find. */
const SAID_TOO = 0.6;
const LONGEST = 6;
/** So much of what was asked for must be on a page, counted by how rare its words are. */
const ENOUGH = 0.34;
/** A page that scores less than this part of the best is not about the same. */
const FAINT = 0.2;
/** A word that is no page's name or topic counts so much beside a phrase that means something. */
const BESIDE = 0.5;
/** A word that no page has makes a floor. */
const UNKNOWN = 0.7;
/** A word that stands in texts alone weighs at most so much of the heaviest that does not. */
const RARE = 0.5;
/** What is meant by a phrase counts so much where other pages say the phrase itself. */
const MEANT_ONLY = 0.5;

/** @typedef {{put: Array, weight: number, found: Map<number, number>}} Unit `put`: words as typed, and what was looked for instead */
/** @typedef {{order: number[], score: Map<number, number>, put: Map<string, string>}} Ranked */

/** Phrases that mean something, longest first; each word belongs to one. @returns {Array<{words: string[], phrase: Object|null}>} */
export const readPhrases = async (words) => {
  const parts = await Promise.all(words.map(partFor));
  const found = [];
  for (let start = 0; start < words.length;) {
    let length = Math.min(LONGEST, words.length - start), phrase = null;
    for (; length > 0; length -= 1) {
      phrase = phraseOf(parts[start], words.slice(start, start + length).join(' '));
      if (phrase) break;
    }
    length = Math.max(length, 1);
    found.push({ words: words.slice(start, start + length), phrase });
    start += length;
  }
  return found;
};

const own = (object, name) => (object && Object.hasOwn(object, name) ? object[name] : undefined);

const stemmed = new WeakMap();

/** The phrases of a part by what other forms of their words share: `wets bed` is `wetting bed`. */
const byStems = (phrases) => {
  if (!stemmed.has(phrases)) stemmed.set(phrases, new Map(Object.keys(phrases).map((text) => [stems(text), text])));
  return stemmed.get(phrases);
};

/** Of `what is on` only `what` is left: a little word alone says nothing, and its other forms mean something else. */
const phraseOf = ({ phrases = {}, means }, text) => {
  const little = text.split(' ').filter(isLittle).length;
  if (little && !text.includes(' ')) return null;
  const phrase = own(phrases, text) ?? (little ? null : own(phrases, byStems(phrases).get(stems(text))));
  return phrase && { ...phrase, postings: phrase.means.map((number) => unpack(means[number])) };
};

/** The words with known misspellings put right. */
export const putRight = async (words) => {
  const parts = await Promise.all(words.map(partFor));
  const out = [];
  for (let start = 0; start < words.length;) {
    let length = Math.min(LONGEST, words.length - start), meant;
    for (; length > 0 && !meant; length -= 1) meant = own(parts[start].wrong, words.slice(start, start + length).join(' '));
    if (meant) length += 1;
    out.push(...(meant ? meant.split(' ') : [words[start]]));
    start += Math.max(length, 1);
  }
  return out;
};

/** One word: the forms of it that pages have, or the nearest to it. */
const lookUp = async (word, exact) => {
  const { words = {}, plain = [] } = await partFor(word);
  const root = stem(word), forms = [];
  for (const other of Object.keys(words)) {
    if (other === word) forms.push([other, 1]);
    else if (stem(other) === root) forms.push([other, 0.85]);
    else if (word.length > 4 && other.startsWith(word)) forms.push([other, 0.6]);
  }
  if (forms.some(([, quality]) => quality > 0.6) || exact) return { word, forms, words };
  const isPlain = plain.some((other) => other === word || stem(other) === root);
  const near = forms.length || isPlain ? null : nearest(word, Object.keys(words));
  if (!near) return { word, forms, words, isPlain };
  return { ...(await lookUp(near, true)), word: near };
};

const nearest = (word, others) => {
  const most = word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
  let best = null, least = most + 1;
  for (const other of others) {
    if (other.length < 4 || Math.abs(other.length - word.length) > most) continue;
    const far = distance(word, other, least);
    if (far < least) [best, least] = [other, far];
  }
  return best;
};

/** @returns {Promise<Unit>} */
const wordUnit = async (word, all, exact) => {
  const looked = await lookUp(word, exact);
  const found = new Map(), has = new Set();
  let best = 0;
  for (const [form, quality] of looked.forms) {
    for (const [number, place] of unpack(looked.words[form])) {
      if (quality > 0.6) has.add(number);
      best = Math.max(best, place);
      found.set(number, Math.max(found.get(number) ?? 0, WEIGHTS[place] * quality));
    }
  }
  const rare = found.size ? rarity(has.size || found.size, all) : UNKNOWN * Math.log(1 + all);
  const weight = OFTEN.has(word) ? rare / 3 : rare;
  return { put: looked.word === word ? [] : [[word, looked.word]], weight, found, isKnown: found.size || looked.isPlain, isWeak: best <= SUMMARY };
};

const rarity = (pages, all) => Math.log(1 + all / (1 + pages));

/** A phrase counts where it is meant, and as its words where they stand. */
const phraseUnit = async ({ words, phrase }, all) => {
  const alone = await Promise.all(words.map((word) => wordUnit(word, all, true)));
  const meant = new Map();
  for (const postings of phrase.postings) for (const [number, place] of postings) meant.set(number, Math.max(meant.get(number) ?? 0, WEIGHTS[place]));
  const weight = Math.max(rarity(meant.size, all), ...alone.map((unit) => unit.weight));
  const sum = alone.reduce((total, unit) => total + unit.weight, 0);
  const found = new Map(meant), saying = new Set();
  for (const number of new Set(alone.flatMap((unit) => [...unit.found.keys()]))) {
    const every = alone.every((unit) => unit.found.has(number));
    if (!every && !meant.has(number)) continue;
    const said = alone.reduce((total, unit) => total + (unit.found.get(number) ?? 0) * unit.weight, 0) / sum;
    found.set(number, Math.max(meant.get(number) ?? 0, said) + (meant.has(number) && said >= WEIGHTS[SUMMARY] ? said / 2 : 0));
    if (said >= WEIGHTS[SUMMARY]) saying.add(number);
  }
  if (saying.size) for (const [number, value] of meant) if (!saying.has(number)) found.set(number, value * MEANT_ONLY);
  return { put: alone.flatMap((unit) => unit.put), weight, found, meant, need: phrase.need };
};

/** Pages for every need answer to the words of a need too, though they do not say them. */
const coverEveryNeed = async (units, covered) => {
  const needs = units.filter(({ need }) => need);
  if (!needs.length) return;
  const { all = [] } = await choicesOf('need');
  for (const { weight, found } of needs) for (const number of all) if (covered.has(number) && !found.has(number)) covered.set(number, covered.get(number) + weight);
};

/** What all that is asked for weighs. A word that stands in texts alone is not what a question is about, be it ever so rare. */
const weigh = (units) => {
  const most = RARE * Math.max(...units.map(({ isWeak, weight }) => (isWeak ? 0 : weight)));
  if (most) for (const unit of units) if (unit.isWeak && unit.isKnown) unit.weight = Math.min(unit.weight, most);
  if (units.some(({ meant }) => meant)) for (const unit of units) if (unit.isWeak) unit.weight *= BESIDE;
  return units.reduce((total, unit) => total + unit.weight, 0);
};

/**
 * @param {Array<{words: string[], phrase: Object|null}>} said what readPhrases has read
 * @param {boolean} exact as typed: nothing is put right
 * @param {string[]} too words that have become choices
 * @returns {Promise<Ranked>}
 */
export const rank = async (said, exact = false, too = []) => {
  const { kinds } = await file('head');
  const telling = said.filter(({ words, phrase }) => phrase || !words.every(isLittle));
  const units = await Promise.all((telling.length ? telling : said).map((each) => (each.phrase ? phraseUnit(each, kinds.length) : wordUnit(each.words[0], kinds.length, exact))));
  const all = weigh(units);
  const score = new Map(), covered = new Map();
  for (const { weight, found } of units) {
    for (const [number, value] of found) {
      score.set(number, (score.get(number) ?? 0) + value * weight);
      covered.set(number, (covered.get(number) ?? 0) + weight);
    }
  }
  await coverEveryNeed(units, covered);
  for (const { weight, found } of await Promise.all(too.map((word) => wordUnit(word, kinds.length, true)))) {
    for (const [number, value] of found) if (score.has(number)) score.set(number, score.get(number) + value * weight * SAID_TOO);
  }
  const forStaff = said.some(({ words }) => words.some((word) => STAFF.has(word)));
  for (const [number, value] of score) {
    const part = covered.get(number) / all;
    if (part < ENOUGH) score.delete(number);
    else score.set(number, value * part ** 1.75 * (forStaff && kinds[number] === 'w' ? 1 : KINDS[kinds[number]]));
  }
  const best = Math.max(0, ...score.values());
  const isMeant = (number) => covered.get(number) > all * 0.99 && units.some(({ meant }) => meant?.has(number));
  const order = [...score.keys()].filter((number) => score.get(number) > best * FAINT || isMeant(number)).sort((a, b) => score.get(b) - score.get(a) || a - b);
  return { order, score, put: new Map(units.flatMap((unit) => unit.put)) };
};
