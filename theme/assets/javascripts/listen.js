// "Listen": the browser's own voice reads the page, from its main heading down. Stop is always at hand.

const SPOKEN = 'h1, h2, h3, h4, p, li, dt, dd, caption, th, td, address, figcaption';
const SILENT = '[hidden], [aria-hidden="true"], .lo-paper, .lo-wrong, .lo-bar, form, nav, button, noscript, template';

export const offerListening = () => {
  if (!('speechSynthesis' in window) || !document.querySelector('[data-lo-listen]')) return;
  for (const button of document.querySelectorAll('[data-lo-listen]')) {
    button.hidden = false;
    button.addEventListener('click', () => (button.dataset.loSpeaking ? stop(button) : start(button)));
    addEventListener('keydown', (event) => { if (event.key === 'Escape' && button.dataset.loSpeaking) stop(button); });
    addEventListener('pagehide', () => speechSynthesis.cancel());
  }
};

/** The parts of the page to read, in order; none inside another. */
const partsToRead = () => {
  const parts = [...document.querySelectorAll(`main :is(${SPOKEN})`)].filter((part) => !part.closest(SILENT) && part.textContent.trim());
  return parts.filter((part) => !part.querySelector(SPOKEN));
};

const say = (button, words, speaking) => {
  button.querySelector('span').textContent = words;
  if (speaking) button.dataset.loSpeaking = 'yes';
  else delete button.dataset.loSpeaking;
};

let round = 0;

const start = (button) => {
  const parts = partsToRead();
  const mine = (round += 1);
  speechSynthesis.cancel();
  say(button, 'Stop reading', true);
  const read = (place) => {
    if (mine !== round) return;
    mark(parts[place]);
    if (!parts[place]) { stop(button); return; }
    const words = new SpeechSynthesisUtterance(spokenWords(parts[place]));
    words.lang = parts[place].closest('[lang]').lang;
    words.onend = () => read(place + 1);
    words.onerror = ({ error }) => (error === 'interrupted' || error === 'canceled' ? null : stop(button));
    speechSynthesis.speak(words);
  };
  read(0);
};

/** A phone number digit by digit; white space folded. */
const spokenWords = (part) => part.textContent.replace(/\s+/g, ' ').trim().replace(/\b0[\d ]{8,13}\d\b/g, (digits) => [...digits.replace(/ /g, '')].join(' '));

const mark = (part) => {
  document.querySelector('.lo-spoken')?.classList.remove('lo-spoken');
  if (!part) return;
  for (let fold = part.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  part.classList.add('lo-spoken');
  part.scrollIntoView({ block: 'nearest' });
};

const stop = (button) => {
  round += 1;
  speechSynthesis.cancel();
  mark(null);
  say(button, 'Listen', false);
};
