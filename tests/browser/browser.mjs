// The browser, and what a page in it must always be.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { CHROMIUM, DOCUMENTS, PACKAGES, PRACTICE, EMPTY, FOLDER } = process.env;
const { STATEMENT, ACCUSATION, MEETING } = process.env;
const from = createRequire(join(PACKAGES, "none.js"));
const { chromium } = from("playwright-core");
const axe = readFileSync(from.resolve("axe-core/axe.min.js"), "utf8");

export const addresses = { practice: PRACTICE, empty: EMPTY, folder: FOLDER };
export const languages = ["en", "tr", "ar"];

// Every kind of page, with a name.
export const pages = {
  home: "/",
  search: "/?q=harbour+fjord",
  "search-found": "/?q=harbour",
  "search-nothing": "/?q=nothing",
  treaties: "/t",
  "treaty-in-force": "/t/watch",
  "treaty-open": "/t/harbour",
  "treaty-early": "/t/watch?at=2018-12-31",
  "treaty-beyond": "/t/watch?at=2031-01-01",
  "treaty-nobody": "/t/hotline?at=2023-10-01",
  why: "/t/watch/p/GRN",
  "why-signed": "/t/watch/p/NVR",
  parties: "/p",
  party: "/p/IGD",
  "party-nothing": "/p/PRZ",
  "party-beside": "/p/FJR/with",
  pair: "/p/FJR/with/NVR",
  "pair-bound": "/p/ARV/with/IGD",
  coverage: "/g",
  "coverage-treaty": "/g/watch",
  "coverage-past": "/g/watch?at=2017-01-01",
  "coverage-offered": "/g/harbour",
  statements: "/s",
  statement: `/s/${STATEMENT}`,
  accusation: `/s/${ACCUSATION}`,
  meetings: "/m",
  meeting: `/m/${MEETING}`,
  text: "/t/calm-waters/text",
  "text-alone": "/t/calm-waters/text?text=tr",
  "text-elsewhere": "/t/watch/text",
  "treaty-adopted": "/t/calm-waters",
  events: "/events",
  log: "/log",
  verify: "/verify",
  clause: "/clause",
  api: "/api",
  whatif: "/t/harbour/whatif",
  "whatif-supposed": "/t/harbour/whatif?suppose=GRN+ratification+2025-03-01",
  map: "/t/watch/map",
  help: "/help",
  "not-found": "/t/nothing",
  "bad-day": "/t/watch?at=2023-02-30",
};

const ARGUMENTS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--disable-dev-shm-usage",
];

// Keeps a page as the server sent it, to be validated; one that was left before it was read is passed over.
async function keep(response) {
  const isPage = response.request().resourceType() === "document";
  const type = response.headers()["content-type"] ?? "";
  if (!isPage || !type.startsWith("text/html")) return;
  const body = await response.body().catch(() => "");
  if (body.length === 0) return;
  const name = new URL(response.url()).pathname.replaceAll(/[^a-z0-9]+/gi, "-").slice(0, 60);
  const digest = createHash("sha256").update(body).digest("hex").slice(0, 12);
  writeFileSync(join(DOCUMENTS, `${name}-${digest}.html`), body);
}

// Starts the browser; each start has a new profile, which is gone at the end.
export async function start() {
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: ARGUMENTS });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    if (DOCUMENTS) context.on("response", keep);
    return context;
  };
  return browser;
}

// Returns an address in a language.
export function address(base, path, language) {
  const mark = path.includes("?") ? "&" : "?";
  return `${base}${path}${mark}lang=${language}`;
}

// Opens a page and collects what the browser complains of, faults of the policy included. A refusal is
// expected where the status is 4xx: the browser says that too.
export async function open(context, url) {
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    const expected = /Failed to load resource.*40[04]/.test(message.text()) && message.location().url === url;
    if (["error", "warning"].includes(message.type()) && !expected) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(url).origin)) complaints.push(`asks ${request.url()}`);
  });
  const answer = await page.goto(url, { waitUntil: "load" });
  return { page, complaints, status: answer.status() };
}

// Returns what axe-core finds, one line a finding.
export async function examine(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`),
  );
}

// How many pixels a page is wider than its window.
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
