// Inside a fragment: tells the page around it how high it is. Without this it keeps the height of its frame.
const moved = document.querySelector('[data-lo-moved]');
if (moved) location.replace(moved.href + location.hash);
else if (parent !== self) {
  const tell = () => parent.postMessage({ localOffer: Math.ceil(document.documentElement.getBoundingClientRect().height) }, '*');
  addEventListener('message', (event) => event.source === parent && event.data === 'local-offer' && tell());
  if (location.hash === '#new') document.querySelector('base').target = '_blank'; // some frames may open nothing else
  new ResizeObserver(tell).observe(document.documentElement);
}
