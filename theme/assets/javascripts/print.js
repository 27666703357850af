// Shows the buttons that print this page.
export const offerPrint = () => {
  for (const button of document.querySelectorAll('[data-lo-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
};
