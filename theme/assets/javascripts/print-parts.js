// An easy-read page in parts goes on paper whole: the other parts are asked for when a reader prints, and stand on paper only.
const OTHERS = 'lo-other-part';
const WHOLE = 'lo-on-paper-whole';

const sectionsOf = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const sections = [...page.querySelectorAll('.lo-easy__body > :is(section, div)')].map((section) => document.importNode(section, true));
  for (const section of sections) {
    for (const picture of section.querySelectorAll('img')) {
      picture.loading = 'eager';
      picture.src = new URL(picture.getAttribute('src'), address);
    }
    for (const link of section.querySelectorAll('a')) link.href = new URL(link.getAttribute('href'), address);
    section.classList.add(OTHERS);
  }
  return sections;
};

/** Where all parts are: a list names them, a page in parts has links to them. */
const addressesOf = (whole) => whole.dataset.loWhole.split(' ').filter(Boolean);
const linksOf = (whole) => [...whole.querySelectorAll('a')].map((link) => link.href);

/** Brings all parts onto the page, in order; none where one cannot be had. */
export const bringParts = async (whole) => {
  const bare = (address) => new URL(address, location.href).href.split('#')[0];
  const here = bare(location.href);
  const addresses = [...new Set((whole.dataset.loWhole ? addressesOf(whole) : linksOf(whole)).map(bare))];
  const body = document.querySelector('.lo-easy__body');
  if (document.querySelector(`.${OTHERS}`)) return;
  try {
    const parts = await Promise.all(addresses.map((address) => (address === here ? [] : sectionsOf(address))));
    const at = addresses.indexOf(here);
    body.prepend(...parts.slice(0, at).flat());
    [...body.querySelectorAll(':scope > :is(section, div)')].at(-1).after(...parts.slice(at).flat());
    const pictures = [...body.querySelectorAll('img')];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
    document.body.classList.add(WHOLE);
  } catch { /* paper says which part it is */ }
};

/** Takes them away again. */
export const takeParts = () => {
  document.body.classList.remove(WHOLE);
  for (const section of document.querySelectorAll(`.${OTHERS}`)) section.remove();
};
