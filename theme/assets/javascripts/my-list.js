// The page "My list": names and phone numbers of what was kept, read from the services' own pages.
import { ID, readList, writeList } from './save.js';

const SITE = new URL('../../', import.meta.url);
const part = (name) => document.querySelector(`[data-lo-list-${name}]`);
const pageOf = (id) => new URL(`services/${id}/`, SITE);

/** @typedef {{id: string, name: string, url: string, by: string, lines: string[][], state: string}} Kept */

export const showMyList = () => {
  const shared = idsIn(location.hash);
  addEventListener('hashchange', () => location.reload());
  part('ready').hidden = false;
  if (shared.length) offerShared(shared);
  part('share').addEventListener('click', share);
  part('copy').addEventListener('click', copy);
  part('print').addEventListener('click', () => print());
  part('clear').addEventListener('click', clear);
  show(shared.length ? shared : readList());
};

/** `#provider/service,provider/another` → ids. */
const idsIn = (hash) => [...new Set(hash.slice(1).replace(/%2F/gi, '/').split(/,|%2C/i).filter((id) => ID.test(id)))].slice(0, 100);

const shownIds = () => [...part('rows').children].map((row) => row.dataset.loId);
const say = (words) => { part('status').textContent = words; };
const isShared = () => !part('shared').hidden;

const offerShared = (ids) => {
  const own = readList();
  if (ids.every((id) => own.includes(id)) && ids.length === own.length) return;
  part('shared').hidden = false;
  part('keep').addEventListener('click', () => {
    const all = [...new Set([...readList(), ...ids])];
    const kept = writeList(all);
    part('shared').hidden = true;
    history.replaceState(null, '', location.pathname);
    show(all);
    say(kept ? 'Kept. This is your list now.' : 'This browser cannot keep a list. Print it instead.');
    part('title').focus();
  });
};

const show = async (ids) => {
  part('empty').hidden = ids.length > 0;
  part('full').hidden = ids.length === 0;
  part('rows').replaceChildren(...ids.map(rowFor));
  number();
  write([]);
  const all = await Promise.all([...part('rows').children].map(async (row) => fill(row, await fetchKept(row.dataset.loId))));
  write(all);
};

const rowFor = (id) => {
  const row = part('row').content.firstElementChild.cloneNode(true);
  row.dataset.loId = id;
  row.querySelector('a').textContent = id.split('/')[1].replace(/-/g, ' ');
  row.querySelector('a').href = pageOf(id);
  row.querySelector('[data-lo-up]').addEventListener('click', ({ currentTarget }) => move(row, -1, currentTarget));
  row.querySelector('[data-lo-down]').addEventListener('click', ({ currentTarget }) => move(row, 1, currentTarget));
  row.querySelector('[data-lo-remove]').addEventListener('click', () => remove(row));
  return row;
};

/** What a service's own page says about it, or that it is not there any more. @returns {Promise<Kept>} */
const fetchKept = async (id) => {
  const nothing = { id, name: id.split('/')[1].replace(/-/g, ' '), url: `${pageOf(id)}`, by: '', lines: [], state: '' };
  const answer = await fetch(pageOf(id)).catch(() => null);
  if (!answer) return { ...nothing, state: 'We could not fetch its facts. Open its page, or try again later.' };
  if (answer.status === 404) return { ...nothing, state: 'This is not in the Local Offer any more. Phone us and we will look for it with you.' };
  const html = (await answer.text()).replace(/<style>[^]*?<\/style>/g, ''); // its sheet is not this page's, and the policy would say so
  const page = new DOMParser().parseFromString(html, 'text/html');
  const moved = page.querySelector('meta[http-equiv="refresh"]')?.content.match(/url=(.+)/i);
  if (moved) return followMoved(id, new URL(moved[1], pageOf(id)));
  return { ...nothing, ...factsOf(page) };
};

const followMoved = async (id, url) => {
  const now = url.pathname.match(/services\/([a-z0-9-]+\/[a-z0-9-]+)\/$/)?.[1];
  if (!now || now === id) return { id, name: id, url: `${url}`, by: '', lines: [], state: 'This has moved.' };
  const kept = await fetchKept(now);
  if (!isShared()) writeList(readList().map((other) => (other === id ? now : other)));
  return { ...kept, state: kept.state || 'This has a new name or place. Your list now has the new one.' };
};

const words = (element) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

