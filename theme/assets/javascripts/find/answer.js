// A question → the pages that answer it, in order, those that fit apart from those that may or nearly do.
import { file } from './index.js';
import { putRight, rank, readPhrases } from './rank.js';
import { choicesOf } from './read.js';
import { ALL } from './state.js';
import { OLDEST, understand } from './understand.js';
import { plain, wordsOf } from './words.js';

/** @typedef {{sure: number[], perhaps: number[], nearly: Array<{number: number, not: import('./understand.js').Choice}>, understood: Array, meant: string, place: Object|null, far: Map<number, number>}} Answer */

const SOME = 5;
/** A question in another alphabet of which no page has a word is answered with the page of languages. */
const OTHER_LETTERS = /[^\P{L}\p{Script=Latin}]/u;
/** Choices that no guide can answer to. */
const OF_SERVICES = ['day', 'time', 'area', 'route', 'feature', 'stage'];
/** With so many that fit, those that nearly do are not shown. */
const NEARLY = 5;

/** What a page must have for each kind of choice, and whether one of its values is enough. */
const chosenOf = (asked, understood) => {
  const chosen = Object.entries(asked.filters).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  return [...chosen, ...understood.filter(({ name }) => name !== 'near')].filter(({ name, value }, place, all) => all.findIndex((other) => other.name === name && other.value === value) === place);
};

/** Words typed → what was understood and what is looked for. */
export const read = async (asked, now = Date.now()) => {
  const head = await file('head');
  const { choices, words, too } = asked.exact ? { choices: [], words: wordsOf(plain(asked.q)), too: [] } : understand(asked.q, head, now);
  const right = asked.exact ? words : await putRight(words);
  const said = await readPhrases(right);
  if (!asked.exact) for (const { phrase } of said) if (phrase?.need) choices.push({ name: 'need', value: phrase.need, words: phrase.name.split(' (')[0] });
  const wanted = choices.filter(({ name, value }) => !asked.no.includes(`${name}:${value}`));
  startAnswer(asked, wanted);
  return { said, words, right, too, understood: wanted, choices: choices.length };
};

/** What the words find, before any choice counts. */
const look = async (asked, { said, words, too, choices }) => {
  if (!words.length) return asked.q && !choices ? { order: [], score: new Map() } : everyService();
  const ranked = await rank(said, Boolean(asked.exact), too);
  const { languages = [] } = await file('head');
  return ranked.order.length || !OTHER_LETTERS.test(asked.q) ? ranked : { ...ranked, order: languages };
};

/** Those that fit, that may fit, and that fit but for one choice. */
const sorted = (numbers, tests, kinds, onlyServices) => {
  const sure = [], perhaps = [], nearly = [];
  for (const number of numbers) {
    if (onlyServices && !isService(kinds[number])) continue;
    const fits = isService(kinds[number]) ? tests.map((test) => test(number)) : [];
    const against = fits.filter((fit) => fit === false).length;
    if (fits.every((fit) => fit === true)) sure.push(number);
    else if (!against) perhaps.push(number);
    else if (against === 1) nearly.push({ number, not: tests[fits.indexOf(false)].choices });
  }
  return { sure, perhaps, nearly: sure.length < SOME ? nearly.slice(0, NEARLY) : [] };
};

/** @returns {Promise<(numbers: number[]) => number[]>} how a reader wants them in order */
const orderOf = async (sort, { far, byDistance }, score) => {
  if (sort === 'near' && far.size) return (numbers) => byDistance(numbers, score);
  if (sort !== 'checked') return (numbers) => numbers;
  const checked = await file('checked');
  return (numbers) => [...numbers].sort((a, b) => checked[b].localeCompare(checked[a]));
};

/** Nobody asks for places: nothing is fetched. */
const whereIs = async (near) => (near ? (await import('./places.js')).whereIs(near) : { place: null, far: new Map() });

