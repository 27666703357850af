// @whole
// Extras only: every page is complete without this file.
import { keepPlace } from './easy.js';
import { offerExit } from './exit.js';
import { offerListening } from './listen.js';
import { sayOpen } from './open.js';
import { offerPrint } from './print.js';
import { offerSaving } from './save.js';
import { applySettings } from './settings.js';

document.documentElement.classList.add('lo-scripted');
applySettings();
offerExit();
sayOpen();
keepPlace();
offerPrint();
offerListening();
offerSaving();
if (document.querySelector('[data-lo-gone]')) import('./gone.js').then(({ leadToList }) => leadToList());
if (document.querySelector('[data-lo-share]')) import('./share.js').then(({ offerSharing }) => offerSharing());
if (document.querySelector('[data-lo-next], [data-lo-made]')) import('./next.js').then(({ sayNext }) => sayNext());
if (document.querySelector('[data-lo-folds]')) import('./folds.js').then(({ offerFolds }) => offerFolds());
if (document.querySelector('.lo-letter')) import('./copy.js').then(({ offerCopying }) => offerCopying());
if (document.querySelector('[data-lo-my-list]')) import('./my-list.js').then(({ showMyList }) => showMyList());
if (document.querySelector('[data-lo-settings]')) import('./settings-form.js').then(({ showSettings }) => showSettings());
