// Reading settings: attributes on <html> that the stylesheet knows. Only who changed one sees a repaint.
import { keep, readKept } from './kept.js';

const KEY = 'reading-settings';
/** Every setting and what it can be; the first is how the page comes. */
export const SETTINGS = {
  size: ['normal', 'large', 'larger', 'largest'],
  space: ['normal', 'wide'],
  theme: ['system', 'light', 'dark'],
  colours: ['normal', 'cream', 'blue', 'yellow'],
  contrast: ['normal', 'more'],
  motion: ['normal', 'less'],
};

/** @returns {Object<string, string>} only what differs from how the page comes */
export const readSettings = () => {
  const kept = readKept(KEY, {});
  return Object.fromEntries(Object.entries(SETTINGS).filter(([name, values]) => values.slice(1).includes(kept[name])).map(([name]) => [name, kept[name]]));
};

export const keepSettings = (chosen) => keep(KEY, chosen);

export const applySettings = (chosen = readSettings()) => {
  const page = document.documentElement;
  if (Object.keys(chosen).some((name) => chosen[name] !== SETTINGS[name]?.[0])) addSheet();
  for (const name of Object.keys(SETTINGS)) {
    if (chosen[name] && chosen[name] !== SETTINGS[name][0]) page.setAttribute(`data-lo-${name}`, chosen[name]);
    else page.removeAttribute(`data-lo-${name}`);
  }
};

/** Their stylesheet is fetched for those who chose something: pages of all others are lighter without it. */
const addSheet = () => {
  const { loReader } = document.querySelector('[data-lo-reader]')?.dataset ?? {};
  if (!loReader || document.querySelector('[data-lo-reader-sheet]')) return;
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: loReader });
  sheet.dataset.loReaderSheet = '';
  document.head.append(sheet);
};

addEventListener('storage', ({ key }) => { if (key === KEY) applySettings(); });
