// Pages, widths and colour schemes -> every violation that axe-core finds, as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const HEIGHT = 900; // CSS px
const SHORT = { resultTypes: ["violations", "incomplete"] }; // one element of each passed rule will do
const wanted = JSON.parse(process.argv[2]);
const require = createRequire(wanted.require);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const report = { version: "", violations: [], views: 0, passes: 0, undecided: 0 };

/** Judge one page seen one way, and add what is found to the report. */
async function judge(browser, number, width, scheme) {
  const context = await browser.newContext({
    colorScheme: scheme,
    offline: true,
    viewport: { width, height: HEIGHT },
  });
  const page = await context.newPage();
  await page.goto(wanted.pages[number]);
  await page.evaluate(() => document.fonts.ready.then(() => null));
  await page.evaluate(axe); // by the debugger, which a content security policy lets pass
  const found = await page.evaluate((options) => window.axe.run(document, options), SHORT);
  report.version = found.testEngine.version;
  report.views += 1;
  report.passes += found.passes.length;
  report.undecided += found.incomplete.reduce((sum, rule) => sum + rule.nodes.length, 0);
  for (const rule of found.violations) {
    for (const node of rule.nodes) {
      report.violations.push({
        page: number,
        rule: rule.id,
        selector: node.target.flat().join(" "),
        view: `${width} px, ${scheme}`,
        impact: rule.impact,
        text: rule.help,
        element: node.html,
        address: rule.helpUrl,
      });
    }
  }
  await context.close();
}

const browser = await chromium.launch({ executablePath: wanted.browser });
try {
  for (const number of wanted.pages.keys()) {
    for (const width of wanted.widths) {
      for (const scheme of wanted.schemes) {
        await judge(browser, number, width, scheme);
      }
    }
  }
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(report));
