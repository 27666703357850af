// "Dates from a letter": counts on this device. Nothing that is typed is kept or sent.
import { calendar, dayOf, howFar, inWords, lastDay } from './reckon.js';

const form = document.querySelector('[data-lo-dates]');
const answer = document.querySelector('[data-lo-dates-answer]');
const save = document.querySelector('[data-lo-dates-save]');
const holidays = form.dataset.loDates.split(' ');
let found = [];

const now = () => new Date();
const today = () => [now().getFullYear(), now().getMonth() + 1, now().getDate()].map((part) => String(part).padStart(2, '0')).join('-');
const element = (name, ...parts) => {
  const made = document.createElement(name);
  made.append(...parts);
  return made;
};

/** One date of the list in the page, with its day. */
const row = (line, start) => {
  const { loNumber, loUnit } = line.dataset;
  const day = lastDay(start, Number(loNumber), loUnit, holidays);
  const what = line.querySelector('[data-lo-what]').textContent;
  const how = [...line.querySelector('[data-lo-how]').cloneNode(true).childNodes];
  if (!day) {
    const why = loUnit === 'school days' ? 'We do not know the days on which the school is open. Ask the school for the date.' : 'We do not know the bank holidays of that year yet. Ask for the date.';
    return element('li', element('p', `${what} ${line.querySelector('[data-lo-how]').firstChild.textContent} `, element('strong', why)), element('p', how.at(-1)));
  }
  const words = `${inWords(day)}, ${howFar(day, today())}`;
  found.push({ day, title: what.replace(/( by|:)$/, ''), words: line.querySelector('[data-lo-how]').textContent.replace(/\s+/g, ' ').trim() });
  return element('li', element('p', `${what} `, element('strong', words), '.'), element('p', ...how));
};

const show = () => {
  const [day, month, year] = ['day', 'month', 'year'].map((name) => form.elements[name].value.trim());
  const start = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  const part = [...document.querySelectorAll('[data-lo-letter]')].find((one) => one.dataset.loLetter === form.elements.letter.value);
  const problem = !dayOf(start) ? 'Type the date in numbers: the day, the month, and all four digits of the year.' : !part ? 'Choose what the letter says.' : '';
  found = [];
  save.hidden = true;
  if (problem) {
    answer.replaceChildren(element('p', element('strong', problem)));
    (dayOf(start) ? form.elements.letter : form.elements.day).focus();
    return;
  }
  const list = element('ol', ...[...part.querySelectorAll('[data-lo-unit]')].map((line) => row(line, start)));
  answer.replaceChildren(element('h2', part.querySelector('h3').textContent), element('p', `Counted from ${inWords(start)}.`), list);
  save.hidden = !found.length;
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  show();
});
save.addEventListener('click', () => {
  const text = calendar(found, now().toISOString().replace(/[-:]|\.\d+/g, ''));
  const link = element('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  link.download = 'dates-from-a-letter.ics';
  link.click();
  URL.revokeObjectURL(link.href);
});
