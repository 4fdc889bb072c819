// A web page -> where its keyboard leads, and what is lost when it is magnified, as JSON.
import { chromium } from "playwright-core";

const wanted = JSON.parse(process.argv[2]);
const MOST = 4; // times round the page before a walk with the Tab key is given up
const LIMIT = 3000; // ms for what a key asks for to come to rest in the window
const NEAR = 3; // presses of Tab from a note's beginning to its backlink

/** Describe the element that has the focus. In the browser. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  return {
    role: element.getAttribute("role") ?? element.tagName.toLowerCase(),
    id: element.id,
    target: element.getAttribute("href") ?? "",
    outlined: outlined(),
  };

  /** Tell whether the focus is shown: by an outline, or by what else the focus alone changes. */
  function outlined() {
    const style = getComputedStyle(element);
    const looks = () => [style.backgroundColor, style.boxShadow, style.borderColor].join();
    if (!element.matches(":focus-visible")) return false;
    if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) return true;
    const held = looks();
    element.blur();
    const changed = held !== looks();
    element.focus({ focusVisible: true, preventScroll: true });
    return changed;
  }
}

/** Tell whether an element, or its first words, stand in the window and can be seen. In the browser. */
function seen(id) {
  const element = document.getElementById(id);
  const range = document.createRange();
  range.selectNodeContents(element);
  const rect = [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  if (!rect || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
    return false;
  }
  const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
  const top = document.elementFromPoint(x, y);
  return Boolean(top) && (element.contains(top) || top.contains(element));
}

/** List what can be clipped or overflows. In the browser. */
function lost() {
  const faults = [];
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const words = node.data.trim();
    if (!words || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    node.parentElement.closest("a[href]")?.focus(); // a link may show itself only then
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const cut = cutBy(node.parentElement, rect);
      if (cut) faults.push(`${cut} cuts «${words.slice(0, 40)}»`);
    }
  }
  document.activeElement?.blur();
  return [...new Set(faults)];

  /** Return the box that cuts a piece of text off where nothing scrolls it into sight. */
  function cutBy(element, rect) {
    for (let each = element; each; each = each.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(each);
      const box = each.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) return ""; // it is meant for the ear alone
      if (/auto|scroll/.test(overflowX + overflowY)) return "";
      const [wide, high] = [overflowX !== "visible", overflowY !== "visible"];
      const name = each.tagName.toLowerCase() + (each.id ? `#${each.id}` : "");
      if (wide && (rect.left < box.left - 1 || rect.right > box.right + 1)) return name;
      if (high && (rect.top < box.top - 1 || rect.bottom > box.bottom + 1)) return name;
      if (position === "fixed") break;
    }
    const edge = document.documentElement.clientWidth;
    return rect.left < -1 || rect.right > edge + 1 ? "the window" : "";
  }
}

/** Wait until an element can be seen; tell whether it ever can. */
async function appears(page, id) {
  const shown = page.waitForFunction(seen, id, { timeout: LIMIT });
  return shown.then(() => true, () => false);
}

/** Press Tab until something that is looked for has the focus; fail where the page ends first. */
async function tabTo(page, presses, meant) {
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(focused);
    if (found && meant(found)) return found;
  }
  return null;
}

/** Follow every note by the keyboard alone and come back; return what went wrong. */
async function follow(page) {
  const faults = [];
  const reached = [];
  const calls = await page.evaluate(() =>
    [...document.querySelectorAll("[role~=doc-noteref]")].map((each) => each.id));
  const stops = await page.evaluate(() =>
    document.querySelectorAll("a[href], button, input, select, summary, [tabindex]").length);
  for (const id of calls) {
    const call = await tabTo(page, stops * MOST, (each) => each.id === id);
    if (!call) {
      faults.push(`Tab does not reach ${id}`);
      continue;
    }
    if (!call.outlined) faults.push(`${id} does not show that it has the focus`);
    const note = call.target.split("#")[1];
    await page.keyboard.press("Enter");
    if (!await appears(page, note)) faults.push(`Enter on ${id} does not show ${note}`);
    const back = await tabTo(page, NEAR, (each) => each.target === `#${id}`);
    if (!back) {
      faults.push(`${note} has no backlink within ${NEAR} presses of Tab`);
      continue;
    }
    await page.keyboard.press("Enter");
    if (!await appears(page, id)) faults.push(`the backlink of ${note} does not show ${id}`);
    reached.push(id);
  }
  return { faults, reached };
}

const report = { reached: [], faults: [] };
const browser = await chromium.launch({ executablePath: wanted.browser });
try {
  for (const width of wanted.widths) {
    const viewport = { width, height: wanted.height };
    const context = await browser.newContext({ offline: true, viewport });
    const page = await context.newPage();
    await page.goto(wanted.page);
    await page.evaluate(() => document.fonts.ready.then(() => null));
    report.faults.push(...(await page.evaluate(lost)).map((each) => `${width} px: ${each}`));
    if (wanted.pictures) {
      await page.screenshot({ fullPage: true, path: `${wanted.pictures}/${width}.png` });
    }
    if (wanted.follow) {
      const { faults, reached } = await follow(page);
      report.faults.push(...faults.map((each) => `${width} px: ${each}`));
      report.reached.push(reached);
    }
    await context.close();
  }
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(report));
