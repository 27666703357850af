// Find help, the part that comes with the page: it fetches the rest at first use, all at once.
import { startEngine } from './find/engine.js';

const form = document.querySelector('[data-lo-find-form]');
let started;
let ready = false;

const load = () => Promise.all([import('./find/page.js'), import('./find/look.js'), import('./find/show.js'), import('./find/state.js'), import('./find/words.js'), import('./find/places.js')]).then(() => (ready = true));

// Where a part cannot be fetched, the page says what it says to a browser without JavaScript: the lists are below.
const begin = () => {
  startEngine().catch(() => {});
  return (started ??= load().catch(() => form.querySelector('.lo-no-script').classList.remove('lo-no-script')));
};

// A question asked before the rest is here waits for it.
form.addEventListener('submit', (event) => {
  if (ready) return;
  event.preventDefault();
  begin().then(() => ready && form.requestSubmit());
});

if (location.search) {
  begin();
} else {
  for (const happens of ['focusin', 'change', 'pointerdown']) document.querySelector('main').addEventListener(happens, begin, { once: true });
}
