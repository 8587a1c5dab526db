// What a reader does: finds a treaty, asks why, asks about another day, changes the language, filters.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
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

  test(`${how}: what would be if two more ratified, step by step`, async () => {
    const context = await browser.newContext({ javaScriptEnabled });
    const { page, complaints } = await open(context, address(addresses.practice, "/t/harbour", "en"));
    await page.getByRole("link", { name: "Suppose acts, see what would follow" }).click();
    for (const [who, day] of [["GRN", "2030-01-10"], ["IGD", "2030-02-10"]]) {
      await page.locator("#who").selectOption(who);
      await page.locator("#day").fill(day);
      await page.getByRole("button", { name: "See what would follow" }).click();
      await page.waitForSelector(`.frame li:has-text("${day.slice(0, 4)}")`);
    }
    assert.match(await page.locator("main").innerText(), /nothing has been recorded/);
    assert.equal(await page.locator("#su + ul > li").count(), 2);
    await page.getByRole("link", { name: /^Leave out/ }).first().click();
    await page.waitForSelector("#su + ul > li");
    assert.equal(await page.locator("#su + ul > li").count(), 1);
    assert.deepEqual(complaints, []);
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

test("the adopted text is given out byte for byte, and as documents", async () => {
  const get = async (path) => {
    const answer = await fetch(`${addresses.practice}${path}`);
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const page = (await get("/t/calm-waters/text?lang=en")).bytes.toString();
  for (const tag of ["en", "tr"]) {
    const { answer, bytes } = await get(`/t/calm-waters/text.${tag}.treaty`);
    assert.match(answer.headers.get("content-disposition"), new RegExp(`calm-waters\\.${tag}\\.treaty`));
    const digest = createHash("sha256").update(bytes).digest("hex");
    assert.ok(page.includes(`${digest.slice(0, 4)} ${digest.slice(4, 8)}`), `${tag}: the page has another digest`);
    const akn = await get(`/t/calm-waters/text.${tag}.xml`);
    assert.match(akn.bytes.toString(), /<akomaNtoso/);
    const docx = await get(`/t/calm-waters/text.${tag}.docx`);
    assert.equal(docx.bytes.subarray(0, 2).toString(), "PK");
    for (const { answer } of [akn, docx]) assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
  }
  for (const none of ["text.fr.treaty", "text.en.exe", "text.en.treaty.bak"]) {
    assert.equal((await get(`/t/calm-waters/${none}`)).answer.status, 404, none);
  }
});