const factsOf = (page) => {
  const card = page.querySelector('[data-lo-service]');
  const facts = [...page.querySelectorAll('.lo-chips li')].slice(0, 2).map(words);
  const ways = [...page.querySelectorAll('.lo-side .lo-person a')].map((link) => [link.getAttribute('href'), words(link)]);
  return {
    id: card?.dataset.loService,
    name: words(page.querySelector('h1')),
    by: words(page.querySelector('.lo-by a')),
    lines: [...ways.filter(([href]) => /^(tel|sms|mailto):/.test(href)).slice(0, 3), ...facts.map((said) => ['', said])],
    state: card?.dataset.loStatus === 'closed' ? 'This service has closed. Its page leads to others like it.' : words(page.querySelector('.lo-glance .lo-callout--warm')),
  };
};

const fill = (row, kept) => {
  row.dataset.loId = kept.id;
  const name = row.querySelector('a');
  name.textContent = kept.name;
  name.href = kept.id ? pageOf(kept.id) : kept.url;
  for (const button of row.querySelectorAll('button .lo-unseen')) button.textContent = ` ${kept.name}`;
  const by = row.querySelector('[data-lo-by]');
  by.textContent = kept.by;
  by.hidden = !kept.by;
  const state = row.querySelector('[data-lo-state]');
  state.textContent = kept.state;
  state.hidden = !kept.state;
  row.querySelector('ul').replaceChildren(...kept.lines.map(([href, said]) => line(href, said)));
  return kept;
};

const line = (href, said) => {
  const item = document.createElement('li');
  if (!href) { item.textContent = said; return item; }
  const link = document.createElement('a');
  link.href = href;
  link.textContent = said;
  item.append(link);
  return item;
};

const number = () => {
  const rows = [...part('rows').children];
  part('title').textContent = `${rows.length} ${rows.length === 1 ? 'service' : 'services'}`;
  for (const row of rows) {
    row.querySelector('[data-lo-up]').disabled = row === rows[0];
    row.querySelector('[data-lo-down]').disabled = row === rows.at(-1);
  }
};

const changed = (said) => {
  if (!isShared()) writeList(shownIds());
  number();
  write();
  say(said);
};

const nameOf = (row) => row.querySelector('a').textContent;

const move = (row, by, button) => {
  const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (by < 0) other.before(row); else other.after(row);
  changed(`${nameOf(row)} is now number ${shownIds().indexOf(row.dataset.loId) + 1}.`);
  (button.disabled ? row.querySelector('button:not([disabled])') : button).focus();
};

const remove = (row) => {
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const name = nameOf(row);
  row.remove();
  if (!next) { changed(''); show([]); say(`${name} is off your list.`); part('none-title').focus(); return; }
  changed(`${name} is off your list.`);
  next.querySelector('[data-lo-remove]').focus();
};

const clear = () => {
  if (!confirm('Take everything off your list?')) return;
  writeList([]);
  part('shared').hidden = true;
  history.replaceState(null, '', location.pathname);
  show([]);
  say('Your list is empty.');
};

const linkToList = () => `${location.href.split('#')[0]}#${shownIds().join(',')}`;

const share = async () => {
  const url = linkToList();
  const shown = part('link');
  shown.hidden = false;
  shown.querySelector('input').value = url;
  if (navigator.share) { navigator.share({ title: 'My list', url }).catch(() => {}); return; }
  await copy();
};

/** What became of it is said beside the link, where the reader is. */
const copy = async () => {
  const field = part('link').querySelector('input');
  const copied = await navigator.clipboard?.writeText(linkToList()).then(() => true, () => false);
  part('told').textContent = copied ? 'The link is copied. Paste it into a message.' : 'Mark the link and copy it.';
  field.focus();
  field.select();
};

let known = [];

/** The e-mail to oneself: names, phone numbers, and the link to this list. */
const write = (all = known) => {
  known = all;
  const order = shownIds();
  const blocks = [...known].filter(({ id }) => order.includes(id)).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map(({ name, by, lines, id }) => [name, by, ...lines.map(([, said]) => said), `${pageOf(id)}`].filter(Boolean).join('\n'));
  part('mail').href = `mailto:?subject=${encodeURIComponent('My list from the Local Offer')}&body=${encodeURIComponent([...blocks, `This list: ${linkToList()}`].join('\n\n')).slice(0, 6000)}`;
};
