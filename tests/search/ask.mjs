// The search of the pages, asked in Node: node ask.mjs SCRIPTS INDEX, questions as JSON on standard input, answers as JSON out.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [scripts, index] = process.argv.slice(2);
const from = (name) => import(new URL(`${name}.js`, pathToFileURL(`${scripts}/`)));
const [{ shownOf }, { answer }, { readAsked }, { isUrgent }] = await Promise.all(['read', 'answer', 'state', 'forms'].map(from));
globalThis.fetch = async (address) => ({ ok: true, json: async () => JSON.parse(readFileSync(`${index}/find/index/${address.pathname.split('/').at(-1)}`, 'utf8')) });
const urgent = JSON.parse(readFileSync(`${index}/find/urgent.json`, 'utf8')).words;
const urls = (numbers) => Promise.all(numbers.slice(0, 10).map(async (number) => (await shownOf(number)).href));
const out = [];
for (const address of JSON.parse(readFileSync(0, 'utf8'))) {
  const asked = readAsked(new URLSearchParams(address));
  const found = await answer(asked, Date.UTC(2026, 10, 25, 12));
  const [sure, perhaps, nearly] = [await urls(found.sure), await urls(found.perhaps), await urls(found.nearly.map(({ number }) => number))];
  out.push({ sure, perhaps, nearly, meant: found.meant, understood: found.understood.map(({ name, value }) => `${name}:${value}`), urgent: [...isUrgent(asked.q, urgent)] });
}
console.log(JSON.stringify(out));
