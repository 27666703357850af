// "Add to my list": the list stays in this browser, as ids like marl-trust/saturday-club. No account, no cookie.
const KEY = 'my-list';

export const readList = () => {
  try { return JSON.parse(localStorage.getItem(KEY)) ?? []; } catch { return []; }
};

export const writeList = (ids) => {
  try { localStorage.setItem(KEY, JSON.stringify(ids)); return true; } catch { return false; }
};

export const offerSaving = () => {
  for (const button of document.querySelectorAll('[data-lo-save]')) {
    const id = button.closest('[data-lo-service]').dataset.loService;
    const show = (saved) => button.setAttribute('aria-pressed', String(saved));
    show(readList().includes(id));
    button.hidden = false;
    button.addEventListener('click', () => {
      const saved = button.getAttribute('aria-pressed') !== 'true';
      const rest = readList().filter((other) => other !== id);
      if (writeList(saved ? [...rest, id] : rest)) show(saved); else button.hidden = true;
    });
  }
};
