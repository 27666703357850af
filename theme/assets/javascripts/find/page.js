// The form and the address of Find help: a question asked in either is answered, and stands in both.
import { loadFilters } from './engine.js';
import { answersTo, keepFiltered, look } from './look.js';
import { showAnswer, showNothing, showPicked } from './show.js';
import { ALL, FILTERS, addressOf, isEmpty, readAsked, without } from './state.js';

const part = (name) => document.querySelector(`[data-lo-find-${name}]`);
const form = part('form');
for (const choice of document.querySelectorAll('.lo-choice input')) choice.setAttribute('form', form.id);
const NARROW = matchMedia('(max-width: 55.99em)');
let turn = 0;

/** What the form says now. */
const askedByForm = () => {
  const given = new URLSearchParams();
  for (const [name, value] of new FormData(form)) given.append(name, value);
  const asked = readAsked(given);
  const now = readAsked(new URLSearchParams(location.search));
  if (asked.sort === (now.near ? 'near' : 'best')) asked.sort = '';
  for (const name of FILTERS) {
    const shown = choicesOf(name).map((choice) => choice.value);
    asked.filters[name].push(...now.filters[name].filter((value) => !shown.includes(value)));
  }
  return asked;
};

const choicesOf = (name) => [...form.elements].filter((field) => field.name === name && field.type === 'checkbox');

/** Make the form say what the address says. */
const fillForm = (asked) => {
  for (const name of ['q', 'near', 'sort']) form.elements[name].value = asked[name] || (name === 'sort' ? 'best' : '');
  if (asked.near && !asked.sort) form.elements.sort.value = 'near';
  for (const name of FILTERS) {
    for (const choice of choicesOf(name)) {
      choice.checked = asked.filters[name].includes(choice.value);
      if (choice.checked) choice.closest('details').open = true;
    }
  }
};

/** @param {{focus?: boolean}} then what follows when the answer is there */
const run = async ({ focus = false } = {}) => {
  const asked = readAsked(new URLSearchParams(location.search));
  const mine = (turn += 1);
  fillForm(asked);
  part('lists').hidden = !isEmpty(asked);
  part('answer').hidden = isEmpty(asked);
  if (isEmpty(asked)) return;
  if (NARROW.matches && mine === 1) part('narrow').open = false;
  part('title').textContent = 'Looking…';
  try {
    const answer = await look(asked);
    if (mine !== turn) return;
    showPicked(asked, answer, linkTo);
    await (answer.found.length ? showAnswer(asked, answer, history.state?.shown) : showNothing(asked, await widerChoices(asked, answer), linkTo));
    if (focus) part('title').focus();
    await showCounts(asked, answer, mine);
  } catch {
    if (mine === turn) showNothing(asked, [], linkTo, true);
  }
};

/** A link to another question, which this page answers itself. */
const linkTo = (asked) => addressOf(asked) || location.pathname;

/** How many there would be with one thing less. */
const widerChoices = async (asked, answer) => {
  const choices = [];
  for (const [name, values] of Object.entries(asked.filters)) {
    for (const value of values) {
      const less = without(asked, name, value);
      const count = (await keepFiltered(answer.all, less.filters)).length;
      if (count) choices.push({ asked: less, name, value, count });
    }
  }
  return choices;
};

/** The number of services behind every choice, as things stand. */
const showCounts = async (asked, answer, mine) => {
  await loadFilters();
  for (const field of form.elements) {
    if (field.type !== 'checkbox' || mine !== turn) continue;
    const rest = await keepFiltered(answer.all, asked.filters, ALL.includes(field.name) ? '' : field.name);
    const set = await answersTo(field.name, field.value);
    const count = rest.filter(({ id }) => set.has(id)).length;
    field.closest('label').querySelector('small').textContent = `(${count})`;
  }
};

const go = (asked, options) => {
  const address = addressOf(asked);
  if (address !== location.search) history.pushState(null, '', address || location.pathname);
  return run(options);
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  go(askedByForm(), { focus: true });
});
document.addEventListener('change', ({ target }) => {
  if (target.form !== form || !(target.type === 'checkbox' || target.name === 'sort')) return;
  const asked = askedByForm();
  history.replaceState(null, '', addressOf(asked) || location.pathname);
  run({ focus: false });
});
document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-lo-ask]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(readAsked(new URL(link.href).searchParams), { focus: true });
});
addEventListener('popstate', () => run());

const typed = askedByForm();
if (!location.search && !isEmpty({ ...typed, q: '' })) go(typed);
else if (location.search) run();
