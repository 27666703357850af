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
const showCount = () => {
  const number = readList().length;
  for (const place of document.querySelectorAll('[data-lo-list-count]')) place.textContent = number ? ` (${number})` : '';
};

export const offerSaving = () => {
  showCount();
  for (const button of document.querySelectorAll('[data-lo-save]')) offerSavingWith(button);
};

const offerSavingWith = (button) => {
  const place = button.closest('[data-lo-service]');
  const id = place.dataset.loService;
  const link = place.querySelector('[data-lo-see-list]');
  const status = document.querySelector('[data-lo-save-status]');
  const show = () => {
    const saved = readList().includes(id);
    button.hidden = saved;
    link.hidden = !saved;
    showCount();
    return saved;
  };
  show();
  button.addEventListener('click', () => {
    writeList([...readList(), id]);
    const kept = show();
    status.textContent = kept ? 'Added to your list.' : 'This browser cannot keep a list. Print this page, or write the phone number down.';
    if (kept) link.focus();
  });
  addEventListener('pageshow', show);
};
