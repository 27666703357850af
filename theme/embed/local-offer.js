// For pages of schools: frames of the Local Offer grow to the height of what is in them, and <local-offer> makes such a frame.
// It sets no cookie, keeps nothing, and listens to no other frame. Without it the frame has a fixed height, or a link stays.
(() => {
  const folder = new URL('.', document.currentScript.src).href;
  const frames = new Set();
  const watch = (frame) => {
    frames.add(frame);
    const ask = () => frame.contentWindow?.postMessage('local-offer', '*');
    frame.addEventListener('load', ask);
    ask();
  };
  addEventListener('message', ({ data, source }) => {
    const high = Number(data?.localOffer);
    if (!(high > 0 && high < 20000)) return;
    for (const frame of frames) if (frame.contentWindow === source) frame.style.setProperty('height', `${high + 2}px`, 'important');
  });

  class LocalOffer extends HTMLElement {
    connectedCallback() {
      const { href } = new URL(this.getAttribute('src') || '', document.baseURI);
      if (this.shadowRoot || !href.startsWith(folder)) return;
      const frame = Object.assign(document.createElement('iframe'), { src: href, loading: 'lazy', title: this.getAttribute('title') || this.textContent.trim() });
      frame.style.cssText = `display:block;width:100%;height:${parseInt(this.getAttribute('height'), 10) || 600}px;border:0`;
      const style = Object.assign(document.createElement('style'), { textContent: ':host{display:block!important}' });
      this.attachShadow({ mode: 'open' }).append(style, frame);
      watch(frame);
    }
  }
  if (!customElements.get('local-offer')) customElements.define('local-offer', LocalOffer);
  const find = () => {
    for (const frame of document.querySelectorAll('iframe')) if (frame.src.startsWith(folder)) watch(frame);
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', find);
  else find();
})();
