// Says whether somebody answers now, from the hours that stand in the page (localoffer/wording/opening.py writes them).
// Without this file the hours stand there. On a bank holiday it says nothing, unless the hours say that they are closed.
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const DAY = 1440;

/** Each span of a week as [minute it opens, minute it closes], counted from Monday's midnight; and whether bank holidays are closed. */
const spansOf = (hours) => hours.split(';').flatMap((part) => {
  const [, days, opens, closes, closed] = /^(\d+) (\d{4})-(\d{4})( closed)?$/.exec(part) ?? ['', '', '0000', '0000'];
  const minute = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(2));
  return [...days].map((day) => {
    const from = (Number(day) - 1) * DAY + minute(opens);
    const until = (Number(day) - 1) * DAY + minute(closes);
    return { from, until: until > from ? until : until + DAY, closed: Boolean(closed) };
  });
});

/** Easter Sunday (Meeus, Jones and Butcher), as a day of the year's calendar in UTC. */
const easter = (year) => {
  const a = year % 19, b = Math.floor(year / 100), c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1);
};

/** True on the bank holidays of England that the law knows in advance, with the days in lieu of them. */
export const isBankHoliday = (day) => {
  const at = new Date(day), year = at.getUTCFullYear(), one = 86_400_000;
  const date = (month, number) => Date.UTC(year, month, number);
  const weekday = (time) => (new Date(time).getUTCDay() + 6) % 7;
  const monday = (time) => time + ((7 - weekday(time)) % 7) * one;
  const newYear = date(0, 1);
  const days = [
    newYear, weekday(newYear) > 4 ? monday(newYear) : newYear, easter(year) - 2 * one, easter(year) + one,
    monday(date(4, 1)), monday(date(4, 25)), monday(date(7, 25)),
    ...[25, 26, ...({ 4: [28], 5: [27, 28], 6: [27] }[weekday(date(11, 25))] ?? [])].map((number) => date(11, number)),
  ];
  return days.includes(Date.UTC(year, at.getUTCMonth(), at.getUTCDate()));
};

/** The time in England, as if it were UTC. */
export const inEngland = (now) => {
  const part = Object.fromEntries(new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  }).formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute);
};

export const clock = (minute) => {
  const hour = Math.floor(minute / 60) % 24, rest = minute % 60;
  if (!rest && hour % 12 === 0) return hour ? 'midday' : 'midnight';
  return `${hour % 12 || 12}${rest ? `:${String(rest).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`;
};

/** @returns {{isOpen: boolean, words: string} | null} null where it is not known */
export const stateAt = (hours, now) => {
  const spans = spansOf(hours), time = inEngland(now), today = new Date(time);
  const minute = ((today.getUTCDay() + 6) % 7) * DAY + today.getUTCHours() * 60 + today.getUTCMinutes();
  if (!spans.length) return null;
  const always = spans.length === 7 && spans.every(({ from, until }) => until - from === DAY);
  if (always) return { isOpen: true, words: 'day and night' };
  const holiday = isBankHoliday(time);
  if (holiday && !spans.every(({ closed }) => closed)) return null;
  const open = holiday ? null : spans.find(({ from, until }) => [0, -7 * DAY].some((week) => from + week <= minute && minute < until + week));
  if (open) return { isOpen: true, words: `until ${clock(open.until % DAY)}` };
  for (let ahead = 0; ahead < 14; ahead += 1) {
    const day = time - (time % 86_400_000) + ahead * 86_400_000;
    const first = (new Date(day).getUTCDay() + 6) % 7 * DAY;
    const next = isBankHoliday(day) ? [] : spans.map(({ from }) => from).filter((from) => from >= first && from < first + DAY && (ahead || from > minute)).sort((a, b) => a - b);
    if (next.length) return { isOpen: false, words: `opens ${ahead ? `${DAYS[first / DAY]} ` : ''}${clock(next[0] % DAY)}` };
  }
  return null;
};

export const sayOpen = (now = new Date()) => {
  for (const place of document.querySelectorAll('[data-lo-open]')) {
    const state = stateAt(place.dataset.loOpen, now);
    place.querySelector('.lo-open')?.remove();
    if (!state) continue;
    const told = document.createElement('span');
    told.className = `lo-open${state.isOpen ? '' : ' lo-open--shut'}`;
    told.dataset.loNow = '';
    const strong = document.createElement('strong');
    strong.textContent = state.isOpen ? 'Open now' : 'Closed now';
    told.append(strong, state.isOpen ? ` ${state.words}` : `, ${state.words}`);
    if ('loInstead' in place.dataset) place.replaceChildren(told);
    else place.prepend(told);
  }
  for (const box of document.querySelectorAll('[data-lo-shut]')) box.hidden = Boolean(stateAt(box.dataset.loShut, now)?.isOpen);
};
