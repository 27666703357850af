// "Copy": words of a letter for an e-mail, without its title; pieces for other people's pages.
export const offerCopying = () => {
  for (const letter of document.querySelectorAll('.lo-letter')) {
    const words = () => [...letter.querySelectorAll('p:not(.admonition-title), li')].map((part) => (part.matches('li') ? '- ' : '') + part.innerText).join('\n\n');
    offerCopyOf(letter, words, 'Copy this letter', ' Copied. Paste it into your e-mail.');
  }
};

/** A button that copies what `words` gives; `what` says of several on a page what this one copies. */
export const offerCopyOf = (place, words, says, done, what = '') => {
  if (!navigator.clipboard) return;
  const button = Object.assign(document.createElement('button'), { className: 'lo-button', type: 'button', textContent: says });
  if (what) button.setAttribute('aria-label', `${says}: ${what}`);
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  place.append(button, status);
  button.addEventListener('click', async () => {
    const copied = await navigator.clipboard.writeText(words()).then(() => true, () => false);
    status.textContent = copied ? done : ' This browser cannot copy. Mark the words yourself.';
  });
};
