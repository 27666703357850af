// Puts an answer on the page. Text only ever goes in as text.
import { file } from './index.js';
import { shownOf } from './read.js';
import { FILTERS, without } from './state.js';

const AT_ONCE = 20;
export const ROOT = new URL('../../../', import.meta.url);
export const part = (name) => document.querySelector(`[data-lo-find-${name}]`);
export const form = part('form');
export const count = (number, one, many = `${one}s`) => `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

/** @returns {HTMLElement} a copy of what a template of the page holds */
const copy = (name) => part(name).content.firstElementChild.cloneNode(true);

/** An element with words, or with other elements, in it. */
export const make = (tag, ...inside) => {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
};

export const linkOf = (words, address, name) => {
  const link = make('a', words);
  link.href = address;
  if (name) link.dataset[name] = '';
  return link;
};

/** A link that asks another question. */
export const ask = (words, address) => linkOf(words, address, 'loAsk');

/** Whether all that was found is services, so that they may be called so. */
const things = ({ sure, kinds }) => (sure.every((number) => 'sfw'.includes(kinds[number])) ? 'service' : 'result');

/** The results, a page at a time, or what to do where there are none. */
export const showAnswer = async (asked, answer, shown = AT_ONCE) => {
  const { sure, perhaps, nearly } = answer;
  const some = sure.length + perhaps.length > 0;
  if (answer.broken) say('Search is not working', 'It could not be fetched. Try again, or use the lists below.');
  else if (sure.length) say(count(sure.length, things(answer)), wordsOf(asked, answer));
  else if (perhaps.length) say('Nothing that we are sure of', wordsOf(asked, answer));
  else say(answer.chosen.length && answer.all.length ? 'Nothing fits all of this' : `Nothing about "${asked.q}"`, answer.all.length ? `We looked at ${count(answer.all.length, 'page')} about it.` : 'No page here is about this. We can look with you.');
  part('some').hidden = !some;
  part('none').hidden = some;
  part('lists').hidden = some;
  part('order').hidden = sure.length < 2;
  document.querySelector('.lo-found .lo-find__open').hidden = !answer.all?.length;
  part('near-choice').hidden = !answer.place;
  part('perhaps').hidden = !perhaps.length;
  part('almost').hidden = !nearly.length;
  for (const name of ['results', 'unsure', 'nearly']) part(name).replaceChildren();
  part('wider').hidden = true;
  part('show').textContent = sure.length ? `See ${count(sure.length, things(answer))}` : 'See what is near';
  const all = [...sure, ...perhaps];
  const more = part('more');
  const showMore = (number) => {
    const here = onPage();
    const next = all.slice(here, here + number);
    const rows = next.map(() => copy('result'));
    part('results').append(...rows.slice(0, Math.max(0, sure.length - here)));
    part('unsure').append(...rows.slice(Math.max(0, sure.length - here)));
    part('perhaps').hidden = !part('unsure').children.length;
    const left = all.length - onPage();
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(AT_ONCE, left)} more`;
    return { rows, filled: fillInTurn(rows, next, answer) };
  };
  more.onclick = async () => {
    const { rows, filled } = showMore(AT_ONCE);
    history.replaceState({ ...history.state, shown: onPage() }, '');
    await filled;
    rows[0].querySelector('a').focus();
    part('status').textContent = `${count(onPage(), 'result')} of ${all.length} are on this page.`;
  };
  await showMore(Math.max(AT_ONCE, shown)).filled;
  const rows = nearly.map(() => copy('result'));
  part('nearly').append(...rows);
  await fillInTurn(rows, nearly.map(({ number }) => number), answer, nearly.map(({ not }) => notWords(not)));
};

const onPage = () => part('results').children.length + part('unsure').children.length;

/** The first few first: on a slow link a screenful is there while the rest is on its way. Days follow, as the device has them. */
const fillInTurn = async (rows, numbers, answer, nots = []) => {
  const checked = form.elements.sort.value === 'checked' && await file('checked');
  for (let start = 0, size = 1; start < numbers.length; start += size, size = start < 5 ? 4 : AT_ONCE) {
    await Promise.all(numbers.slice(start, start + size).map(async (number, place) => fill(rows[start + place], await shownOf(number), { far: answer.howFar?.(number), checked: checked[number], not: nots[start + place] })));
  }
  if (document.querySelector('.lo-result [data-lo-next]')) import('../next.js').then(({ sayNext }) => sayNext()).catch(() => {});
};

