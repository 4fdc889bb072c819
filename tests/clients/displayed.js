// What a reading engine shows on its page, measured character by character.
// The page of an engine defines `engine`: open(), next(), prev(), goTo(href), frames().

const UNSEEN = /^[\s\u00ad\u200b-\u200d\u2060\ufeff]$/; // characters that take no place of their own
const STABLE = 3; // times in a row that a page must look the same
const PATIENCE = 200; // looks at a page that does not come to rest

/** Return the element around an element, out of a shadow tree too. */
const around = (element) => element.parentElement ?? element.getRootNode().host ?? null;

const meet = (a, b) => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

/** Return the part of the window through which a frame is seen. */
function opening(frame) {
  let box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  for (let element = frame; element; element = around(element)) {
    if (element === frame || getComputedStyle(element).overflow !== "visible") {
      box = meet(box, element.getBoundingClientRect());
    }
  }
  return box;
}

/** Return the boxes of a range in the window that are neither empty nor outside of an opening. */
function boxes(range, frame, box) {
  const { left, top } = frame.getBoundingClientRect();
  return [...range.getClientRects()]
    .filter((rect) => rect.height > 0)
    .map((rect) => ({
      left: left + rect.left,
      right: left + rect.right,
      top: top + rect.top,
      bottom: top + rect.bottom,
    }))
    .filter(({ left, right, top, bottom }) => {
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
    });
}

/** List the text nodes below an element, in order. */
function texts(element) {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

/** Return the part of an opening through which what stands in an element is seen. */
function within(element, frame, opened) {
  let box = opened;
  const { left, top } = frame.getBoundingClientRect();
  for (let each = element; each !== each.ownerDocument.body; each = each.parentElement) {
    const { display, overflow } = getComputedStyle(each);
    if (overflow === "visible" || display === "inline") continue;
    const rect = each.getBoundingClientRect();
    box = meet(box, {
      left: left + rect.left,
      right: left + rect.right,
      top: top + rect.top,
      bottom: top + rect.bottom,
    });
  }
  return box;
}

/** Call back with the start and end of each character of a node that is shown, and its boxes. */
function eachShown(node, frame, opened, back) {
  const element = node.parentElement;
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return;
  const box = within(element, frame, opened);
  const range = node.ownerDocument.createRange();
  range.selectNodeContents(node);
  if (!range.getClientRects().length) return;
  for (let start = 0; start < node.length; ) {
    const end = start + (node.data.codePointAt(start) > 0xffff ? 2 : 1);
    range.setStart(node, start);
    range.setEnd(node, end);
    const shown = boxes(range, frame, box);
    if (shown.length && !UNSEEN.test(node.data.slice(start, end))) back(start, end, shown);
    start = end;
  }
}

// --- pages

const tallies = new Map(); // href -> of each text node: its text, the page of each character (-1: none)

/** Note on which page each character is shown; return what is wrong with this page. */
function look(page) {
  const faults = [];
  for (const { href, frame } of engine.frames()) {
    const nodes = texts(frame.contentDocument.body);
    if (!tallies.has(href)) {
      tallies.set(href, nodes.map((node) => ({
        text: node.data,
        pages: new Int32Array(node.length).fill(-1),
        rendered: node.parentElement.checkVisibility(),
      })));
    }
    const box = opening(frame);
    nodes.forEach((node, index) => {
      const { pages } = tallies.get(href)[index];
      eachShown(node, frame, box, (start, end, shown) => {
        const near = node.data.slice(Math.max(0, start - 20), start + 20);
        if (pages[start] >= 0) faults.push(`${href}: shown on two pages: «${near}»`);
        const cut = shown.some((each) => each.left < box.left - 2 || each.right > box.right + 2);
        if (cut) faults.push(`${href}: cut off at the side: «${near}»`);
        pages.fill(page, start, end);
      });
    });
  }
  return faults;
}

/** Return, for each document, the characters shown of each text node, and what never was. */
function summary() {
  const documents = {};
  const faults = [];
  for (const [href, tally] of tallies) {
    let last = 0;
    documents[href] = tally.map(({ text, pages, rendered }) => {
      let kept = "";
      pages.forEach((page, at) => {
        if (page >= 0 || UNSEEN.test(text[at])) kept += text[at];
        else if (rendered) faults.push(`${href}: never shown: «${text[at]}» of «${text}»`);
        if (page >= 0 && page < last) faults.push(`${href}: page ${page} after ${last}: «${text}»`);
        last = Math.max(last, page);
      });
      return kept;
    });
  }
  return { documents, faults };
}

/** Wait until fonts are there and the page is at rest; return a mark of where it stands. */
async function settle() {
  let [mark, times] = ["", 0];
  for (let turn = 0; times < STABLE; turn += 1) {
    if (turn > PATIENCE) throw new Error("The page does not come to rest.");
    const frames = engine.frames();
    await Promise.all(frames.map(({ frame }) => frame.contentDocument.fonts.ready));
    await new Promise((done) => setTimeout(done, 20));
    const now = frames.map(({ href, frame }) => {
      const { left, top, width, height } = frame.getBoundingClientRect();
      return [href, left, top, width, height].join(" ");
    }).join("; ");
    times = now && now === mark ? times + 1 : 0;
    mark = now;
  }
  return mark;
}

// --- notes

/** Find an element by its id in what is displayed, with its frame. */
function find(id) {
  for (const { frame } of engine.frames()) {
    const element = frame.contentDocument.getElementById(id);
    if (element) return { element, frame };
  }
  return null;
}

/** Return the characters of an element that are shown now, as pairs of node and position. */
function shownOf({ element, frame }) {
  const found = [];
  const box = opening(frame);
  texts(element).forEach((node, index) => {
    eachShown(node, frame, box, (start, end) => found.push([index, start, node.data.slice(start, end)]));
  });
  return found;
}

/** Return the middle of the first box of an element that is shown now, or nothing. */
function spot(id, selector = null) {
  const found = find(id);
  const element = found && selector ? found.element.querySelector(selector) : found?.element;
  if (!element) return null;
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const [first] = boxes(range, found.frame, opening(found.frame));
  return first ? { x: (first.left + first.right) / 2, y: (first.top + first.bottom) / 2 } : null;
}

/** List the calls of notes in what is displayed: where each stands and leads, and its number. */
function calls() {
  return engine.frames().flatMap(({ href, frame }) =>
    [...frame.contentDocument.querySelectorAll("[role~=doc-noteref]")].map((call) => ({
      href,
      id: call.id,
      note: call.getAttribute("href").split("#")[1],
      number: call.textContent,
    })),
  );
}

/** Read a note to its end, turning pages where it goes on; return the characters that were shown. */
async function readNote(id) {
  const shown = new Map();
  for (let mark = await settle(), last = ""; mark !== last; ) {
    const found = find(id);
    if (!found) break;
    for (const [node, at, sign] of shownOf(found)) shown.set(`${node} ${at}`, [node, at, sign]);
    const wanted = texts(found.element).map((each) => each.data).join("");
    if ([...shown.values()].length >= [...wanted].filter((each) => !UNSEEN.test(each)).length) break;
    await engine.next();
    [last, mark] = [mark, await settle()];
  }
  const order = [...shown.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return order.map((each) => each[2]).join("");
}
