// Extras only: every page is complete without this file.
import { offerPrint } from './print.js';
import { offerSaving } from './save.js';
import { offerSharing } from './share.js';

offerPrint();
offerSaving();
offerSharing();
