// Every kind of page, for every kind of reader.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { address, addresses, examine, open, overflow, pages, start } from "./browser.mjs";

let browser;
before(async () => { browser = await start(); });
after(async () => { await browser.close(); });

// Every page in every language; the narrow layout is examined where it is mirrored. Colours are the same in every
// language, and the narrow layout is the same unmirrored: `scripts/test --full` examines these too.
const full = process.env.SPONSIO_FULL === "yes";
const readers = [
  { language: "en", colorScheme: "light", narrow: full },
  ...(full ? [{ language: "en", colorScheme: "dark", narrow: false }] : []),
  { language: "tr", colorScheme: "light", narrow: false },
  { language: "ar", colorScheme: "light", narrow: true },
];

// A page alone leaves the processors half idle: all readers look at once.
describe("every page", { concurrency: readers.length }, () => {
  for (const { language, colorScheme, narrow } of readers) {
    test(`${language} ${colorScheme}: no complaint, no violation, no sideways scrolling`, async () => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
      for (const [name, path] of Object.entries(pages)) {
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
