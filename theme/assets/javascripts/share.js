// "Share": the phone's own share sheet, where the browser has one.
export const offerSharing = () => {
  if (!navigator.share) return;
  for (const button of document.querySelectorAll('[data-lo-share]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      navigator.share({ title: document.querySelector('h1').textContent, url: location.href.split('#')[0] }).catch(() => {});
    });
  }
};
