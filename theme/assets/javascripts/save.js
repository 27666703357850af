// "Add to my list": the list stays in this browser, as ids (provider/service). No account, no cookie.
import { keep, readKept } from './kept.js';

const KEY = 'my-list';
export const ID = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/** @returns {string[]} ids in the reader's order */
export const readList = () => {
  const ids = readKept(KEY, []);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string' && ID.test(id)) : [];
};

export const writeList = (ids) => {
  const kept = keep(KEY, [...new Set(ids)]);
  showCount();
  return kept;
};

/** How many are on the list, behind the link to it. */
export const showCount = () => {
  const number = readList().length;
  for (const place of document.querySelectorAll('[data-lo-list-count]')) place.textContent = number ? ` (${number})` : '';
};

export const offerSaving = () => {
  showCount();
  for (const button of document.querySelectorAll('[data-lo-save]')) offerSavingWith(button);
};

const offerSavingWith = (button) => {
  const id = button.closest('[data-lo-service]').dataset.loService;
  const status = button.parentElement.querySelector('[data-lo-save-status]');
  const show = (saved) => {
    button.setAttribute('aria-pressed', String(saved));
    button.querySelector('span').textContent = saved ? 'On my list' : 'Add to my list';
  };
  show(readList().includes(id));
  button.hidden = false;
  button.addEventListener('click', () => {
    const saved = button.getAttribute('aria-pressed') !== 'true';
    const rest = readList().filter((other) => other !== id);
    const kept = writeList(saved ? [...rest, id] : rest);
    if (kept) show(saved);
    status.textContent = kept ? (saved ? 'Added to your list.' : 'Taken off your list.') : 'This browser cannot keep a list. Print this page, or write the phone number down.';
  });
  addEventListener('pageshow', () => { show(readList().includes(id)); showCount(); });
};
