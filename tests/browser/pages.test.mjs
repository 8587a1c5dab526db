// Every kind of page, for every kind of reader.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { address, addresses, examine, open, overflow, pages, start } from "./browser.mjs";

let browser;
before(async () => { browser = await start(); });
after(async () => { await browser.close(); });

// Colours are the same in every language, and rarely wrong: the dark is looked at with `scripts/test --full`.
// The narrow layout is examined where it is mirrored.
const readers = [
  { language: "en", colorScheme: "light", narrow: false },
  { language: "en", colorScheme: "dark", narrow: false },
  { language: "tr", colorScheme: "light", narrow: false },
  { language: "ar", colorScheme: "light", narrow: true },
].filter(({ colorScheme }) => colorScheme === "light" || process.env.SPONSIO_FULL === "yes");
// In the other languages the short run looks at one page of each build; `scripts/test --full` at every page.
const FULL = process.env.SPONSIO_FULL === "yes";
const BUILDS = ["home", "treaty-in-force", "why", "pair-bound", "coverage-treaty", "statement", "meeting", "text", "events",
  "log", "verify", "clause", "api", "whatif-supposed", "map", "help", "not-found"];
const seen = (language) =>
  Object.entries(pages).filter(([name]) => FULL || language === "en" || BUILDS.includes(name));
assert.ok(BUILDS.every((name) => name in pages));

describe("every page", { concurrency: 2 }, () => {
  for (const { language, colorScheme, narrow } of readers) {
    test(`${language} ${colorScheme}: no complaint, no violation, no sideways scrolling`, async () => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
      for (const [name, path] of seen(language)) {
        const { page, complaints } = await open(context, address(addresses.practice, path, language));
        assert.deepEqual(complaints, [], name);
        assert.equal(await page.locator("html").getAttribute("lang"), language);
        assert.deepEqual(await examine(page), [], name);
        for (const width of [1280, 768, 360, 320]) {
          await page.setViewportSize({ width, height: 800 });
          assert.ok((await overflow(page)) <= 0, `${name} is wider than ${width}`);
        }
        if (narrow) assert.deepEqual(await examine(page), [], `${name}, narrow`);
        await page.close();
      }
      await context.close();
    });
  }
});

test("an empty register and a folder of tables are sound", async () => {
  const context = await browser.newContext();
  for (const [base, paths] of [
    [addresses.empty, ["/", "/t", "/p", "/g", "/s", "/m", "/events", "/log"]],
    [addresses.folder, ["/", "/t/watch", "/g", "/s", "/log"]],
  ]) {
    for (const path of paths) {
      const { page, complaints } = await open(context, address(base, path, "en"));
      assert.deepEqual(complaints, [], path);
      assert.deepEqual(await examine(page), [], path);
      await page.close();
    }
  }
  await context.close();
});

test("without scripts every page says the same", async () => {
  const said = async (javaScriptEnabled, path) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const { page } = await open(context, address(addresses.practice, path, "en"));
    const text = await page.locator("body").innerText();
    await context.close();
    return text;
  };
  // What runs in the browser says without scripts that it needs one.
  const { verify, clause, ...others } = pages;
  for (const island of [verify, clause]) {
    assert.match(await said(false, island), /Without one, use the command line/);
  }
  for (const [name, path] of Object.entries(others)) {
    const without = await said(false, path);
    assert.ok(without.length > 200, `${name} is nearly empty`);
    assert.equal(without, await said(true, path), name);
  }
});
