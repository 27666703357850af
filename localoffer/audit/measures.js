// Measurements the audit takes in a page, through the browser's own tools: the page's policy does not stop them, and
// they change nothing that is not put back. Each function of `loAudit` returns plain values.
(() => {
  const INTERACTIVE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"]), [role=button], [role=link], [role=tab], [role=checkbox], [role=switch]';

  const shown = (el) => {
    if (!el.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false;
    const box = el.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  };

  const step = (el) => {
    if (el.id) return `#${CSS.escape(el.id)}`;
    const names = [...el.classList].slice(0, 2).map((name) => `.${CSS.escape(name)}`).join('');
    return el.tagName.toLowerCase() + names;
  };

  // Short and steady: two steps at most, without positions, so that the same fault is the same on every page.
  const selectorOf = (el) => {
    if (el.id || el === document.body || el === document.documentElement || !el.parentElement) return step(el);
    const names = el.classList.length ? '' : `${step(el.parentElement)} > `;
    return names + step(el);
  };

  const words = (el) => (el.getAttribute('aria-label') || el.innerText || el.getAttribute('alt') || el.getAttribute('title')
    || el.getAttribute('placeholder') || el.getAttribute('name') || '').replace(/\s+/g, ' ').trim().slice(0, 60);

  // What may stand in the file the element was written in: its words, then its attributes.
  const clues = (el) => [words(el), ...[...el.attributes].filter((one) => !one.name.startsWith('data-lo-audit')).map((one) => (one.value ? `${one.name}="${one.value}"` : ` ${one.name}`))].filter((clue) => clue.trim().length > 2);

  const told = (el) => ({ selector: selectorOf(el), words: words(el), frame: !el.closest('main, [role=main]'), clues: clues(el) });

  // Colours -----------------------------------------------------------------------------------------------------

  const painter = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const parsed = new Map();
  const parse = (colour) => {
    if (!parsed.has(colour)) {
      painter.clearRect(0, 0, 1, 1);
      painter.fillStyle = '#000';
      painter.fillStyle = colour;
      painter.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = painter.getImageData(0, 0, 1, 1).data;
      parsed.set(colour, [r, g, b, a / 255]);
    }
    return parsed.get(colour);
  };

  const over = (top, under) => {
    const a = top[3];
    return [0, 1, 2].map((i) => top[i] * a + under[i] * (1 - a)).concat(1);
  };

  const light = ([r, g, b]) => {
    const part = (v) => { const c = v / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };

  const contrast = (one, other) => {
    const [a, b] = [light(one), light(other)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };

  // Every colour that may lie behind an element: one, or the stops of a gradient. Null where a picture does.
  const behind = (el) => {
    const layers = [];
    for (let at = el; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage.includes('url(')) return null;
      const stops = style.backgroundImage.includes('gradient(') ? style.backgroundImage.match(/(rgba?|oklch|color)\([^()]*\)/g) || [] : [];
      const base = parse(style.backgroundColor);
      layers.push(stops.length ? stops.map((stop) => over(parse(stop), base[3] === 1 ? base : [255, 255, 255, 1])) : [base]);
      if (!stops.length && base[3] === 1) break;
      if (stops.length) break;
    }
    const canvas = parse(getComputedStyle(document.documentElement).colorScheme.includes('dark')
      && matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : '#fff');
    return layers.reduceRight((under, layer) => layer.flatMap((top) => under.map((one) => over(top, one))), [canvas]);
  };

  const faintest = (colour, el, from = el) => {
    const grounds = behind(from);
    return grounds ? Math.min(...grounds.map((ground) => contrast(over(colour, ground), ground))) : null;
  };

  const isLarge = (style) => {
    const size = parseFloat(style.fontSize);
    return size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  };

  const texts = function* () {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen = new Set();
    while (walker.nextNode()) {
      const el = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() && !seen.has(el) && !el.closest('script, style, noscript, template, svg, option')) {
        seen.add(el);
        if (shown(el) && !isHiddenAway(el)) yield el;
      }
    }
  };

  // Off the page or cut to a point on purpose, for screen readers.
  const isHiddenAway = (el) => {
    for (let at = el; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      if (style.clipPath === 'inset(50%)' || style.clip === 'rect(0px, 0px, 0px, 0px)' || style.clip === 'rect(1px, 1px, 1px, 1px)') return true;
      if (style.overflow !== 'visible' && (box.width <= 1 || box.height <= 1)) return true;
      if (box.right + scrollX < 0 || box.bottom + scrollY < 0) return true;
    }
    return false;
  };

  const inSentence = (el) => {
    if (!getComputedStyle(el).display.startsWith('inline') || getComputedStyle(el).display === 'inline-flex') return false;
    const block = el.parentElement.closest('p, li, dd, td, th, dt, figcaption, blockquote, h1, h2, h3, h4, label, span, div') || el.parentElement;
    const rest = [...block.childNodes].filter((node) => !node.contains(el) && node !== el)
      .map((node) => (node.nodeType === 3 ? node.data : node.nodeType === 1 && !node.matches?.(INTERACTIVE) && !node.querySelector?.(INTERACTIVE) ? node.innerText || '' : '')).join('').trim();
    return rest.replace(/[\s|·–-]/g, '').length > 0;
  };

  const controls = () => [...document.querySelectorAll(INTERACTIVE)].filter((el) => shown(el) && !isHiddenAway(el) && !el.disabled);

  const targetBox = (el) => {
    const label = el.matches('input, select, textarea') && (el.closest('label') || (el.id && document.querySelector(`label[for="${CSS.escape(el.id)}"]`)));
    const boxes = [el, ...(label && shown(label) && el.matches('[type=checkbox], [type=radio]') ? [label] : [])].map((one) => one.getBoundingClientRect());
    const left = Math.min(...boxes.map((box) => box.left)); const top = Math.min(...boxes.map((box) => box.top));
    return { left, top, width: Math.max(...boxes.map((box) => box.right)) - left, height: Math.max(...boxes.map((box) => box.bottom)) - top };
  };

  // A link may be pressed beyond its own box, where something of its own (::after) lies over the row it stands in.
  const pressable = (el, box) => {
    const own = getComputedStyle(el, '::after');
    if (own.content === 'none' || own.position !== 'absolute') return box;
    el.scrollIntoView({ block: 'center' });
    const at = el.getBoundingClientRect();
    const [x, y] = [at.left + Math.min(at.width, 40) / 2, at.top + at.height / 2];
    const reach = (dx, dy) => { let far = 0; while (far < 60 && el.contains(document.elementFromPoint(x + dx * far, y + dy * far))) far += 1; return far; };
    return { width: Math.max(box.width, reach(1, 0) + reach(-1, 0)), height: Math.max(box.height, reach(0, 1) + reach(0, -1)) };
  };

  // The element a reader meets at a point is this one, or belongs to it.
  const isOnTop = (el, x, y) => {
    const top = document.elementFromPoint(x, y);
    return !top || el === top || el.contains(top) || top.contains(el) || top.closest('label')?.control === el;
  };

  // Null when it is no link into this page; else whether it leads into the main part.
  const skips = (el) => {
    if (!el.matches('a[href^="#"]')) return null;
    return Boolean(el.hash && document.getElementById(el.hash.slice(1))?.closest('main, [role=main]'));
  };

  // Each one's way down from the body, once.
  const waysTo = (found) => [...new Set(found.map((el) => {
    const way = [];
    for (let at = el; at && at !== document.documentElement; at = at.parentElement) way.unshift([at.tagName.toLowerCase(), ...at.classList].join('.'));
    return way.join(' > ');
  }))];

  const remember = new WeakMap();
  let counted = 0;
  let tabs = null;
  let ringed = null;
  const laidOut = new Map();
  const boxOf = (el) => { const box = el.getBoundingClientRect(); return box.width && box.height ? { x: box.left, y: box.top, width: box.width, height: box.height, scrollX, scrollY } : null; };

  window.loAudit = {
    describe: (selector) => {
      try { const el = document.querySelector(selector); return el && told(el); } catch { return null; }
    },

    // Two frames later, or half a second in a window that paints none.
    painted: () => Promise.race([
      new Promise((go) => { requestAnimationFrame(() => requestAnimationFrame(go)); }),
      new Promise((go) => { setTimeout(go, 500); }),
    ]).then(() => true),

    // Where the focus is now, and what a reader sees of it.
    focus: () => {
      const all = [...document.querySelectorAll('*')];
      const el = document.activeElement;
      if (!el || el === document.body || el === document.documentElement) return null;
      if (!remember.has(el)) remember.set(el, counted += 1);
      const box = el.getBoundingClientRect();
      const seen = { left: Math.max(0, box.left), right: Math.min(innerWidth, box.right), top: Math.max(0, box.top), bottom: Math.min(innerHeight, box.bottom) };
      const inView = shown(el) && !isHiddenAway(el) && seen.right - seen.left >= 1 && seen.bottom - seen.top >= 1;
      const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8], [0.1, 0.8], [0.9, 0.2]].map(([x, y]) => [seen.left + (seen.right - seen.left) * x, seen.top + (seen.bottom - seen.top) * y]);
      const rects = [...el.getClientRects()];
      const inside = points.filter(([x, y]) => rects.some((rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom));
      const covered = inView && inside.length > 0 && inside.every(([x, y]) => !isOnTop(el, x, y));
      const tops = covered ? document.elementFromPoint(...inside[0]) : null;
      return {
        ...told(el), number: remember.get(el), inView, covered, by: tops ? told(tops) : null, parent: all.indexOf(el.parentElement),
        box: [box.left, box.top, box.width, box.height], tabIndex: el.tabIndex,
        place: all.indexOf(el), page: [box.left + scrollX, box.top + scrollY],
        area: selectorOf(el.closest('header, nav, main, footer, aside, form, section') || document.body),
        ground: JSON.stringify(behind(el.parentElement || el)), tag: el.tagName.toLowerCase(), skips: skips(el), isInMain: Boolean(el.closest('main, [role=main]')),
      };
    },

    // From now on the page keeps what `focus` says after each Tab; how many stops there should be.
    watchTabs: () => {
      if (document.activeElement === document.body) scrollTo(0, 0);
      if (!tabs) addEventListener('keyup', (event) => { if (event.key === 'Tab') tabs.push(window.loAudit.focus()); }, true);
      tabs = [];
      return [...document.querySelectorAll(INTERACTIVE)].filter((el) => el.tabIndex >= 0 && !el.disabled && el.checkVisibility({ visibilityProperty: true })).length;
    },

    watchedTabs: () => { const kept = tabs; tabs = []; return kept; },

    // Something that stays in place while the page scrolls, and could lie on what has the focus.
    stays: () => waysTo([...document.body.querySelectorAll('*')].filter((el) => ['fixed', 'sticky'].includes(getComputedStyle(el).position) && shown(el))),

    // An element without the focus, in the middle of the window; then the same with it. Null when that cannot be.
    beforeRing: (place) => {
      ringed = document.querySelectorAll('*')[place];
      document.activeElement?.blur();
      if (!ringed?.checkVisibility({ visibilityProperty: true })) return null;
      ringed.scrollIntoView({ block: 'center', behavior: 'instant' });
      return boxOf(ringed);
    },

    withRing: async () => {
      ringed.focus();
      for (const one of document.getAnimations()) try { one.finish(); } catch { one.cancel(); }
      await window.loAudit.painted();
      return document.activeElement === ringed ? boxOf(ringed) : null;
    },

    // The same things at the same places as when this was last asked in this width: colours aside, nothing has changed.
    isLaidOutAsBefore: () => {
      const now = JSON.stringify([document.documentElement.outerHTML, [...document.querySelectorAll('*')].map((el) => {
        const [box, style] = [el.getBoundingClientRect(), getComputedStyle(el)];
        return [box.left + scrollX, box.top + scrollY, box.width, box.height, style.display, style.visibility, style.opacity, style.overflow, style.position, style.zIndex];
      })]);
      const before = laidOut.get(innerWidth);
      laidOut.set(innerWidth, now);
      return before === now;
    },

    // As a reader begins: nothing has the focus, and what stays in place lies where the page has room for it.
    begin: () => { document.activeElement?.blur(); scrollTo({ top: 0, left: 0, behavior: 'instant' }); },

    // What a key press may change without being asked.
    state: () => JSON.stringify([
      location.href, scrollY, document.activeElement === document.body ? '' : selectorOf(document.activeElement),
      document.querySelectorAll('[aria-expanded=true]').length, document.querySelectorAll(':checked').length,
      document.querySelectorAll('details[open], dialog[open]').length, document.body.innerText.length, document.documentElement.outerHTML.length,
    ]),

    bodyText: () => document.body.innerText,

    has: (selector) => Boolean(document.querySelector(selector)),

    // Where such things stand.
    standsAt: (selector) => waysTo([...document.querySelectorAll(selector)]),

    controls: () => controls().map(told),

    openers: () => [...document.querySelectorAll('[aria-expanded], [aria-haspopup]')].filter(shown).map((el, place) => {
      el.dataset.loAuditOpener = place;
      return { ...told(el), place, isButton: el.matches('button, summary, a[href], input, select, [role=combobox]'), expanded: el.getAttribute('aria-expanded'), tabIndex: el.tabIndex };
    }),

    // Things that look as if they could be pressed, but that Tab never reaches.
    unreachable: () => [...document.body.querySelectorAll('*')].filter((el) => {
      if (!shown(el) || isHiddenAway(el) || getComputedStyle(el).cursor !== 'pointer') return false;
      if (el.parentElement && getComputedStyle(el.parentElement).cursor === 'pointer' && !el.matches('label')) return false;
      const inside = el.closest(INTERACTIVE);
      if (inside && inside.tabIndex >= 0) return false;
      if (el.matches('label')) {
        const control = el.control;
        return !control || !(control.tabIndex >= 0 && control.checkVisibility({ visibilityProperty: true })) || control.disabled;
      }
      return !el.querySelector(INTERACTIVE);
    }).map(told),

    tooWide: () => {
      const limit = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= limit + 1 && document.body.scrollWidth <= limit + 1) return [];
      const wide = [...document.body.querySelectorAll('*')].filter((el) => shown(el) && !isHiddenAway(el) && el.getBoundingClientRect().right + scrollX > limit + 1);
      const scrolls = (el) => { for (let at = el.parentElement; at && at !== document.body; at = at.parentElement) if (getComputedStyle(at).overflowX !== 'visible') return true; return false; };
      const causes = wide.filter((el) => !scrolls(el) && !wide.some((other) => other !== el && el.contains(other)));
      return (causes.length ? causes : [document.body]).slice(0, 5).map((el) => ({ ...told(el), by: Math.round(el.getBoundingClientRect().right + scrollX - limit) }));
    },

    // Text that its own box, or one around it, cuts off.
    cut: () => {
      const found = [];
      const clips = (value) => value === 'hidden' || value === 'clip';
      for (const el of texts()) {
        const box = el.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(el);
        const text = range.getBoundingClientRect();
        for (let at = el; at && at !== document.body; at = at.parentElement) {
          const style = getComputedStyle(at);
          const frame = at.getBoundingClientRect();
          const below = clips(style.overflowY) && Math.max(text.bottom, box.bottom) > frame.bottom + 2;
          const beside = clips(style.overflowX) && Math.max(text.right, box.right) > frame.right + 2;
          if (below || beside) { found.push({ ...told(el), by: selectorOf(at) }); break; }
          if (style.overflowY === 'auto' || style.overflowY === 'scroll') break;
        }
      }
      return found.slice(0, 10);
    },

    // Lines of text that lie on other text.
    overlapping: () => {
      const lines = [...texts()].flatMap((el) => [...el.childNodes].filter((node) => node.nodeType === 3 && node.data.trim()).flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].map((rect) => ({ el, left: rect.left, right: rect.right, top: rect.top + rect.height * 0.25, bottom: rect.bottom - rect.height * 0.25 }));
      })).filter((line) => line.right - line.left > 2).sort((one, other) => one.top - other.top);
      const found = new Map();
      lines.forEach((one, place) => {
        for (let next = place + 1; next < lines.length && lines[next].top < one.bottom; next += 1) {
          const other = lines[next];
          const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          if (one.el !== other.el && across > 3 && down > 2) found.set(one.el, { ...told(one.el), by: words(other.el) });
        }
      });
      return [...found.values()].slice(0, 10);
    },

    spaceText: (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    },

    unspaceText: () => { document.adoptedStyleSheets = []; },

    // Browsers say of no link that it was visited. So every sheet is put again after all others, with "visited" meaning any
    // link: each rule wins or loses against the others as it does for a link that was. How many rules there are of that kind.
    visitLinks: () => {
      const rules = [...document.styleSheets].map((sheet) => { try { return [...sheet.cssRules].map((rule) => rule.cssText).join('\n'); } catch { return ''; } });
      document.adoptedStyleSheets = rules.map((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text.replaceAll(':visited', ':any-link'));
        return sheet;
      });
      return rules.join('').split(':visited').length - 1;
    },

    // Lists that show no dots or numbers are no lists to Safari, unless they say so themselves. A string that draws nothing
    // (list-style: "") and a number written before the row both count as dots to it.
    silentLists: () => [...document.querySelectorAll('ul:not([role]), ol:not([role])')].filter((el) => {
      const own = [...el.children].filter((one) => one.matches('li') && shown(one));
      const isDotted = (one) => {
        const { display, listStyleType, listStyleImage } = getComputedStyle(one);
        const before = getComputedStyle(one, '::before').content;
        return !['none', 'normal', '""'].includes(before) || (display === 'list-item' && !(listStyleType === 'none' && listStyleImage === 'none'));
      };
      return own.length > 0 && !own.some(isDotted);
    }).map(told),

    markSizes: () => { for (const el of texts()) el.loAuditSize = parseFloat(getComputedStyle(el).fontSize); },

    notGrown: () => [...texts()].filter((el) => el.loAuditSize && parseFloat(getComputedStyle(el).fontSize) < el.loAuditSize * 1.6).slice(0, 5).map(told),

    targets: () => controls().filter((el) => !inSentence(el) && !el.matches('[tabindex]:not(a, button, input, select, textarea, summary, [role])')).map((el) => {
      const box = targetBox(el);
      const size = Math.min(box.width, box.height) < 44 ? pressable(el, box) : box;
      return { ...told(el), width: Math.round(size.width * 10) / 10, height: Math.round(size.height * 10) / 10 };
    }),

    contrasts: () => {
      const found = [];
      for (const el of texts()) {
        const style = getComputedStyle(el);
        const control = el.closest('button, input, select, textarea, [role=button], summary');
        if (control?.disabled || el.closest('[aria-disabled=true]')) continue;
        const least = isLarge(style) || control ? 4.5 : 7;
        const colour = parse(style.color);
        const opacity = [...(function* up(at) { for (; at; at = at.parentElement) yield Number(getComputedStyle(at).opacity); }(el))].reduce((a, b) => a * b, 1);
        const ratio = faintest([colour[0], colour[1], colour[2], colour[3] * opacity], el);
        if (ratio !== null && ratio < least - 0.005) found.push({ ...told(el), ratio: Math.floor(ratio * 100) / 100, least, what: 'text' });
      }
      for (const el of document.querySelectorAll('input:not([type=hidden]), select, textarea, button')) {
        if (!shown(el) || isHiddenAway(el) || el.disabled) continue;
        const style = getComputedStyle(el);
        if (style.appearance === 'auto' && el.matches('[type=checkbox], [type=radio]')) continue;
        const sides = ['Top', 'Bottom'].filter((side) => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none');
        const grounds = behind(el.parentElement);
        if (!grounds) continue;
        const edge = sides.length ? Math.max(...sides.map((side) => Math.min(...grounds.map((ground) => contrast(over(parse(style[`border${side}Color`]), ground), ground))))) : 0;
        const own = behind(el);
        const fill = own ? Math.min(...grounds.flatMap((ground) => own.map((one) => contrast(one, ground)))) : 21;
        const isField = el.matches('input, select, textarea') && !el.matches('[type=submit], [type=button], [type=reset]');
        const needsEdge = isField || fill > 1.05 || edge > 1;
        if (needsEdge && Math.max(edge, fill) < 2.995) found.push({ ...told(el), ratio: Math.floor(Math.max(edge, fill) * 100) / 100, least: 3, what: 'edge' });
      }
      return found;
    },

    // Links in running text that only their colour tells apart.
    colourLinks: () => [...document.querySelectorAll('main a[href], footer a[href], [role=main] a[href]')].filter((el) => {
      if (!shown(el) || isHiddenAway(el) || !inSentence(el) || !el.innerText.trim()) return false;
      const style = getComputedStyle(el); const around = getComputedStyle(el.parentElement);
      if (style.textDecorationLine.includes('underline') || parseFloat(style.borderBottomWidth) > 0 || parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none') return false;
      for (const child of el.querySelectorAll('*')) if (getComputedStyle(child).textDecorationLine.includes('underline')) return false;
      return style.backgroundColor === around.backgroundColor || parse(style.backgroundColor)[3] === 0;
    }).map(told),

    // Places of the page a link can lead to, and whether something stays on top of them.
    coveredPlaces: () => {
      const found = [];
      for (const link of document.querySelectorAll('a[href*="#"]')) {
        if (link.pathname !== location.pathname || link.hash.length < 2) continue;
        const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
        if (!place || !shown(place)) continue;
        place.scrollIntoView();
        const box = place.getBoundingClientRect();
        const y = Math.min(box.top + Math.min(box.height, 24) / 2, innerHeight - 1);
        const x = Math.min(Math.max(box.left + 4, 0), innerWidth - 1);
        if (y < 0 || y >= innerHeight) continue;
        if (!isOnTop(place, x, y)) found.push({ ...told(place), by: selectorOf(document.elementFromPoint(x, y)) });
      }
      scrollTo(0, 0);
      return found;
    },

    // Controls without an edge and pictures that forced colours make invisible.
    lostInForcedColours: () => {
      const found = [];
      for (const el of controls()) {
        if (!el.matches('button, input, select, textarea') || el.matches('[type=checkbox], [type=radio], [type=range]')) continue;
        const style = getComputedStyle(el);
        const edged = ['Top', 'Right', 'Bottom', 'Left'].some((side) => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none')
          || (parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none') || style.textDecorationLine.includes('underline');
        if (!edged) found.push({ ...told(el), what: 'edge' });
      }
      for (const el of document.body.querySelectorAll('*')) {
        for (const pseudo of [null, '::before', '::after']) {
          const style = getComputedStyle(el, pseudo);
          if ((style.maskImage || 'none') !== 'none' && style.forcedColorAdjust !== 'none' && (pseudo ? style.content !== 'none' : true) && shown(el)) {
            found.push({ ...told(el), what: 'picture' });
            break;
          }
        }
      }
      return found.slice(0, 20);
    },

    searchFields: () => [...document.querySelectorAll('input[type=search], [role=search] input:not([type=hidden]), [role=searchbox], input[type=text][name=q], input[name=query]')].filter((el) => shown(el) && !isHiddenAway(el)).map(told),

    waysOn: () => [...document.querySelectorAll('a[href], form[action] [type=submit], form[action] button:not([type=button])')].filter((el) => shown(el)).length,

    deadControls: () => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, [role=button], [aria-pressed], [aria-expanded]')].filter((el) => {
      if (!shown(el) || isHiddenAway(el) || el.matches('summary') || el.disabled) return false;
      const form = el.form || el.closest('form');
      return !(form && form.hasAttribute('action') && !el.matches('[type=button]'));
    }).map(told),

    // The words of the main part, but for those on things to press and fill in, which only scripts may need.
    mainText: () => {
      const main = document.querySelector('main, [role=main]') || document.body;
      const controls = [...main.querySelectorAll('form, fieldset, button, [role=status]')].map((el) => [el, el.style.getPropertyValue('display'), el.style.getPropertyPriority('display')]);
      for (const [el] of controls) el.style.setProperty('display', 'none', 'important');
      const words = main.innerText;
      for (const [el, value, priority] of controls) el.style.setProperty('display', value, priority);
      return words.replace(/\s+/g, ' ').trim();
    },

    buttons: () => [...document.querySelectorAll('button')].filter((el) => shown(el) && !el.disabled && !el.matches('[aria-expanded], [aria-haspopup]') && (el.type === 'button' || !el.form)).map((el, place) => {
      el.dataset.loAuditButton = place;
      return { ...told(el), place, area: selectorOf(el.parentElement) };
    }),

    // What a reader sees and hears of a button and of the page, to compare before and after it is pressed.
    beforePress: (place) => {
      window.print = () => {};
      if (navigator.share) navigator.share = () => Promise.resolve();
      const el = document.querySelector(`[data-lo-audit-button="${place}"]`);
      const style = getComputedStyle(el);
      const own = (node) => [...node.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data.trim()).join(' ');
      const quiet = [...document.querySelectorAll('body *')].filter((one) => !one.closest('[role=status], [role=alert], [role=log], [aria-live], [role=dialog], dialog, script, style, template, svg') && !el.contains(one));
      return {
        colours: [style.color, style.backgroundColor, style.borderTopColor].join(), says: el.innerText + [...el.attributes].filter((one) => one.name.startsWith('aria-')).map((one) => one.name + one.value).join(),
        words: quiet.filter((one) => own(one) && shown(one) && !one.contains(document.activeElement)).map((one) => own(one)),
        over: quiet.filter((one) => ['fixed', 'absolute'].includes(getComputedStyle(one).position) && shown(one) && one.innerText?.trim() && !isHiddenAway(one)).length,
        url: location.href, focused: document.activeElement === el,
      };
    },

    // Words that stay hidden until a mouse is over what stands round them, and that no focus brings up.
    hoverOnly: () => {
      const rules = [...document.styleSheets].flatMap((sheet) => { try { return [...sheet.cssRules]; } catch { return []; } }).flatMap((rule) => (rule.cssRules?.length && !rule.selectorText ? [...rule.cssRules] : [rule]));
      const found = [];
      for (const rule of rules) {
        for (const part of (rule.selectorText || '').split(',')) {
          const [before, after] = [part.slice(0, part.indexOf(':hover')), part.slice(part.indexOf(':hover') + 6)];
          const reveals = rule.style && (['block', 'inline', 'inline-block', 'flex', 'grid'].includes(rule.style.display) || rule.style.visibility === 'visible' || rule.style.opacity === '1');
          if (!part.includes(':hover') || !reveals) continue;
          try {
            for (const el of document.querySelectorAll(`${before.trim() || '*'}${after}`)) {
              const style = getComputedStyle(el);
              const hidden = style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0';
              const byFocus = rules.some((other) => other.selectorText?.includes(':focus') && other.selectorText.includes(before.trim()));
              if (hidden && el.textContent.trim() && !byFocus) found.push({ ...told(el), words: el.textContent.trim().slice(0, 60), clues: [el.textContent.trim(), ...clues(el)] });
            }
          } catch { /* a selector that this browser does not know */ }
        }
      }
      return found;
    },

    // Type and places of pictures in easy read.
    easyRead: (isWide) => {
      const ideas = [...document.querySelectorAll('.lo-idea')];
      const found = [];
      const part = ideas.length && (document.querySelector('.lo-easy') || ideas[0].parentElement);
      for (const el of part ? [...texts()].filter((one) => part.contains(one)) : []) {
        const style = getComputedStyle(el);
        const small = parseFloat(style.fontSize) < 18.6;
        const what = small ? `has type of ${Math.round(parseFloat(style.fontSize) * 10) / 10} pixels` : style.textAlign === 'justify' ? 'is justified' : ['center', 'right', 'end'].includes(style.textAlign) && !el.closest('button, a, th, td, nav') ? 'is not left aligned' : style.hyphens === 'auto' ? 'is hyphenated' : '';
        if (what) found.push({ ...told(el), rule: 'easy-read-type', what });
      }
      for (const idea of ideas) {
        const picture = idea.querySelector('img, svg'); const said = idea.querySelector('p');
        if (!picture || !said || !shown(picture) || !shown(said)) continue;
        const [a, b] = [picture.getBoundingClientRect(), said.getBoundingClientRect()];
        const left = a.right <= b.left + 1; const above = a.bottom <= b.top + 1;
        if (isWide ? !left : !(above || left)) found.push({ ...told(idea), rule: 'easy-read-picture', what: isWide ? 'does not have its picture on the left' : 'does not have its picture above its words' });
      }
      return found;
    },

    // The texts of the main part, each with where it stands; not those on things to press and fill in, nor what only the
    // reader's clock can tell (data-lo-now, data-lo-next).
    mainTexts: () => {
      const timed = '[data-lo-now], [data-lo-next]';
      const words = (el) => [...el.querySelectorAll(timed)].reduce((text, now) => text.replace(now.innerText, ''), el.innerText);
      const main = document.querySelector('main, [role=main]') || document.body;
      return [...texts()].filter((el) => main.contains(el) && !el.closest(`form, fieldset, button, [role=status], ${timed}`)).map((el) => ({ ...told(el), words: words(el).replace(/\s+/g, ' ').trim() }));
    },

    moving: () => document.getAnimations().filter((one) => one.playState === 'running' && (one.effect?.getComputedTiming().iterations === Infinity || one.effect?.getComputedTiming().duration > 200))
      .map((one) => one.effect?.target).filter(Boolean).map(told),

    // Marks what a reader sees of the main part, to compare it with what is printed.
    markWords: () => { for (const el of texts()) el.loAuditSeen = true; },

    paper: () => {
      const main = document.querySelector('main, [role=main]') || document.body;
      const facts = [...main.querySelectorAll('h1, h2, h3, p, li, dt, dd, td, address, time')].filter((el) => el.loAuditSeen && el.textContent.trim());
      const lost = facts.filter((el) => !el.checkVisibility() && !el.closest('nav, aside, form, button, [data-lo-screen]')).map(told);
      const phones = [...main.querySelectorAll('a[href^="tel:"]')].filter((el) => !el.closest('[hidden]'));
      const digits = (text) => text.replace(/\D/g, '').replace(/^(44|0)/, '');
      const printed = digits(document.body.innerText);
      const noPhone = phones.filter((el) => !printed.includes(digits(el.getAttribute('href')))).map(told);
      const links = [...main.querySelectorAll('a[href^="http"]')].filter((el) => shown(el));
      const noAddress = links.filter((el) => {
        const shownText = el.innerText + getComputedStyle(el, '::after').content + getComputedStyle(el.parentElement, '::after').content;
        const host = new URL(el.href).host.replace(/^www\./, '');
        return !shownText.includes(host);
      }).map(told);
      return { lost: lost.slice(0, 10), noPhone, noAddress };
    },
  };
})();
