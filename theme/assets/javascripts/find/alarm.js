// Whom to call, above what is found for words of danger.
import { ROOT, linkOf, make } from './show.js';

/** @param {Set<string>} wanted whom the words ask for; 999 goes with all */
export const showAlarm = (box, { page, calls }, wanted) => {
  const rows = calls.filter(({ id }) => id === '999' || wanted.has(id)).map(({ id, wanted: why, more, text, href }) => {
    const button = linkOf(text, href);
    button.className = 'lo-button';
    const row = make('li', button, ' ', make('p', make('strong', why), more ? `, ${more}` : ''));
    if (id === '999') row.className = 'lo-calls__life';
    return row;
  });
  box.querySelector('ul').replaceChildren(...rows);
  box.querySelector(':scope > p')?.remove();
  if (page) {
    const link = linkOf('What to do, and who else to call', new URL(page, ROOT));
    link.className = 'lo-roomy';
    box.append(make('p', link));
  }
  box.hidden = false;
};
