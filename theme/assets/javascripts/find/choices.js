// The panel of choices: how many each would leave, and what there would be with one thing less. It comes when it is seen.
import { everyService, isService, testOf, testsFor } from './answer.js';
import { file } from './index.js';
import { ask, count, form, make, part, wordsFor } from './show.js';
import { ALL, FILTERS, without } from './state.js';

/** How many of what was found each choice would leave. @returns {Promise<Map<Object, number>>} */
export const countsOf = async (asked, { all, kinds, chosen }, fields) => {
  const services = all.filter((number) => isService(kinds[number]));
  const names = [...new Set(fields.map(({ name }) => name))];
  const counts = new Map();
  await Promise.all(names.map(async (name) => {
    const others = await testsFor(chosen.filter((choice) => choice.name !== name || ALL.includes(name)));
    const rest = services.filter((number) => others.every((test) => test(number) === true));
    for (const field of fields) {
      if (field.name !== name) continue;
      const test = await testOf(name, [field.value]);
      counts.set(field, rest.filter((number) => test(number) === true).length);
    }
  }));
  return counts;
};

/** What there would be with one thing less, best first. */
export const widerThan = async (asked, { all, kinds, chosen }) => {
  const wider = [];
  const fitting = (tests) => all.filter((number) => isService(kinds[number]) && tests.every((test) => test(number) === true)).length;
  for (const choice of chosen) {
    const number = fitting(await testsFor(chosen.filter((other) => other !== choice)));
    if (number) wider.push({ asked: without(asked, choice), choice, number });
  }
  if (asked.q && chosen.length) {
    const filters = Object.fromEntries(FILTERS.map((name) => [name, chosen.filter((choice) => choice.name === name).map(({ value }) => value)]));
    const every = (await everyService()).order, tests = await testsFor(chosen);
    const number = every.filter((each) => tests.every((test) => test(each) === true)).length;
    if (number) wider.push({ asked: { ...asked, q: '', exact: '', no: [], filters }, words: asked.q, number });
  }
  if (!wider.length && all.length && chosen.length) {
    const no = [...asked.no, ...chosen.map(({ name, value }) => `${name}:${value}`)];
    wider.push({ asked: { ...asked, near: '', no, filters: {} }, choice: { words: 'all that you chose' }, number: all.length });
  }
  return wider.sort((a, b) => b.number - a.number);
};

/** Said where nothing fits all of a question. */
export const showWider = (asked, wider, linkTo) => {
  part('wider').hidden = !wider.length;
  part('wider').querySelector('ul').replaceChildren(...wider.map(({ asked: other, choice, number }) => make('li', ask(`Without "${choice ? wordsFor(choice) : asked.q}": ${count(number, 'result')}`, linkTo(other)))));
};

/** The choices stand outside the form, and belong to it. */
export const joinForm = () => document.querySelectorAll('.lo-choice input').forEach((box) => box.setAttribute('form', form.id));

/** Long groups of choices come with the index. */
export const fillGroups = async () => {
  for (const [name, choices] of Object.entries(await file('names'))) {
    const group = document.querySelector(`[data-lo-find-fill="${name}"]`);
    group?.append(...choices.map(([value, words]) => {
      const box = make('input'), label = make('label', box, make('span', words));
      Object.assign(box, { type: 'checkbox', name, value });
      label.className = 'lo-choice';
      return label;
    }));
  }
  joinForm();
};

/** The place for a number beside a choice. */
const countBeside = (label) => {
  if (!label.querySelector('small')) label.lastElementChild.append(make('small'));
  return label.querySelector('small');
};

/** How many each choice would leave; those that would leave none are put away. @param {Map<HTMLInputElement, number>} counts */
export const showCounts = (counts) => {
  const groups = new Set();
  for (const [field, number] of counts) {
    const label = field.closest('label'), group = field.closest('.lo-group');
    countBeside(label).textContent = number ? ` (${number})` : '';
    label.hidden = !number && !field.checked;
    groups.add(group);
  }
  for (const group of groups) group.hidden = [...group.querySelectorAll('label')].every((label) => label.hidden);
};
