// "Copy this letter": the words of a letter, without its title, for an e-mail.
export const offerCopying = () => {
  if (!navigator.clipboard) return;
  for (const letter of document.querySelectorAll('.lo-letter')) offerCopyingOf(letter);
};

const offerCopyingOf = (letter) => {
  const words = () => [...letter.querySelectorAll('p:not(.admonition-title), li')].map((part) => (part.matches('li') ? '- ' : '') + part.innerText).join('\n\n');
  const button = Object.assign(document.createElement('button'), { className: 'lo-button', type: 'button', textContent: 'Copy this letter' });
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  letter.append(button, status);
  button.addEventListener('click', async () => {
    const copied = await navigator.clipboard.writeText(words()).then(() => true, () => false);
    status.textContent = copied ? ' Copied. Paste it into your e-mail.' : ' This browser cannot copy. Mark the words yourself.';
  });
};
