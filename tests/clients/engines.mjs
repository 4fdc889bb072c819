// An EPUB -> what a reading engine shows of it on all its pages, and how its notes are followed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const ORIGIN = "https://reader.test/"; // never asked for: every answer comes from here
const TYPES = { js: "text/javascript", html: "text/html", epub: "application/epub+zip" };
const MOST = 5000; // pages

const wanted = JSON.parse(process.argv[2]);
const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const report = { pages: 0, documents: {}, faults: [], notes: [] };

/** Answer a request of the page from the folder of the tests; refuse all that leads elsewhere. */
function answer(route) {
  const url = route.request().url();
  if (/^(blob|data):/.test(url)) return route.continue();
  if (!url.startsWith(ORIGIN)) {
    report.faults.push(`asked for elsewhere: ${url}`);
    return route.abort();
  }
  const path = url.slice(ORIGIN.length).split("?")[0];
  if (path === "favicon.ico") return route.fulfill({ status: 204 });
  const file = path === "book.epub" ? wanted.epub
    : join(here, path.replace(/^modules\//, "node_modules/"));
  return route.fulfill({ body: readFileSync(file), contentType: TYPES[path.split(".").pop()] });
}

/** Turn every page, and note what is shown. */
async function readAll(page) {
  const calls = [];
  let mark = await page.evaluate(() => settle());
  let document = "";
  for (let last = ""; mark !== last && report.pages < MOST; report.pages += 1) {
    report.faults.push(...await page.evaluate((number) => look(number), report.pages));
    if (wanted.pictures) {
      const name = `${String(report.pages).padStart(4, "0")}.png`;
      await page.screenshot({ path: join(wanted.pictures, name) });
    }
    const href = await page.evaluate(() => engine.frames()[0].href);
    if (href !== document) calls.push(...await page.evaluate(() => calls()));
    document = href;
    last = mark;
    mark = await page.evaluate(() => engine.next().then(settle));
  }
  const { documents, faults } = await page.evaluate(() => summary());
  report.documents = documents;
  report.faults.push(...faults);
  return calls;
}

/** Follow the call of a note and come back, by the mouse. */
async function follow(page, call) {
  const appears = (...target) => page.waitForFunction((each) => spot(...each), target, {
    timeout: wanted.limit,
  });
  const click = async (...target) => {
    await page.evaluate(() => settle());
    const { x, y } = await page.evaluate((each) => spot(...each), target);
    await page.mouse.click(x, y);
  };
  await page.evaluate((href) => engine.goTo(href), `${call.href}#${call.id}`);
  await appears(call.id);
  await click(call.id);
  await appears(call.note, "[role~=doc-backlink]");
  const text = await page.evaluate((id) => readNote(id), call.note);
  while (!await page.evaluate((each) => spot(...each), [call.note, "[role~=doc-backlink]"])) {
    await page.evaluate(() => engine.prev().then(settle));
  }
  await click(call.note, "[role~=doc-backlink]");
  await appears(call.id);
  report.notes.push({ number: call.number, text });
}

const browser = await chromium.launch({ executablePath: wanted.browser });
try {
  const viewport = { width: wanted.width, height: wanted.height };
  const context = await browser.newContext({ viewport });
  await context.route("**/*", answer);
  const page = await context.newPage();
  page.setDefaultTimeout(wanted.limit);
  page.on("pageerror", (error) => report.faults.push(`error: ${error.message}`));
  await page.goto(`${ORIGIN}${wanted.engine}.html`);
  await page.evaluate(() => engine.open());
  const calls = await readAll(page);
  for (const call of calls) await follow(page, call);
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(report));
