// A file is verified in the browser by our own core, under a policy; a forged one is refused there.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { address, addresses, examine, languages, open, overflow, start } from "./browser.mjs";

const files = new URL("../compat/0.1.0/", import.meta.url);
const read = (name) => readFileSync(new URL(name, files));
const file = (name, buffer = read(name)) => ({ name, mimeType: "application/octet-stream", buffer });

let browser;
before(async () => { browser = await start(); });
after(async () => { await browser.close(); });

// Opens the page, gives it files and a policy, and returns what it says.
async function verified(language, chosen, policy) {
  const context = await browser.newContext();
  const { page, complaints } = await open(context, address(addresses.practice, "/verify", language));
  const sent = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    // The browser fetches the icon when it likes.
    if (!pathname.includes("/icon-")) sent.push(`${request.method()} ${pathname}`);
  });
  await page.locator("#files").setInputFiles(chosen);
  await page.locator("#verify summary").click();
  await page.locator("#policy").fill(read(policy).toString());
  await page.locator("#verify button").click();
  await page.waitForSelector("#result:not([hidden])");
  const text = await page.locator("#result").innerText();
  return { context, page, complaints, sent, text };
}

for (const language of languages) {
  test(`${language}: a bundle is verified, and nothing of it is sent`, async () => {
    const found = await verified(language, [file("bundle.sponsio")], "bundle.policy");
    const heading = { en: "Verified", tr: "Doğrulandı", ar: "تم التحقق" }[language];
    assert.ok(found.text.startsWith(heading), found.text);
    assert.equal(await found.page.locator("#result li:visible").count() >= 4, true);
    assert.deepEqual(found.complaints, []);
    assert.deepEqual(await examine(found.page), []);
    assert.equal(found.sent.length, 1, `only the module is fetched: ${found.sent}`);
    assert.match(found.sent[0], /^GET \/assets\/verifier-[0-9a-f]{16}\.wasm$/);
    for (const width of [1280, 320]) {
      await found.page.setViewportSize({ width, height: 800 });
      assert.ok((await overflow(found.page)) <= 0, `wider than ${width}`);
    }
    await found.context.close();
  });
}

test("one bit more or less is refused, with the rule and the place", async () => {
  const forged = read("bundle.sponsio");
  const at = forged.indexOf('"recorded":"') + 14;
  forged[at] ^= 1;
  const found = await verified("en", [file("forged.sponsio", forged)], "bundle.policy");
  assert.ok(found.text.startsWith("Refused"), found.text);
  assert.match(found.text, /member-list/);
  assert.match(found.text, /forged\.sponsio/);
  assert.deepEqual(found.complaints, []);
  assert.deepEqual(await examine(found.page), []);
  await found.context.close();
});

test("a receipt, in either order, and what is neither", async () => {
  const receipt = [file("receipt.json"), file("receipt.tlog-proof")];
  for (const chosen of [receipt, receipt.toReversed()]) {
    const found = await verified("en", chosen, "bundle.policy");
    assert.ok(found.text.startsWith("Verified"), found.text);
    await found.context.close();
  }
  const other = await verified("en", [file("other.txt", Buffer.from("no file of ours\n"))], "bundle.policy");
  assert.ok(other.text.startsWith("Refused"), other.text);
  assert.match(other.text, /note-form/);
  await other.context.close();
  const many = await verified("en", [...receipt, file("bundle.sponsio")], "bundle.policy");
  assert.ok(many.text.startsWith("Nothing to verify"), many.text);
  await many.context.close();
});

test("under the policy of another log a good bundle is refused", async () => {
  const context = await browser.newContext();
  const { page } = await open(context, address(addresses.practice, "/verify", "en"));
  await page.locator("#files").setInputFiles([file("bundle.sponsio")]);
  // The policy that stands there is that of this server's own log.
  await page.locator("#verify button").click();
  await page.waitForSelector("#result:not([hidden])");
  assert.match(await page.locator("#result").innerText(), /^Refused[^]*checkpoint-origin/);
  await context.close();
});
