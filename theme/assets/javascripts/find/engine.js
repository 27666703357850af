// The search engine: Pagefind, fetched at first use, all its parts at once. Nothing typed leaves this browser.

/** @typedef {{id: string, score: number, data: () => Promise<Object>}} Found */

const FOLDER = new URL('../../../pagefind/', import.meta.url);
const LANGUAGE = document.documentElement.lang.toLowerCase();
const ENTRY = new URL('pagefind-entry.json?ts=', FOLDER);
const WEIGHTS = { title: 6, words: 4, summary: 2, by: 1, ages: 0, cost: 0, where: 0, wait: 0, status: 0, checked: 0, image: 0, image_alt: 0 };

let started;

/** Start fetching, without waiting to be asked for results. */
export const startEngine = () => (started ??= begin());

const begin = async () => {
  hint(`wasm.${LANGUAGE}.pagefind`);
  hintIndex();
  const { createInstance } = await import(new URL('pagefind.js', FOLDER));
  const engine = createInstance({ noWorker: true, basePath: FOLDER.pathname, baseUrl: new URL('../', FOLDER).pathname, metaCacheTag: '' });
  await engine.init();
  await engine.options({ ranking: { metaWeights: WEIGHTS } });
  return engine;
};

/** Ask for a file that Pagefind will want next, so that the two travel together on a slow link. */
const hint = (name) => {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: new URL(name, FOLDER) });
  document.head.append(link);
};

const hintIndex = async () => {
  const answer = await fetch(ENTRY).catch(() => null);
  const entry = answer?.ok ? await answer.json() : null;
  const language = entry?.languages[LANGUAGE];
  if (language) hint(`pagefind.${language.hash}.pf_meta`);
};

const WEAK = 1;

/**
 * Pages that hold all these words, best first. For a word nobody uses Pagefind takes a shorter one that it starts with
 * (“autisim”: “a”); such answers are weak, and none of the words is on any page as it stands.
 * @returns {Promise<Found[]>}
 */
export const findText = async (words) => {
  const engine = await startEngine();
  const { results } = await engine.search(words);
  if (!results.length || results[0].score >= WEAK) return results;
  for (const word of words.split(' ')) if ((await engine.search(`"${word}"`)).results.length) return results;
  return [];
};

const kept = new Map();

/** @returns {Promise<Map<string, Found>>} pages of which a filter says this value */
export const findHaving = (name, value) => keep(`${name}:${value}`, { filters: { [name]: value } });

/** @returns {Promise<Map<string, Found>>} every page, the last checked first */
export const findLastChecked = () => keep('checked', { sort: { checked: 'desc' } });

const keep = (key, options) => {
  if (!kept.has(key)) {
    kept.set(key, startEngine().then((engine) => engine.search(null, options)).then((answer) => new Map(answer.results.map((found) => [found.id, found]))));
  }
  return kept.get(key);
};

/** Fetch every filter, so that asking for one takes no time. */
export const loadFilters = async () => (await startEngine()).filters();
