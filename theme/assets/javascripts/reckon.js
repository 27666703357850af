// From the day of a letter to the last day of what follows: the same arithmetic as localoffer/wording/reckoning.py.
// A day is written 2026-11-26 and counted in UTC, so that no clock of the device can move it.
const DAY = 86400000;
const NAMES = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const written = (day) => day.toISOString().slice(0, 10);
const later = (day, days) => new Date(day.getTime() + days * DAY);

/** The day that a text names; null where there is no such day. @param {string} text 2026-11-26 */
export const dayOf = (text) => {
  const day = new Date(`${text}T00:00:00Z`);
  return /^[12]\d{3}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && written(day) === text ? day : null;
};

const addMonths = (day, months) => {
  const found = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(found.getUTCFullYear(), found.getUTCMonth() + 1, 0)).getUTCDate();
  return later(found, Math.min(day.getUTCDate(), last) - 1);
};

const workingDay = (start, number, holidays) => {
  const known = new Set(holidays.map((holiday) => holiday.slice(0, 4)));
  let day = start;
  for (let left = number; left;) {
    day = later(day, 1);
    if (!known.has(written(day).slice(0, 4))) return null;
    if (day.getUTCDay() % 6 && !holidays.includes(written(day))) left -= 1;
  }
  return day;
};

/** The last day of a period counted from `text`; null where it cannot be counted here, as with school days. */
export const lastDay = (text, number, unit, holidays = []) => {
  const start = dayOf(text);
  const counts = {
    days: () => later(start, number),
    weeks: () => later(start, number * 7),
    months: () => addMonths(start, number),
    years: () => addMonths(start, number * 12),
    'working days': () => workingDay(start, number, holidays),
  };
  const found = start && counts[unit]?.();
  return found ? written(found) : null;
};

/** `Tuesday 26 January 2027` */
export const inWords = (text) => NAMES.format(dayOf(text)).replace(',', '');

/** `in 61 days`, `today`, `12 days ago` */
export const howFar = (text, today) => {
  const days = Math.round((dayOf(text) - dayOf(today)) / DAY);
  const count = `${Math.abs(days)} day${Math.abs(days) === 1 ? '' : 's'}`;
  return days > 0 ? `in ${count}` : days ? `${count} ago` : 'today';
};

const escaped = (text) => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

/** A line of a calendar file holds 75 bytes at most; the rest follows after a blank. */
const folded = (line) => {
  const lines = [''];
  let size = 0;
  for (const sign of line) {
    const bytes = new TextEncoder().encode(sign).length;
    if (size + bytes > 74) {
      lines.push('');
      size = 0;
    }
    lines[lines.length - 1] += sign;
    size += bytes;
  }
  return lines.join('\r\n ');
};

/** A calendar file (RFC 5545): a whole day for each date, and a reminder a week before it.
 * @param {{day: string, title: string, words: string}[]} dates @param {string} now 20261126T093000Z */
export const calendar = (dates, now) => {
  const events = dates.flatMap(({ day, title, words }, number) => [
    'BEGIN:VEVENT', `UID:${now}-${number}@local-offer`, `DTSTAMP:${now}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`, `DTEND;VALUE=DATE:${written(later(dayOf(day), 1)).replaceAll('-', '')}`,
    `SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(words)}`,
    'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-P7D', `DESCRIPTION:${escaped(title)}`, 'END:VALARM', 'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Local Offer//Dates from a letter//EN', ...events, 'END:VCALENDAR', ''].map(folded).join('\r\n');
};
