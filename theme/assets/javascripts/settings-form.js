// The page of reading settings: each choice works at once and is kept in this browser.
import { SETTINGS, applySettings, keepSettings, readSettings } from './settings.js';

export const showSettings = () => {
  const form = document.querySelector('[data-lo-settings]');
  const status = document.querySelector('[data-lo-settings-status]');
  form.hidden = false;

  const fill = () => {
    const chosen = readSettings();
    for (const name of Object.keys(SETTINGS)) form.elements[name].value = chosen[name] ?? SETTINGS[name][0];
  };

  const change = (words) => {
    const chosen = Object.fromEntries(new FormData(form));
    applySettings(chosen);
    status.textContent = keepSettings(chosen) ? words : `${words} This browser cannot keep it for the next page.`;
  };

  form.addEventListener('change', ({ target }) => {
    const title = target.closest('fieldset').querySelector('legend').textContent.trim();
    change(`${title}: ${target.closest('label').textContent.trim()}. Kept in this browser.`);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    change('Kept in this browser.');
  });
  form.addEventListener('reset', () => setTimeout(() => {
    change('Everything is as it comes again.');
    fill();
  }));
  fill();
};
