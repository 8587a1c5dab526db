// A negotiation between two browsers: one delegation tables, the other sees it live and answers; two officers of
// the presidency publish the round, and both see that live too.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { address, examine, languages, overflow, start } from "./browser.mjs";
import { DESK, enrolled, go, open, press, signIn, sound } from "./office.mjs";

const { LINK_ARV, LINK_BRS, LINK_SEC, LINK_CHAIR, ROOM_PICTURES } = process.env;
const ROOM = "/n/narrow?lang=en&text=en";
const PROVISION = "4nsq31";
const CANARY = "no later than ninety days before it begins";

let browser;
before(async () => { browser = await start(); });
after(async () => { await browser.close(); });

// Leaves pictures of a page where they are wanted: light and dark, wide and narrow, in two languages.
async function picture(page, name, path) {
  if (!ROOM_PICTURES) return;
  mkdirSync(ROOM_PICTURES, { recursive: true });
  for (const language of ["en", "ar"]) {
    await page.goto(address(DESK, path, language), { waitUntil: "load" });
    for (const [kind, width, colorScheme] of [["1280", 1280, "light"], ["320", 320, "light"], ["dark", 1280, "dark"]]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(ROOM_PICTURES, `${name}.${language}.${kind}.png`), fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function person(link, officer) {
  const who = await open(browser);
  await enrolled(who, link);
  await signIn(who, officer);
  return who;
}

// Presses a button of the page, and the one on the page that asks for the passkey.
async function asserted(page, name) {
  await press(page, name);
  await page.waitForSelector("text=Digest (SHA-256)");
  await press(page, name);
  await page.waitForURL((url) => !/\/(done|table|answer|acknowledge|publication|confirm|close-round)$/.test(url.pathname));
}

test("two delegations negotiate, and two officers publish the round", async () => {
  const eda = await person(LINK_ARV, "o-eda");
  const finn = await person(LINK_BRS, "o-finn");
  const gul = await person(LINK_SEC, "o-gul");
  const hans = await person(LINK_CHAIR, "o-hans");

  // Finn watches the room; nothing has been tabled.
  await finn.page.getByRole("link", { name: "Conference on Mutual Guarantees" }).click();
  const live = finn.page.waitForResponse((answer) => answer.url().includes("/live"));
  await go(finn.page, ROOM);
  assert.equal((await live).headers()["content-type"], "text/event-stream");
  await finn.page.waitForSelector("text=Nothing has been tabled in this round.");

  // Eda chooses words in the text itself: the field opens with the cursor over them, and what she types stands there.
  await go(eda.page, ROOM);
  const bar = eda.page.locator("#choose");
  assert.ok(await bar.isHidden());
  await eda.page.evaluate(({ id, words }) => {
    const walk = document.createTreeWalker(document.querySelector(`[data-own="${id}"] > p`), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const at = walk.currentNode.data.indexOf(words);
      if (at >= 0) return getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);
    }
    throw new Error("the words are not there");
  }, { id: PROVISION, words: "in good time" });
  await bar.getByText("Words are chosen").waitFor();
  await sound(eda.page, "words are chosen");
  for (const width of ROOM_PICTURES ? [1280, 320] : []) {
    await eda.page.setViewportSize({ width, height: 800 });
    await eda.page.screenshot({ path: join(ROOM_PICTURES, `chosen.en.${width}.png`) });
  }
  await eda.page.setViewportSize({ width: 1280, height: 800 });
  await bar.getByRole("button", { name: "Other words for these" }).click();
  const chosen = eda.page.getByLabel("Words");
  await chosen.waitFor();
  await sound(eda.page, "chosen words");
  assert.equal(await eda.page.evaluate(() => getSelection().toString()), "in good time");
  await eda.page.keyboard.type("a week");
  assert.match(await chosen.inputValue(), /a week before it begins/);

  // Eda words a change in a text field and sees it word by word before it is tabled. No script is needed for that.
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await eda.context.storageState() });
  const page = await plain.newPage();
  await go(page, `/n/narrow?lang=en&text=en&provision=${PROVISION}`);
  await page.getByRole("link", { name: "Other words" }).click();
  const field = page.getByLabel("Words");
  const words = await field.inputValue();
  assert.match(words, /in good time before it begins/);
  await field.fill(words.replace("in good time before it begins", CANARY));
  await press(page, "Save and compare");
  assert.match(await page.locator("ins").first().innerText(), /no later than ninety days/);
  assert.match(await page.locator("del").first().innerText(), /in good time/);
  await page.getByLabel("Brasmark").check();
  await page.getByLabel("Reason").fill("good time is no measure");
  await press(page, "Save and compare again");
  assert.ok(await page.getByLabel("Brasmark").isChecked());
  const draft = new URL(page.url()).pathname;
  await press(page, "Table the proposal");
  await page.waitForSelector("text=One of both is missing");
  await plain.close();

  await go(eda.page, `${draft}?lang=en`);
  await sound(eda.page, "compare");
  await picture(eda.page, "compare", draft);
  await go(eda.page, `${draft}?lang=en`);
  await asserted(eda.page, "Table the proposal");

  // Finn did nothing: the proposal is on his page.
  await finn.page.waitForSelector(`#room >> text=${CANARY}`, { timeout: 5_000 });
  await finn.page.waitForSelector("text=Acknowledge the proposal of Arvenia");
  await sound(finn.page, "room");
  await finn.page.getByRole("link", { name: "Acknowledge the proposal of Arvenia" }).click();
  await sound(finn.page, "proposal");
  const proposal = new URL(finn.page.url()).pathname;
  await asserted(finn.page, "Acknowledge");
  await finn.page.getByRole("group", { name: "What you say" }).first().getByLabel("can accept").check();
  await finn.page.getByLabel("Words of the answer").fill("With a number, yes.");
  await asserted(finn.page, "Answer");
  await finn.page.waitForSelector("text=With a number, yes.");
  await go(eda.page, ROOM);
  await eda.page.waitForSelector("text=can accept");
  await go(finn.page, ROOM);

  // The secretariat closes the round and proposes its publication; the chair confirms.
  await go(gul.page, "/n/narrow/chair?lang=en");
  await sound(gul.page, "chair");
  await asserted(gul.page, "Close the round");
  await go(gul.page, ROOM);
  await asserted(gul.page, "Propose the publication");
  await gul.page.waitForSelector("text=does not confirm it");
  await go(hans.page, ROOM);
  await sound(hans.page, "to confirm");
  await asserted(hans.page, "Confirm the publication");
  for (const { page: watching } of [eda, finn]) {
    await watching.waitForSelector(".facts >> text=published", { timeout: 5_000 });
  }

  for (const [who, path] of [[finn, ROOM], [finn, proposal], [eda, "/n"], [gul, "/n/narrow/chair"]]) {
    await who.page.setViewportSize({ width: 320, height: 800 });
    // In English each was looked at on the way.
    for (const language of languages.filter((one) => one !== "en")) {
      const { pathname, searchParams } = new URL(path, DESK);
      const text = searchParams.get("text");
      await who.page.goto(address(DESK, text ? `${pathname}?text=${text}` : pathname, language), { waitUntil: "load" });
      assert.equal(await who.page.locator("html").getAttribute("lang"), language);
      assert.ok((await overflow(who.page)) <= 0, `${path} ${language} is wider than 320`);
      assert.deepEqual(await examine(who.page), [], `${path} ${language}`);
    }
    await who.page.setViewportSize({ width: 1280, height: 800 });
  }
  await picture(finn.page, "room", `/n/narrow?text=en&provision=${PROVISION}`);
  await picture(finn.page, "proposal", proposal);
  await picture(gul.page, "chair", "/n/narrow/chair");
  await picture(gul.page, "list", "/n");
  await go(gul.page, "/n/narrow/versions?lang=en");
  await sound(gul.page, "versions");
  await picture(gul.page, "versions", "/n/narrow/versions");
  const all = [eda, finn, gul, hans];
  assert.deepEqual(all.flatMap(({ complaints }) => complaints), []);
  await Promise.all(all.map(({ context }) => context.close()));
});
