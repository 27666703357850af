// @whole
// Find help, the part that comes first: it fetches what a question needs of the index while the rest is on its way.
import { file, partFor } from './index.js';
import { plain, wordsOf } from './words.js';

const form = document.querySelector('[data-lo-find-form]');
const main = document.querySelector('main');
let started;
let ready = false;

const load = () => import('./page.js').then((page) => { ready = true; return page; });

/** What a question needs of the index travels with the scripts that read it. */
const fetchAhead = (asked) => {
  const words = wordsOf(plain(asked)).filter(([, second, third]) => second && third);
  const needed = [file('head'), file('../urgent'), ...words.map(partFor)];
  for (const part of needed) part.catch(() => {});
};

// Where a part cannot be fetched, the page says what it says to a browser without JavaScript: the lists are below.
const begin = () => {
  fetchAhead(new URLSearchParams(location.search).get('q') || form.elements.q.value);
  return (started ??= load().catch(() => {
    document.querySelector('[data-lo-find-broken]').classList.remove('lo-no-script');
    document.querySelector('[data-lo-find-lists]').hidden = false;
  }));
};

// A question asked before the rest is here waits for it.
form.addEventListener('submit', (event) => {
  if (ready) return;
  event.preventDefault();
  begin().then(() => ready && form.requestSubmit());
});

// The first letters of a word say in which part of the index it is: it is asked for while the rest is typed.
form.elements.q.addEventListener('input', ({ target }) => fetchAhead(target.value));

/** What every page has comes after the answer, for it would take the line from it; a reader's own settings come at once. */
const extras = () => import('../page.js');
const hasOwnSettings = () => { try { return localStorage.length > 0; } catch { return false; } };

if (location.search) {
  if (hasOwnSettings()) extras();
  begin().then((page) => page?.answered).catch(() => {}).finally(extras);
} else {
  extras();
  for (const happens of ['focusin', 'change', 'pointerdown']) main.addEventListener(happens, begin, { once: true });
}
