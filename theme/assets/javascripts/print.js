// Shows the buttons that print this page. What is folded is on paper too, also where a browser cannot be told so by the stylesheet.
export const offerPrint = () => {
  for (const button of document.querySelectorAll('[data-lo-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('main details:not([open])')];
    for (const fold of opened) fold.open = true;
  });
  addEventListener('afterprint', () => { for (const fold of opened) fold.open = false; });
};
