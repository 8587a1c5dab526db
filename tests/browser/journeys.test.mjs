// What a reader does: finds a treaty, asks why, asks about another day, changes the language, filters.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, addresses, open, start } from "./browser.mjs";

let browser;
before(async () => { browser = await start(); });
after(async () => { await browser.close(); });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with scripts" : "without scripts";

  test(`${how}: from the front page to why a party is bound`, async () => {
    const context = await browser.newContext({ javaScriptEnabled });
    const { page } = await open(context, address(addresses.practice, "/", "en"));
    await page.getByLabel("Find a treaty or a party").fill("straits");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("link", { name: "Convention on the Common Watch" }).first().click();
    await page.waitForSelector("text=In force since 14 April 2019");
    assert.match(await page.locator(".steps").innerText(), /90 days/);
    await page.getByRole("link", { name: "Why? Elmstrand" }).click();
    await page.waitForSelector("h1:has-text('Elmstrand')");
    assert.match(await page.locator("main").innerText(), /Bound/);
    await context.close();
  });

  test(`${how}: another day and another language go along`, async () => {
    const context = await browser.newContext({ javaScriptEnabled });
    const { page } = await open(context, address(addresses.practice, "/t/watch", "en"));
    await page.locator("summary", { hasText: "As at" }).click();
    await page.getByLabel("Show the register as at").fill("2018-12-31");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForSelector("text=5 of 6 instruments");
    await page.getByRole("link", { name: "Türkçe" }).click();
    await page.waitForSelector("text=6 belgeden 5 tanesi");
    assert.match(page.url(), /at=2018-12-31/);
    await page.getByRole("link", { name: "Taraflar" }).first().click();
    await page.waitForSelector("h1:has-text('Taraflar')");
    assert.match(page.url(), /at=2018-12-31.*lang=tr/);
    await context.close();
  });

  test(`${how}: the status table is filtered`, async () => {
    const context = await browser.newContext({ javaScriptEnabled });
    const { page, complaints } = await open(context, address(addresses.practice, "/t/watch", "en"));
    await page.getByLabel("Filter by party or status").fill("no longer");
    await page.getByRole("button", { name: "Filter" }).click();
    await page.waitForSelector("text=1 of");
    const rows = page.locator("#status tbody tr");
    assert.equal(await rows.count(), 1);
    assert.match(await rows.first().innerText(), /Grunewald Republic/);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("the keyboard alone reaches the content and the derivation", async () => {
  const context = await browser.newContext();
  const { page } = await open(context, address(addresses.practice, "/t/watch", "en"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  const why = page.locator(".why[open] summary", { hasText: "Why 14" });
  await why.focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".why[open] .steps").count(), 0);
  await context.close();
});