/** @param {import('./state.js').Asked} asked @returns {Promise<Answer>} */
export const answer = async (asked, now) => {
  const question = await read(asked, now);
  const { words, right, understood } = question;
  const ranked = await look(asked, question);
  const { kinds } = await file('head');
  const near = asked.near || understood.find(({ name }) => name === 'near')?.value || '';
  const where = await whereIs(near), { place, far, howFar } = where;
  const chosen = chosenOf(asked, understood);
  const tests = await testsFor(chosen);
  const onlyServices = chosen.some(({ name }) => OF_SERVICES.includes(name)) || Boolean(near);
  const { sure, perhaps, nearly } = sorted(byAge(ranked, tests), tests, kinds, onlyServices);
  const tidy = await orderOf(asked.sort || (place ? 'near' : 'best'), where, ranked.score);
  return { sure: tidy(sure), perhaps: tidy(perhaps), nearly, all: ranked.order, kinds, understood, chosen, meant: changed(words, right, ranked.put), place, near, far, howFar };
};

/** The words that were looked for, where they are not those that were typed. */
const changed = (words, right, put = new Map()) => {
  const looked = right.map((word) => put.get(word) ?? word).join(' ');
  return looked === words.join(' ') ? '' : looked;
};

export const isService = (kind) => 'sfw'.includes(kind);

export const everyService = async () => {
  const { kinds } = await file('head');
  const order = [...kinds].map((kind, number) => [number, 'sfw'.indexOf(kind)]).filter(([, kind]) => kind >= 0).sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([number]) => number);
  return { order, score: new Map(order.map((number) => [number, 1])) };
};

/** The values that answer to a choice: a service for all needs answers to each. */
const valuesFor = (name, value) => {
  if (name === 'need') return [value, 'all'];
  if (name === 'area' && value !== 'national' && value !== 'outside-the-area') return [value, 'whole-area', 'national'];
  return [value];
};

/** Of a document: true, false, or null where nobody knows. */
export const testOf = async (name, values) => {
  const sets = await choicesOf(name === 'age' ? 'ages' : name);
  if (name === 'age') return ageTest(sets, values);
  const wanted = values.map((value) => valuesFor(name, value).map((each) => sets[each]).filter(Boolean));
  const unknown = sets['not-known'];
  const every = ALL.includes(name);
  return (number) => {
    const answers = wanted.map((some) => some.some((set) => set.has(number)));
    if (every ? answers.every(Boolean) : answers.some(Boolean)) return true;
    return unknown?.has(number) ? null : false;
  };
};

/** Best first, what is for fewer ages a little before what is for all. */
const byAge = ({ order, score }, tests) => {
  const { narrow } = tests.find((test) => test.narrow) ?? {};
  if (!narrow) return order;
  const fit = (number) => score.get(number) * (1 + 0.5 * (narrow.get(number) ?? 0));
  return [...order].sort((a, b) => fit(b) - fit(a) || a - b);
};

const ageTest = (sets, values) => {
  const spans = Object.entries(sets).map(([span, set]) => [span.split('-').map(Number), set]);
  const narrow = new Map();
  for (const [[from, to], set] of spans) {
    if (values.some((age) => from <= age && age <= to)) for (const number of set) narrow.set(number, 1 - (to - from) / OLDEST);
  }
  return Object.assign((number) => (narrow.has(number) ? true : sets['not-known']?.has(number) ? null : false), { narrow });
};

/** One test for each kind of choice. */
export const testsFor = (chosen) => {
  const names = [...new Set(chosen.map(({ name }) => name))];
  return Promise.all(names.map(async (name) => {
    const choices = chosen.filter((choice) => choice.name === name);
    return Object.assign(await testOf(name, choices.map(({ value }) => value)), { choices });
  }));
};

/** Fetch what the answer will ask for, side by side. */
export const startAnswer = ({ near, filters }, understood = []) => {
  const wanted = new Set([...Object.keys(filters).filter((name) => filters[name].length), ...understood.map(({ name }) => name)]);
  if (near) wanted.add('near');
  for (const name of wanted) (name === 'near' ? import('./places.js').then(({ fetchPlaces }) => fetchPlaces()) : choicesOf(name === 'age' ? 'ages' : name)).catch(() => {});
};
