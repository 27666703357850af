// Puts an answer on the page. Text only ever goes in as text.
import { FILTERS, without } from './state.js';

const AT_ONCE = 20;
const part = (name) => document.querySelector(`[data-lo-find-${name}]`);
const count = (number, one, many = `${one}s`) => `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

/** @returns {HTMLElement} a copy of what a template of the page holds */
const copy = (name) => part(name).content.firstElementChild.cloneNode(true);

/** An element with words, or with other elements, in it. */
const make = (tag, ...inside) => {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
};

/** A link that asks another question. */
const ask = (words, address) => {
  const link = make('a', words);
  link.href = address;
  link.dataset.loAsk = '';
  return link;
};

/** The results, a page at a time. */
export const showAnswer = async (asked, answer, shown = AT_ONCE) => {
  const perhaps = answer.found.length - answer.sure;
  const may = perhaps ? `${count(perhaps, 'service')} may fit too: nobody has told us all about ${perhaps === 1 ? 'it' : 'them'} yet.` : '';
  say(answer.sure || !perhaps ? count(answer.sure, 'result') : 'Nothing that we are sure of', [wordsOf(asked, answer), may].filter(Boolean).join(' '));
  part('none').hidden = true;
  part('some').hidden = false;
  part('results').replaceChildren();
  part('unsure').replaceChildren();
  part('perhaps').hidden = true;
  part('near-choice').hidden = !answer.place;
  const more = part('more');
  const showMore = (number) => {
    const here = onPage();
    const next = answer.found.slice(here, here + number);
    const rows = next.map(() => copy('result'));
    const sure = rows.slice(0, Math.max(0, answer.sure - here));
    part('results').append(...sure);
    part('unsure').append(...rows.slice(sure.length));
    part('perhaps').hidden = !part('unsure').children.length;
    const left = answer.found.length - onPage();
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(AT_ONCE, left)} more`;
    return { rows, filled: fillInTurn(rows, next, answer.far) };
  };
  more.onclick = async () => {
    const { rows, filled } = showMore(AT_ONCE);
    history.replaceState({ ...history.state, shown: onPage() }, '');
    await filled;
    rows[0].querySelector('a').focus();
    part('status').textContent = `${count(onPage(), 'result')} of ${answer.found.length} are on this page.`;
  };
  await showMore(Math.max(AT_ONCE, shown)).filled;
};

const onPage = () => part('results').children.length + part('unsure').children.length;

/** The first few first: on a slow link a screenful is there while the rest is on its way. */
const fillInTurn = async (rows, found, far) => {
  for (let start = 0, size = 1; start < found.length; start += size, size = start < 5 ? 4 : AT_ONCE) {
    await Promise.all(found.slice(start, start + size).map(async (each, place) => fill(rows[start + place], await each.data(), far.get(each.id))));
  }
};

const say = (title, words) => {
  part('title').textContent = title;
  part('status').textContent = words;
  part('show').textContent = title.match(/^\d/) ? `Show ${title}` : 'Search';
  document.title = `${title}: ${document.title.replace(/^.*?: (?=Find help)/, '')}`;
};

/** `For “swim”, the nearest to MB2 4 first.` */
const wordsOf = ({ q, near, sort }, { some, also, place, far, meant }) => {
  const words = [];
  const order = sort || (place ? 'near' : 'best');
  if (some) words.push('No page has all your words. These have some of them.');
  if (near && !place) words.push(`We do not know the postcode ${near}. ${part('districts').textContent}`);
  if (place && !far.size) words.push(`None of these says where it is.`);
  if (place && order === 'near') words.push(`Nearest to ${place.name} first.`);
  if (order === 'checked') words.push('Last checked first.');
  if (also.length && !some) words.push(`We also looked for ${also.slice(0, 3).join(', ')}.`);
  if (!words.length && (meant || q)) words.push(`Best match for "${meant || q}" first.`);
  return words.join(' ');
};

const fill = (row, { url, meta }, far) => {
  const { ages, cost, where, wait, status } = meta;
  const link = row.querySelector('a');
  link.href = url;
  link.textContent = meta.title;
  const place = far ? [where, far].filter(Boolean).join(', ') : where;
  const facts = { by: meta.by ?? 'Guide', summary: meta.summary, ages, cost, where: place, wait: wait && (wait === 'No wait' ? wait : `Wait: ${wait[0].toLowerCase()}${wait.slice(1)}`), first: status, checked: meta.checked && `Checked ${meta.checked.replace(/^\w+day /, '')}` };
  for (const [name, words] of Object.entries(facts)) {
    const slot = row.querySelector(`[data-lo-slot="${name}"]`);
    if (words) slot.querySelector('span').textContent = words;
    else slot.remove();
  }
  row.hidden = false;
};

/** What was put right, and what was chosen, each with a link that undoes it. */
export const showPicked = (asked, { meant }, linkTo) => {
  part('meant').hidden = !meant;
  if (meant) {
    part('meant').replaceChildren('Did you mean ', make('strong', meant), '? We looked for that. ', ask(`Look for "${asked.q}" instead`, linkTo({ ...asked, exact: '1' })));
  }
  const rows = [];
  for (const name of FILTERS) for (const value of asked.filters[name]) rows.push(removal(wordsFor(name, value), linkTo(without(asked, name, value))));
  if (asked.near) rows.push(removal(`postcode ${asked.near}`, linkTo(without(asked, 'near'))));
  part('picked').hidden = !rows.length;
  part('picked').querySelector('ul').replaceChildren(...rows);
};

const removal = (words, address) => {
  const row = copy('removal');
  row.querySelector('a').href = address;
  row.querySelector('span').textContent = `Remove ${words}`;
  return row;
};

/** The words of a choice as the form has them: `age 5 to 10`, `free`. */
export const wordsFor = (name, value) => {
  const field = document.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"]`);
  const words = field ? field.closest('label').querySelector('small').previousSibling.textContent.trim() : value.replace(/-/g, ' ');
  if (name === 'stage') return `age ${words}`;
  const isName = /^\w+ [A-Z]/.test(words) || !['know', 'cost', 'route', 'delivery', 'feature'].includes(name);
  return isName ? words : words[0].toLowerCase() + words.slice(1);
};

/** Nothing found: never a dead end. */
export const showNothing = (asked, wider, linkTo, broken = false) => {
  const what = asked.q ? ` for "${asked.q}"` : '';
  say(broken ? 'Search is not working' : `Nothing found${what}`, broken ? 'It could not be fetched. Try again, or use the lists below.' : 'Do not give up: here is what you can do next.');
  part('some').hidden = true;
  part('none').hidden = false;
  const rows = wider.map(({ asked: less, name, value, count: number }) => make('li', ask(`Leave out "${wordsFor(name, value)}": ${count(number, 'result')}`, linkTo(less))));
  if (asked.q && Object.values(asked.filters).some((values) => values.length)) {
    rows.push(make('li', ask('Keep what you chose, with no words', linkTo({ ...asked, q: '', exact: '' }))));
  }
  part('wider').hidden = !rows.length;
  part('wider').querySelector('ul').replaceChildren(...rows);
};
