// Shows the buttons that print this page. What is folded is on paper too, also where a browser cannot be told so by the stylesheet;
// and all parts of an easy-read page.
const printAll = async () => {
  const whole = document.querySelector('[data-lo-whole]');
  if (!whole) return window.print();
  const { bringParts, takeParts } = await import('./print-parts.js');
  addEventListener('afterprint', takeParts, { once: true });
  await bringParts(whole);
  return window.print();
};

export const offerPrint = () => {
  for (const button of document.querySelectorAll('[data-lo-print]')) {
    button.hidden = false;
    button.addEventListener('click', printAll);
  }
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('main details:not([open])')];
    for (const fold of opened) fold.open = true;
  });
  addEventListener('afterprint', () => { for (const fold of opened) fold.open = false; });
};