const say = (title, words) => {
  part('title').textContent = title;
  part('status').textContent = words;
  document.title = `${title}: ${document.title.replace(/^.*?: (?=Find help)/, '')}`;
};

/** `Nearest to MB2 first. 3 more may fit.` */
const wordsOf = ({ sort }, { perhaps, place, near, far }) => {
  const words = [];
  const order = sort || (place ? 'near' : 'best');
  if (near && !place) words.push(`We do not know the postcode ${near}. ${part('districts').textContent}`);
  if (place && !far.size) words.push('None of these says where it is.');
  if (place && order === 'near') words.push(`Nearest to ${place.name} first.`);
  if (order === 'checked') words.push('Last checked first.');
  if (perhaps.length) words.push(`${count(perhaps.length, 'service')} may fit too: nobody has told us all about ${perhaps.length === 1 ? 'it' : 'them'} yet.`);
  return words.join(' ') || 'Best match first.';
};

/** The line of facts, to which search adds its own: how far away, after what is strong, and when it was checked. */
const FACTS = 'when';

/** A row says what the card of a list says; before it, why it is only nearly what was asked for. */
const fill = (row, { name, href, line, says, where }, { far, checked, not }) => {
  const link = row.querySelector('a');
  link.href = new URL(href, ROOT).pathname;
  link.textContent = name;
  const distance = far ? [far, where] : [];
  const seen = checked && `checked ${new Date(checked).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })}`;
  row.append(...[not && make('p', make('strong', not)), line && make('p', line)].filter(Boolean));
  row.append(...says.map((each) => lineOf(each, each.look === FACTS ? [...distance, each.words, seen] : [each.words])));
  row.hidden = false;
};

/** As the lists draw it (theme/partials/parts.html). */
const lineOf = ({ look, strong, days }, words) => {
  const rest = words.filter(Boolean).join(', ');
  const first = strong ? make('strong', strong) : '';
  if (days) first.dataset.loNext = days;
  const shown = make('p', first, strong && rest ? `, ${rest}` : rest.replace(/^./, (letter) => letter.toUpperCase()));
  if (look) shown.className = `lo-${look}`;
  return shown;
};

/** What was put right, and what was chosen, each with a link that undoes it. */
export const showPicked = (asked, { meant, understood }, linkTo) => {
  part('meant').hidden = !meant;
  if (meant) part('meant').replaceChildren('We looked for ', make('strong', meant), '. ', ask(`Look for "${asked.q}" instead`, linkTo({ ...asked, exact: '1' })));
  const chosen = FILTERS.flatMap((name) => asked.filters[name].map((value) => ({ name, value })));
  if (asked.near) chosen.push({ name: 'near', value: asked.near });
  const said = understood.filter(({ name, value }) => !chosen.some((other) => other.name === name && other.value === value));
  const rows = [...said, ...chosen].map((choice) => removal(wordsFor(choice), linkTo(without(asked, choice))));
  part('picked').hidden = !rows.length;
  part('picked').querySelector('ul').replaceChildren(...rows);
};

const removal = (words, address) => {
  const row = copy('removal');
  row.querySelector('a').href = address;
  row.querySelector('span').textContent = words;
  return row;
};

/** The words of a choice as the form has them: `5 to 10`, `Free`. */
export const wordsFor = ({ name, value, words }) => {
  if (words) return words;
  if (name === 'age') return `Age ${value}`;
  if (name === 'near') return `Near ${value}`;
  const field = document.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"]`);
  const own = field ? field.nextElementSibling.firstChild.textContent.trim() : value.replace(/-/g, ' ');
  return name === 'stage' ? `Ages ${own}` : own;
};

/** Why something is only nearly what was asked for: `Not: Saturday, free`. */
const notWords = (choices) => `Not: ${choices.map((choice) => wordsFor(choice)).map((words, place) => (place ? words.toLowerCase() : words)).join(' or ')}`;
