
'use strict';
(() => {
  const main = document.getElementById('page');
  const svg = document.getElementById('lines');
  const bubble = document.getElementById('bubble');
  const all = (selector, root = main) => [...root.querySelectorAll(selector)];
  const space = 'http://www.w3.org/2000/svg';

  // Titles become the bubble, which fingers and keys can open too.
  for (const element of all('[title]')) {
    element.dataset.why = element.title;
    element.removeAttribute('title');
  }

  const reasons = (element) => {
    const found = [];
    for (let at = element; at && at !== main; at = at.parentElement) {
      if (at.dataset.why) found.push(at.dataset.why);
    }
    return found;
  };

  let shown = null;

  const show = (element, x) => {
    const lines = reasons(element);
    hide();
    if (!lines.length) return;
    shown = element;
    bubble.replaceChildren(...lines.map((line) => {
      const paragraph = document.createElement('p');
      paragraph.dir = 'auto';
      paragraph.textContent = line;
      return paragraph;
    }));
    bubble.hidden = false;
    const box = element.getClientRects()[0];
    const left = Math.min(x ?? box.left, innerWidth - bubble.offsetWidth - 8);
    const below = box.bottom + 10;
    const fits = below + bubble.offsetHeight < innerHeight;
    bubble.style.left = `${Math.max(8, left)}px`;
    bubble.style.top = `${fits ? below : Math.max(8, box.top - bubble.offsetHeight - 10)}px`;
    light(element);
  };

  const hide = () => {
    shown = null;
    bubble.hidden = true;
    for (const element of all('.lit')) element.classList.remove('lit');
  };

  // What belongs together: the mentions of one name, the parts of a quotation with cue and line.
  const light = (element) => {
    const name = element.closest('.e');
    const quote = element.closest('.q');
    if (name) for (const one of all(`[data-e="${name.dataset.e}"]`)) one.classList.add('lit');
    if (!quote) return;
    const { q, cue } = quote.dataset;
    for (const one of all(`g[data-of="${q}"], [data-c="${cue}"]`)) one.classList.add('lit');
  };

  // A line from each quotation to the verb that gives it to its speaker.
  const draw = () => {
    svg.replaceChildren();
    const origin = main.getBoundingClientRect();
    const boxes = (element) => [...element.getClientRects()].map((r) => ({
      left: r.left - origin.left, right: r.right - origin.left,
      top: r.top - origin.top, bottom: r.bottom - origin.top,
    }));
    const cues = new Map(all('[data-c]').reverse().map((cue) => [cue.dataset.c, boxes(cue)[0]]));
    const quotes = new Map();
    for (const piece of all('.q[data-cue]')) {
      const { q, cue } = piece.dataset;
      if (!quotes.has(q)) quotes.set(q, { cue, colour: piece.classList[1], boxes: [] });
      quotes.get(q).boxes.push(...boxes(piece));
    }
    for (const [q, { cue, colour, boxes }] of quotes) {
      if (cues.get(cue)) svg.append(line(q, colour, nearest(boxes, cues.get(cue)), cues.get(cue)));
    }
  };

  const nearest = (boxes, cue) => {
    const apart = (box) => Math.abs(box.top - cue.top) * 4
      + Math.max(0, cue.left - box.right, box.left - cue.right);
    return boxes.reduce((best, box) => (apart(box) < apart(best) ? box : best));
  };

  const line = (q, colour, from, to) => {
    const end = (to.left + to.right) / 2;
    const start = Math.max(from.left + 4, Math.min(from.right - 4, end));
    const down = to.top > from.bottom - 4;
    const up = to.bottom < from.top + 4;
    const [y, z] = [up ? from.top : from.bottom, down ? to.top : to.bottom];
    const bend = down || up ? (z - y) * 0.6 : 9;
    const turn = down || up ? -bend : bend;
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', `M${start},${y} C${start},${y + bend} ${end},${z + turn} ${end},${z}`);
    const dot = document.createElementNS(space, 'circle');
    for (const [name, value] of [['cx', end], ['cy', z], ['r', 2.6]]) dot.setAttribute(name, value);
    const group = document.createElementNS(space, 'g');
    group.setAttribute('class', colour);
    group.dataset.of = q;
    group.append(path, dot);
    return group;
  };

  // Arrow keys walk through everything that is marked; one stop for the tabulator.
  const go = (element) => {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  };

  main.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = all('[id][tabindex]').filter((stop) => stop.getClientRects().length);
    const at = stops.indexOf(document.activeElement);
    const next = stops[at < 0 && step < 0 ? stops.length - 1 : at + step];
    if (next) go(next);
    event.preventDefault();
  });

  // A name of the legend leads from one of its places to the next.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-entity], a[data-voice]');
    if (!link) return;
    const { entity, voice } = link.dataset;
    const places = all(voice === undefined ? `[id][data-e="${entity}"]` : `[id][data-v="${voice}"]`);
    const seen = Number(link.dataset.seen ?? -1);
    link.dataset.seen = (seen + 1) % places.length;
    go(places[link.dataset.seen]);
    event.preventDefault();
  });

  main.addEventListener('pointerover', (event) => show(event.target, event.clientX));
  main.addEventListener('pointerleave', hide);
  main.addEventListener('focusin', (event) => show(event.target));
  main.addEventListener('focusout', hide);
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
  document.addEventListener('scroll', () => {
    if (shown && shown === document.activeElement) show(shown);
    else hide();
  }, { passive: true });
  document.addEventListener('change', draw);
  new ResizeObserver(draw).observe(main);
})();
