// "Leave this page": the page that is left does not stay one step back. What the browser's history holds, it holds.
export const offerExit = () => {
  for (const link of document.querySelectorAll('[data-lo-exit]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      document.documentElement.hidden = true;
      location.replace(link.href);
    });
  }
};
