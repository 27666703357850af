// What this browser keeps for its reader: no account, no cookie, nothing sent.

/** @returns {any} what was kept under this name, or `otherwise` */
export const readKept = (name, otherwise) => {
  try { return JSON.parse(localStorage.getItem(name)) ?? otherwise; } catch { return otherwise; }
};

/** @returns {boolean} false where the browser keeps nothing (private windows, full storage) */
export const keep = (name, value) => {
  try { localStorage.setItem(name, JSON.stringify(value)); return true; } catch { return false; }
};
