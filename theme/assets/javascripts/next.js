// The next day of what is on, by the reader's own clock: the build writes a day, this file makes it today, or the one after.
// A list of days hides those that are over. Marks are written by localoffer/wording/coming.py: `6@0930`, `2026-11-28@0930`.
import { clock, inEngland } from './open.js';

const DAY = 86_400_000;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const dayOf = (time) => time - (time % DAY);

/** Each mark as its day, and the minute of that day; a mark without a clock counts until midnight. */
const timesOf = (marks, now) => marks.split(' ').map((mark) => {
  const [day, minutes] = mark.split('@');
  const minute = minutes ? Number(minutes.slice(0, 2)) * 60 + Number(minutes.slice(2)) : null;
  const isOver = minute !== null && (now % DAY) / 60_000 >= minute;
  if (day.length > 1) return { day: Date.parse(day), minute };
  const ahead = (Number(day) - new Date(now).getUTCDay() + 7) % 7;
  return { day: dayOf(now) + (ahead || (isOver ? 7 : 0)) * DAY, minute };
});

/** @returns {{words: string, isNear: boolean} | null} null where no day is left */
export const nextOf = (marks, now) => {
  const left = timesOf(marks, now).filter(({ day, minute }) => day > dayOf(now) || (day === dayOf(now) && (minute === null || minute > (now % DAY) / 60_000)));
  const [next] = left.sort((a, b) => a.day - b.day || a.minute - b.minute);
  if (!next) return null;
  const ahead = (next.day - dayOf(now)) / DAY, at = new Date(next.day);
  const time = next.minute === null ? '' : ` ${clock(next.minute)}`;
  if (ahead < 2) return { words: `${['Today', 'Tomorrow'][ahead]}${time}`, isNear: true };
  const day = DAYS[at.getUTCDay()];
  return { words: ahead < 7 ? `${day}${time}` : `Next: ${day} ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`, isNear: false };
};

export const sayNext = (now = inEngland(new Date())) => {
  for (const place of document.querySelectorAll('[data-lo-next]')) {
    const marks = place.dataset.loNext, next = nextOf(marks, now);
    if (place.closest('[data-lo-made]')) {
      if (!next) place.closest('li').hidden = true;
    } else if (!next) {
      place.textContent = 'Ask for the next day';
    } else if (next.isNear || marks.includes('-')) {
      place.textContent = next.words;
    }
  }
  for (const day of document.querySelectorAll('[data-lo-day]')) {
    day.hidden = !day.querySelector('li:not([hidden])');
  }
  const made = document.querySelector('[data-lo-made]');
  if (made && now - Date.parse(made.dataset.loMade) >= 2 * DAY) {
    const told = document.createElement('p');
    told.className = 'lo-callout lo-callout--warm';
    told.setAttribute('role', 'status');
    told.textContent = 'This list is some days old. Days that are over are left out, and newer things are missing. Open it again on the internet, or ask before you go.';
    made.prepend(told);
  }
};
