// A question → what it asks for in choices (ages, days, places, money) and the words that are left.
import { isLittle } from './forms.js';
import { plain, wordsOf } from './words.js';

/** @typedef {{name: string, value: string, words: string}} Choice what a page must have, and how a reader says it */

export const DAYS = { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' };
const CODES = Object.keys(DAYS);
const TIMES = { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' };
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
export const OLDEST = 25;
const NUMBER = `(\\d{1,2}|${NUMBERS.join('|')})`;

const age = (number) => (number <= OLDEST ? [{ name: 'age', value: `${number}`, words: `Age ${number}` }] : null);
const numberOf = (word) => (/^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word));
const choice = (name, value, words) => [{ name, value, words }];
const day = (code) => ({ name: 'day', value: code, words: DAYS[code] });
const dayAfter = (now, days) => day(CODES[(new Date(now).getDay() + 6 + days) % 7]);

/** Each reads one way of saying something; what it gives back is taken out of the words. Not read: what is part of another name. */
const SAID = [
  [`(?:aged? |for )?${NUMBER} ?(?:years?|yrs?|yr|yo)(?: olds?)?(?! (?:check|plan|review|wait|waiting|group))`, ([, number]) => age(numberOf(number))],
  [`aged? ${NUMBER}`, ([, number]) => age(numberOf(number))],
  [`${NUMBER} (?:months?|mths?|weeks?)(?: olds?)`, ([, number, months]) => age(/week/.test(months) ? 0 : Math.floor(numberOf(number) / 12))],
  [`(?:is|s?hes|just turned|who is) ${NUMBER}(?= |$)(?! (?:weeks?|months?|days?|hours?|miles?))`, ([, number]) => age(numberOf(number))],
  [`(?:is |s?hes |just )?(?:nearly|almost) ${NUMBER}(?= |$)(?! (?:weeks?|months?|days?|hours?|miles?|people))`, ([, number]) => age(Math.max(0, numberOf(number) - 1))],
  [`(?:user|person|teenager|teen|pupil|student|someone|somebody|one) of ${NUMBER}(?= |$)(?! (?:weeks?|months?))`, ([, number]) => age(numberOf(number))],
  [`(?:son|daughter|boy|girl|child|grandson|granddaughter|nephew|niece)(?: is)? ${NUMBER}(?= |$)`, ([, number]) => age(numberOf(number))],
  ['(?:year|yr|y) ?(\\d{1,2})(?= |$)', ([, number]) => (number > 0 && number < 14 ? [{ name: 'age', value: `${Number(number) + 4}`, words: `Age ${Number(number) + 4} (year ${number})` }] : null)],
  ['(?:in )?reception(?: class| year)?', () => [{ name: 'age', value: '4', words: 'Age 4 (reception)' }]],
  ['(?:on )?(?:the )?(?:weekends?|week ends?)', () => [day('SA'), day('SU')]],
  ...CODES.map((code) => [`(?:on |every )?${DAYS[code].toLowerCase()}s?`, () => [day(code)]]),
  ['today', (_, { now }) => [dayAfter(now, 0)]],
  ['tonight', (_, { now }) => [dayAfter(now, 0), ...choice('time', 'evening', TIMES.evening)]],
  ['tomorrow', (_, { now }) => [dayAfter(now, 1)]],
  ...Object.keys(TIMES).map((part) => [`(?<!(?:every|each) )(?:in the |at )?${part}s?(?! before school)`, () => choice('time', part, TIMES[part])]),
  ['(?:for )?free(?= |$)(?! (?:school|schools|childcare|child|nursery|hours|meal|meals|travel|bus|parking|legal|early|years|prescriptions))', () => choice('cost', 'free', 'Free')],
  ['no cost|without paying|costs nothing', () => choice('cost', 'free', 'Free')],
  ['online(?! (?:safety|safe|bullying|abuse|grooming|gaming))', () => choice('delivery', 'online', 'Online')],
  ['at home(?! (?:education|educated|school|schooling))', () => choice('delivery', 'home', 'At home')],
  ['(?:by|over the|on the) phone', () => choice('delivery', 'phone', 'By phone')],
  ['24 7', () => []],
  ['drop in', () => choice('route', 'drop-in', 'Just turn up')],
  ['self refer(?:ral|rals)?|refer (?:myself|ourselves)|without (?:a )?referral|no referral(?: needed)?', () => choice('route', 'self-referral', 'Ask them yourself')],
  ['(?:without|no|dont have|not got) (?:a |any )?(?:formal )?diagnosis(?: needed)?|undiagnosed', () => choice('know', 'no-diagnosis', 'No diagnosis needed')],
  ['(?:without|no) (?:an? )?(?:ehc ?plan|ehcp|ehc p)(?: needed)?', () => choice('know', 'no-plan', 'No EHC plan needed')],
  ['no (?:wait|waiting)(?: list| time)?|without (?:a )?(?:wait|waiting)(?: list)?', () => choice('know', 'no-wait', 'No wait')],
].map(([pattern, read]) => [new RegExp(`(?<![^ ])(?:${pattern})(?![^ ])`, 'g'), read, pattern]);

/**
 * @param {string} typed as it was typed
 * @param {{areas: Object, districts: string[]}} head the places of this area
 * @returns {{choices: Choice[], words: string[], too: string[]}} `too`: the words of the choices
 */
export const understand = (typed, { areas = {}, districts = [], place = '' }, now = Date.now()) => {
  let text = plain(typed);
  const choices = [], too = [];
  const take = (pattern, read) => {
    text = text.replace(pattern, (...match) => {
      const found = read(match, { now });
      if (!found) return match[0];
      too.push(...wordsOf(match[0].trim()).filter((word) => !isLittle(word) && !/\d/.test(word)));
      choices.push(...found.filter(({ name, value }) => !choices.some((other) => other.name === name && other.value === value)));
      return ' ';
    }).replace(/ +/g, ' ').trim();
  };
  takePostcode(take, districts);
  for (const [name, [id, words]] of Object.entries(areas)) take(new RegExp(`(?<![^ ])(?:(?:in|near|around|close to) )?${name}(?![^ ])`, 'g'), () => choice('area', id, words));
  for (const [pattern, read] of SAID) take(pattern, read);
  if (place) take(new RegExp(`(?<![^ ])(?:(?:in|near|around) )?${place}(?![^ ])`, 'g'), () => []);
  return { choices, words: wordsOf(text), too };
};

/** A whole postcode of this area, its sector or its district: `mb24dt`, `mb2 4`, `mb2`. */
const takePostcode = (take, districts) => {
  for (const district of districts) {
    take(new RegExp(`(?<![^ ])(?:(?:in|near|around|close to) )?(${district}(?: ?\\d[a-z]{2}| \\d)?)(?![^ ])`, 'g'), ([, found]) => choice('near', found.toUpperCase(), `Near ${found.toUpperCase()}`));
  }
};
