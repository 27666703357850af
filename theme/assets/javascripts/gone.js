// Lists have as many parts as they need: the page for an address that is gone leads from a part to its list.
const PART = /(?:kinds\/[^/]+\/)?(?:page\/\d+\/?)?$/;

export const leadToList = () => {
  const notice = document.querySelector('[data-lo-gone]');
  const list = location.pathname.replace(PART, '');
  if (list === location.pathname) return;
  notice.querySelector('a').href = list;
  notice.hidden = false;
};
