// Find help, the part that comes with the page: it fetches the rest at first use, all at once.
import { startEngine } from './find/engine.js';

let started;

const begin = () => {
  started ??= Promise.all([import('./find/page.js'), import('./find/look.js'), import('./find/show.js'), import('./find/state.js'), import('./find/words.js'), import('./find/places.js')]);
  startEngine().catch(() => {});
};

if (location.search) {
  begin();
} else {
  for (const happens of ['focusin', 'change', 'pointerdown']) document.querySelector('main').addEventListener(happens, begin, { once: true });
}
