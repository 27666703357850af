// Find help, the part that comes with the page: it fetches the rest at first use, all at once.
import { file, partFor } from './find/index.js';
import { plain, wordsOf } from './find/words.js';

const form = document.querySelector('[data-lo-find-form]');
let started;
let ready = false;

const load = () => Promise.all([import('./find/page.js'), import('./find/answer.js'), import('./find/rank.js'), import('./find/read.js'), import('./find/forms.js'), import('./find/understand.js'), import('./find/show.js'), import('./find/state.js'), import('./find/places.js')]).then((parts) => { ready = true; return parts; });

/** What a question needs of the index travels with the scripts that read it. */
const fetchAhead = () => {
  const asked = new URLSearchParams(location.search).get('q') || form.elements.q.value;
  for (const part of [file('head'), ...wordsOf(plain(asked)).map(partFor)]) part.catch(() => {});
};

// Where a part cannot be fetched, the page says what it says to a browser without JavaScript: the lists are below.
const begin = () => {
  fetchAhead();
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

/** What every page has comes after the answer, for it would take the line from it; a reader's own settings come at once. */
const extras = () => import('./page.js');

if (location.search) {
  import('./settings.js').then(({ applySettings }) => applySettings());
  begin().then((found) => found?.[0].answered).catch(() => {}).finally(extras);
} else {
  extras();
  for (const happens of ['focusin', 'change', 'pointerdown']) document.querySelector('main').addEventListener(happens, begin, { once: true });
}
