// A final clause is read and tried in the browser by our own law; nothing of it is sent.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, addresses, examine, languages, open, overflow, start } from "./browser.mjs";

let browser;
before(async () => { browser = await start(); });
after(async () => { await browser.close(); });

// Opens the page, and lists what it asks for from then on.
async function workbench(language) {
  const context = await browser.newContext();
  const { page, complaints } = await open(context, address(addresses.practice, "/clause", language));
  const sent = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    // The browser fetches the icon when it likes.
    if (!pathname.includes("/icon-")) sent.push(`${request.method()} ${pathname}`);
  });
  return { context, page, complaints, sent };
}

const propose = (page) => page.locator("#words-form button[type=submit]").click();
const weigh = (page) => page.locator("#rules-form button[type=submit]").click();

for (const language of languages) {
  test(`${language}: words become a rule, and deposits a date, and nothing is sent`, async () => {
    const { context, page, complaints, sent } = await workbench(language);
    await propose(page);
    await page.waitForSelector("#proposed:not([hidden])");
    const rule = /in force 30 days after the day at least 10 instruments/;
    assert.match(await page.locator("#proposed").innerText(), rule);
    assert.match(await page.locator("#rules").inputValue(), rule);
    await weigh(page);
    await page.waitForSelector("#tried:not([hidden])");
    const day = { en: "16 July 2025", tr: "16 Temmuz 2025", ar: "16 يوليو 2025" }[language];
    const said = await page.locator("#tried").innerText();
    assert.ok(said.includes(day), said);
    // One answer is shown, and no other.
    assert.equal(await page.locator("#tried .st.big:visible").count(), 1);
    assert.match(said, /W01/);
    assert.equal(await page.locator("#tried li:visible").count() > 5, true);
    assert.deepEqual(complaints, []);
    assert.deepEqual(await examine(page), []);
    assert.equal(sent.length, 1, `only the module is fetched: ${sent}`);
    assert.match(sent[0], /^GET \/assets\/workbench-[0-9a-f]{16}\.wasm$/);
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({ width, height: 800 });
      assert.ok((await overflow(page)) <= 0, `wider than ${width}`);
    }
    await context.close();
  });
}

test("what is not understood is marked, and nothing is proposed", async () => {
  const { context, page, complaints } = await workbench("en");
  await page.locator("#words").fill("This Treaty shall enter into force when the moon <b>is</b> full.");
  await propose(page);
  await page.waitForSelector("#proposed:not([hidden])");
  assert.match(await page.locator("#proposed").innerText(), /^Nothing is proposed/);
  assert.match(await page.locator("#proposed mark:visible").first().innerText(), /moon <b>is<\/b> full/);
  assert.equal(await page.locator("#rules").inputValue(), "");
  assert.deepEqual(complaints, []);
  assert.deepEqual(await examine(page), []);
  await context.close();
});

test("rules written by hand are tried; what is wrong has its line", async () => {
  const { context, page, complaints } = await workbench("en");
  await page.locator("#rules").fill("in force soon");
  await weigh(page);
  await page.waitForSelector("#tried:not([hidden])");
  assert.match(await page.locator("#tried").innerText(), /cannot be used[^]*line 1:/);
  await page.locator("#rules").fill(
    "in force on the day at least 2 states\nwithdrawal 12 months after receipt of notice");
  await page.locator("#more").click();
  const row = page.locator("#deposits tr").last();
  await row.locator("input[type=text]").fill("s1");
  await row.locator("select").last().selectOption("withdrawal");
  await row.locator("input[type=date]").fill("2026-02-01");
  await weigh(page);
  await page.waitForSelector("#tried:has-text('until 1 February 2027')");
  await row.locator("input[type=number]").fill("0");
  await row.locator("input[type=text]").fill("");
  assert.deepEqual(complaints, []);
  await context.close();
});
