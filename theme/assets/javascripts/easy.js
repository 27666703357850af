// The switch between a page and its easy-read twin keeps the reader's place: the same part, or as far down the page.
// Without this file the switch leads to the top. What is remembered is the nearest parts, until the next page has read it.
const KEY = 'easy-place';

export function keepPlace() {
  const link = document.querySelector('.lo-switch');
  if (!link) return;
  restore();
  link.addEventListener('click', () => {
    const from = document.querySelector('main');
    const down = (scrollY - from.offsetTop) / from.offsetHeight;
    if (down <= 0) return;
    const parts = [...document.querySelectorAll('main h2[id]')];
    const top = (part) => part.getBoundingClientRect().top;
    const near = parts.filter((part) => top(part) < innerHeight / 2).sort((a, b) => Math.abs(top(a)) - Math.abs(top(b)));
    try { sessionStorage.setItem(KEY, JSON.stringify([link.pathname, near.slice(0, 4).map(({ id }) => id), down])); } catch { /* the top, then */ }
  });
}

function restore() {
  try {
    const [path, ids, down] = JSON.parse(sessionStorage.getItem(KEY)) || [];
    sessionStorage.removeItem(KEY);
    if (path !== location.pathname) return;
    const part = ids.map((id) => document.getElementById(id) ?? document.querySelector(`.lo-parts a[href$="/#${id}"]`)).find(Boolean);
    if (part?.href) return location.replace(part.href); // it stands on another of the page's parts
    const main = document.querySelector('main');
    scrollTo(0, part ? part.getBoundingClientRect().top + scrollY - 16 : main.offsetTop + down * main.offsetHeight);
  } catch { /* the top, then */ }
}
