// Pieces for schools' websites: buttons that copy, and the choice of every list. Nothing that is chosen is kept or sent.
import { offerCopyOf } from './copy.js';

for (const piece of document.querySelectorAll('.lo-paste')) {
  offerCopyOf(piece, () => piece.querySelector('code').textContent, 'Copy', ' Copied. Paste it into your page.', piece.querySelector('h3').textContent);
}

const form = document.querySelector('[data-lo-paste]');
const safe = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
const fill = (select, rows) => select.replaceChildren(...rows.map(([value, words]) => new Option(words, value)));

const show = (offered) => {
  const [what, which, age, how] = ['what', 'which', 'age', 'form'].map((id) => document.getElementById(id));
  const part = (name) => form.querySelector(`[data-lo-${name}]`);

  /** The page that is chosen: its address, its name, its fragment. */
  const chosen = () => {
    if (what.value === 'all') return { url: '', title: 'Help with special educational needs and disabilities' };
    if (what.value === 'search') return { url: offered.search[0], title: 'Find help', embed: offered.search[1], height: offered.search[2] };
    const name = which.selectedOptions[0]?.text ?? '';
    if (what.value !== 'needs' || !age.value) return { url: `${what.value}/${which.value}/`, title: name };
    return { url: `needs/${which.value}/${age.value}/`, title: `${name}, ${age.selectedOptions[0].text.toLowerCase()}` };
  };

  const write = () => {
    const { url, title, embed = `embed/${url}`, height = offered.height } = chosen();
    const isLink = what.value === 'all';
    part('which').hidden = isLink || what.value === 'search';
    part('age').hidden = what.value !== 'needs';
    part('form').hidden = isLink;
    const values = { address: offered.site + url, embed: offered.site + embed, script: offered.script, title, offer: offered.offer, height: String(height) };
    const pattern = offered.forms[isLink ? 'link' : how.value];
    part('piece').textContent = pattern.replace(/\{(\w+)\}/g, (hole, name) => (name in values ? safe(values[name]) : hole));
    part('see').href = new URL(isLink || how.value === 'link' ? url : embed, new URL('../../../', location.href));
  };

  const refill = () => {
    fill(which, offered[what.value] ?? []);
    write();
  };
  what.addEventListener('change', refill);
  fill(age, [['', 'Every age'], ...offered.ages]);
  for (const field of [which, age, how]) field.addEventListener('change', write);
  refill(); // something may have been chosen while the lists came
};

if (form) {
  fetch(form.dataset.loPaste).then((answer) => answer.json()).then(show, () => form.closest('section').remove());
}
