// How far away things are: worked out here, from a small list of postcode sectors (MB2 4). Nothing is sent anywhere.
import { file } from './index.js';
import { choicesOf } from './read.js';

/** @typedef {[number, number]} Point latitude and longitude */

const MILE = 1609.344;

/**
 * Where a postcode is: whole (`mb24dt`), a sector (`MB2 4`) or only its first half (`MB2`).
 * @param {Object<string, Point>} sectors
 * @returns {{name: string, point: Point} | null} null when we do not know it
 */
export const placeOf = (typed, sectors) => {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (!bare) return null;
  const whole = bare.match(/^([A-Z]{1,2}\d[A-Z\d]?)(\d)([A-Z]{0,2})$/);
  const district = Object.keys(sectors).filter((sector) => sector.split(' ')[0] === bare);
  if (district.length) return { name: bare, point: middle(district.map((sector) => sectors[sector])) };
  const sector = whole && `${whole[1]} ${whole[2]}`;
  if (!sector || !sectors[sector]) return null;
  return { name: sector + whole[3], point: sectors[sector] };
};

const middle = (points) => [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);

/** @returns {number} miles between two points, along the earth */
export const miles = ([lat1, long1], [lat2, long2]) => {
  const radians = (degrees) => (degrees * Math.PI) / 180;
  const half = (a, b) => Math.sin(radians(b - a) / 2) ** 2;
  const part = half(lat1, lat2) + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * half(long1, long2);
  return (2 * 6371000 * Math.asin(Math.sqrt(part))) / MILE;
};

/** A sector is about half a mile wide, so nothing finer is said. */
const milesWords = (far) => {
  if (far < 0.75) return 'less than 1 mile away';
  const whole = Math.round(far);
  return whole === 1 ? 'about 1 mile away' : `about ${whole} miles away`;
};

/** What every distance needs. */
export const fetchPlaces = () => Promise.all([file('places'), choicesOf('sector')]);

/** Miles to each page that says its postcode sector: to the nearest of its places. */
const distances = async (point) => {
  const [places, sectors] = await fetchPlaces();
  const far = new Map();
  for (const [name, numbers] of Object.entries(sectors)) {
    if (!places[name]) continue;
    const distance = miles(point, places[name]);
    for (const number of numbers) far.set(number, Math.min(far.get(number) ?? Infinity, distance));
  }
  return far;
};

/** Nearest first among those that answer about as well: a page far weaker than the best stays behind. */
const byDistance = (numbers, far, score) => {
  const best = Math.max(...numbers.map((number) => score.get(number)));
  const step = (number) => (score.get(number) > best / 3 ? 0 : 1);
  return [...numbers].sort((a, b) => step(a) - step(b) || (far.get(a) ?? Infinity) - (far.get(b) ?? Infinity) || score.get(b) - score.get(a));
};

/** @returns {Promise<{place: Object|null, far: Map<number, number>, howFar: (number: number) => string, byDistance: (numbers: number[], score: Map<number, number>) => number[]}>} */
export const whereIs = async (near) => {
  const [places] = await fetchPlaces();
  const place = placeOf(near, places);
  const far = place ? await distances(place.point) : new Map();
  return { place, far, howFar: (number) => (far.has(number) ? milesWords(far.get(number)) : ''), byDistance: (numbers, score) => byDistance(numbers, far, score) };
};
