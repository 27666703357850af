// Folded parts of a long page: a link that leads into one opens it, and one button opens or closes them all.
const named = (hash) => {
  try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; }
};

/** Opens what holds the part that this end of an address names; true if it was folded. */
const openFor = (hash) => {
  let changed = false;
  for (let fold = named(hash)?.closest('details'); fold; fold = fold.parentElement.closest('details')) {
    changed ||= !fold.open;
    fold.open = true;
  }
  return changed;
};

const arrive = () => { if (openFor(location.hash)) named(location.hash).scrollIntoView(); };

export const offerFolds = () => {
  const button = document.querySelector('[data-lo-folds]');
  const folds = [...document.querySelectorAll('.lo-prose--page > .lo-fold')];
  const say = () => { button.textContent = folds.every((fold) => fold.open) ? 'Close all parts' : 'Open all parts'; };
  button.addEventListener('click', () => {
    const open = folds.some((fold) => !fold.open);
    for (const fold of folds) fold.open = open;
  });
  for (const fold of folds) fold.addEventListener('toggle', say);
  addEventListener('hashchange', arrive);
  document.addEventListener('click', ({ target }) => {
    const link = target.closest('a[href^="#"]');
    if (link) openFor(link.hash);
  });
  button.hidden = false;
  arrive();
};
