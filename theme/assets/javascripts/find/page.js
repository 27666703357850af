// @whole
// The form and the address of Find help: a question asked in either is answered, and stands in both.
import { answer, startAnswer } from './answer.js';
import { isUrgent } from './forms.js';
import { file } from './index.js';
import { form, part, showAnswer, showPicked } from './show.js';
import { FILTERS, addressOf, isEmpty, readAsked } from './state.js';

let turn = 0;
let understood = [];
let shownAt = null;
let counted = null;
let panel;
/** What somebody is typing in: an answer that comes meanwhile leaves it alone. */
const typing = new Set();

/** The choices and their numbers: fetched when they are seen, or when one of them is asked for. Those that stand in the page
    say at once what was understood: what is not ticked once it belongs to the form counts as taken out. */
const choices = () => (panel ??= import('./choices.js').then(async (all) => {
  all.joinForm();
  if (counted) fillForm(counted.asked);
  await all.fillGroups();
  return all;
}).catch((fault) => { panel = null; throw fault; }));
const isPanelSeen = () => document.getElementById('narrow').offsetParent !== null;

const fields = () => [...form.elements].filter((field) => field.type === 'checkbox' || field.name === 'age');

const hasField = ({ name, value }) => ['near', 'age'].includes(name) || fields().some((field) => field.name === name && field.value === value);

/** Words of danger: whom to call stands above all that is found. */
const alarm = async (typed, mine) => {
  part('alarm').hidden = true;
  const urgent = await file('../urgent'), wanted = isUrgent(typed, urgent.words);
  if (!wanted.size) return;
  const { showAlarm } = await import('./alarm.js');
  if (mine === turn) showAlarm(part('alarm'), urgent, wanted);
};

/** What the form says now. What stands in the words is no choice of its own, and what was taken out of them stays out. */
const askedByForm = () => {
  const given = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim()) given.append(name, value.trim());
  const asked = readAsked(given);
  const now = readAsked(new URLSearchParams(location.search));
  if (asked.sort === (now.near || understood.some(({ name }) => name === 'near') ? 'near' : 'best')) asked.sort = '';
  for (const name of FILTERS) {
    const shown = fields().filter((field) => field.name === name).map((field) => field.value);
    if (name !== 'age') asked.filters[name].push(...now.filters[name].filter((value) => !shown.includes(value)));
  }
  if (asked.q !== now.q) {
    const said = understood.map(({ name, value }) => `${name}:${value}`);
    for (const name of FILTERS) asked.filters[name] = asked.filters[name].filter((value) => now.filters[name].includes(value) || !said.includes(`${name}:${value}`));
    if (said.includes(`near:${asked.near}`) && !now.near) asked.near = '';
    return asked;
  }
  asked.no = now.no;
  for (const { name, value } of understood.filter(hasField)) {
    const isThere = name === 'near' ? asked.near === value : asked.filters[name].includes(value);
    if (isThere && name === 'near') asked.near = now.near;
    else if (isThere) asked.filters[name] = asked.filters[name].filter((other) => other !== value || now.filters[name].includes(value));
    else asked.no.push(`${name}:${value}`);
  }
  return asked;
};

/** Make the form say what the address and the words say. */
const fillForm = (asked) => {
  const near = asked.near || understood.find(({ name }) => name === 'near')?.value || '';
  if (!typing.has('q')) form.elements.q.value = asked.q;
  if (!typing.has('near')) form.elements.near.value = near;
  form.elements.sort.value = asked.sort || (near ? 'near' : 'best');
  const chosen = (field) => [...asked.filters[field.name], ...understood.filter(({ name }) => name === field.name).map(({ value }) => value)];
  for (const field of fields()) {
    if (field.name === 'age') field.value = typing.has('age') ? field.value : chosen(field)[0] ?? '';
    else if ((field.checked = chosen(field).includes(field.value)) && field.closest('details')) field.closest('details').open = true;
  }
};

/** How many each choice would leave, beside it. */
const count = async () => {
  const mine = turn, { asked, found } = counted ?? {};
  const all = await choices();
  if (!asked || mine !== turn) return;
  fillForm(asked);
  all.showCounts(await all.countsOf(asked, found, fields().filter(({ type }) => type === 'checkbox')));
};

/** The form and the lists, where nothing is asked. */
const showLists = (asked) => {
  understood = [];
  counted = null;
  part('alarm').hidden = true;
  fillForm(asked);
  showPicked(asked, { understood, meant: '' }, linkTo);
};

/** @param {{focus?: boolean}} then what follows when the answer is there */
const run = async ({ focus = false } = {}) => {
  shownAt = location.search;
  typing.clear();
  const asked = readAsked(new URLSearchParams(location.search));
  const mine = (turn += 1);
  const nothing = isEmpty(asked);
  part('lists').hidden = !nothing;
  part('open').hidden = !nothing;
  part('answer').hidden = nothing;
  if (nothing) { showLists(asked); return; }
  form.elements.q.value = asked.q;
  part('title').textContent = 'Looking…';
  alarm(asked.q, mine).catch(() => {});
  startAnswer(asked);
  try {
    const [found] = await Promise.all([answer(asked), Object.values(asked.filters).flat().length ? choices().catch(() => {}) : null]);
    if (mine !== turn) return;
    understood = found.understood;
    counted = { asked, found };
    fillForm(asked);
    showPicked(asked, found, linkTo);
    await showAnswer(asked, found, history.state?.shown);
    if (focus) part('title').focus();
    if (mine !== turn) return;
    if (!found.sure.length) await choices().then(({ widerThan, showWider }) => widerThan(asked, found).then((wider) => showWider(asked, wider, linkTo)));
    if (isPanelSeen()) await count();
  } catch (fault) {
    if (mine === turn) await showAnswer(asked, { broken: true, sure: [], perhaps: [], nearly: [], understood: [] });
    throw fault;
  }
};

/** A link to another question, which this page answers itself. */
const linkTo = (asked) => addressOf(asked) || location.pathname;

const go = (asked, options) => {
  const address = addressOf(asked);
  if (address !== location.search) history.pushState(null, '', address || location.pathname);
  return run(options);
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  go(askedByForm(), { focus: true });
});
document.addEventListener('input', ({ target }) => target.form === form && typing.add(target.name));
document.addEventListener('change', ({ target }) => {
  if (target.form !== form || !(target.type === 'checkbox' || ['sort', 'age', 'near'].includes(target.name))) return;
  history.replaceState(null, '', (addressOf(askedByForm()) || location.pathname) + location.hash);
  run();
});
document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-lo-ask]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(readAsked(new URL(link.href).searchParams), { focus: true });
});
addEventListener('popstate', () => location.search !== shownAt && run());

addEventListener('hashchange', () => isPanelSeen() && count().catch(() => {}));

/** What was ticked or typed before the scripts were here counts too. */
const first = async () => {
  if (location.search) return run();
  if (isPanelSeen()) await choices().catch(() => {});
  const typed = askedByForm();
  return isEmpty({ ...typed, q: '' }) ? null : go(typed);
};

/** Done when the question of the address is answered. */
export const answered = first();
