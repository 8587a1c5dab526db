// The desk: officers make passkeys, sign in, and deposit an instrument with four eyes.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, addresses, examine, languages, overflow, start } from "./browser.mjs";
import { DESK, enrolled, go, open, press, signIn, sound } from "./office.mjs";

const { LINK_OPERATOR, LINK_ANNA, LINK_BEN } = process.env;

let browser;
before(async () => { browser = await start(); });
after(async () => { await browser.close(); });
const window = () => open(browser);

// How many entries the published checkpoint covers.
const published = async (page) => {
  const answer = await page.request.get(`${DESK}/log/checkpoint`);
  return Number((await answer.text()).split("\n")[1]);
};

// A letter of one page.
const letter = () => Buffer.from(
  "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n" +
  "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>\nendobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n" +
  "0000000054 00000 n \n0000000105 00000 n \ntrailer\n<</Size 4/Root 1 0 R>>\nstartxref\n168\n%%EOF\n");

test("an operator signs in, and has no legal power", async () => {
  const who = await window();
  const { page, complaints, context } = who;
  await enrolled(who, LINK_OPERATOR);
  const used = await page.goto(`${LINK_OPERATOR}?lang=en`);
  assert.equal(used.status(), 410, "the link works once");
  await signIn(who, "o-op");
  await page.waitForSelector("h1:has-text('Profile')");
  assert.equal(await page.getByRole("link", { name: "Desk" }).count(), 0);
  await go(page, "/desk?lang=en");
  assert.match(await page.locator("main").innerText(), /No role that is granted to you allows this here/);
  const cookie = (await context.cookies()).find(({ name }) => name === "__Host-sponsio");
  assert.deepEqual(
    [cookie.secure, cookie.httpOnly, cookie.sameSite, cookie.path, cookie.expires],
    [true, true, "Lax", "/", -1],
  );
  await page.getByRole("link", { name: "Refusals" }).click();
  await page.waitForSelector("h1:has-text('Refusals')");
  const said = await page.locator("main").innerText();
  assert.match(said, /read-inbox/);
  assert.ok(!said.includes(new URL(LINK_OPERATOR).pathname.split("/").at(-1)), "no link is kept");
  for (const language of languages) {
    await page.goto(address(DESK, "/admin", language), { waitUntil: "load" });
    assert.match(await page.locator("main").innerText(), /o-anna/);
    await sound(page, `administration ${language}`);
  }
  await go(page, "/profile?lang=en");
  await press(page, "Sign out");
  await page.waitForSelector("h1:has-text('Sign in')");
  await go(page, "/profile?lang=en");
  assert.match(page.url(), /sign-in/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a deposit needs two officers", async () => {
  const anna = await window();
  const ben = await window();
  const codes = await enrolled(anna, LINK_ANNA);
  await enrolled(ben, LINK_BEN);
  await signIn(anna, "o-anna");
  await signIn(ben, "o-ben");
  const { page } = anna;
  const before = await published(page);
  await page.waitForSelector("text=Nothing waiting");
  await page.getByRole("link", { name: "Instrument of consent" }).click();
  await press(page, "Enter");
  await page.waitForSelector("text=Something is missing");
  await page.getByLabel("Treaty").selectOption("harbour");
  await page.getByLabel("Whose act it is").selectOption("ARV");
  await page.getByLabel("What was received").selectOption("ratification");
  await page.getByLabel("The instrument itself").setInputFiles(
    { name: "../letter.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html>%PDF-1.7") });
  await press(page, "Enter");
  await page.waitForSelector("text=The file is no PDF");
  await sound(page, "no PDF");
  await page.getByLabel("The instrument itself").setInputFiles(
    { name: "letter.pdf", mimeType: "application/pdf", buffer: letter() });
  await press(page, "Enter");
  await page.waitForSelector("h1:has-text('Arvenia')");
  assert.match(await page.locator(".frame.draft").innerText(), /Arvenia/, "the effect is shown");
  assert.match(await page.locator("main").innerText(), /letter\.pdf[^]*Scripts or actions\s+no/);
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, "Get the file")]);
  assert.match(file.suggestedFilename(), /^instrument-[0-9a-f]{16}\.pdf$/);
  await sound(page, "received");

  await press(page, "Propose the act");
  await page.waitForSelector("text=A point of form is open");
  for (const box of await page.locator(".tick input").all()) await box.check();
  await page.getByLabel("Note").fill("safe 2, shelf 14 <b>\u202E");
  await press(page, "Save");
  await press(page, "Propose the act");
  await page.waitForSelector("text=Digest (SHA-256)");
  const digest = await page.locator("code.wide").innerText();
  assert.match(digest, /^[0-9a-f]{64}$/);
  await sound(page, "to propose");
  await anna.verified(false);
  await press(page, "Propose with the passkey");
  await page.waitForSelector("text=did not answer, or was refused");
  await anna.verified(true);
  await press(page, "Propose with the passkey");
  await page.waitForSelector("text=waits for another officer");
  assert.equal(await page.getByRole("button", { name: "Confirm the act" }).count(), 0);
  await page.waitForSelector("text=Whoever proposed an act does not confirm it");
  await sound(page, "proposed");
  const item = page.url();

  await go(ben.page, "/desk?lang=en");
  await ben.page.waitForSelector("text=waits for you");
  await sound(ben.page, "inbox");
  await ben.page.getByRole("link", { name: /Arvenia/ }).click();
  await press(ben.page, "Confirm the act");
  assert.equal(await ben.page.locator("code.wide").innerText(), digest, "both assert over one act");
  await press(ben.page, "Confirm with the passkey");
  await ben.page.waitForSelector("text=Recorded as entry");
  const said = await ben.page.locator("main").innerText();
  assert.match(said, /Proposed with a passkey by o-anna/);
  assert.match(said, /Confirmed with a passkey by o-ben/);
  for (let tries = 0; (await published(page)) === before && tries < 50; tries += 1) await page.waitForTimeout(100);
  assert.equal(await published(page), before + 1, "it is in the public log");
  await page.goto(item);
  await page.waitForSelector("text=Recorded as entry");
  await go(page, "/profile?lang=en");
  await page.getByLabel("Name", { exact: true }).fill("import");
  await page.getByLabel("enter what was received").check();
  await page.getByLabel("Where").selectOption("treaty/harbour");
  await press(page, "Make a token");
  await page.waitForSelector("h1:has-text('Make a token')");
  await sound(page, "to make a token");
  await press(page, "Make a token");
  await page.waitForSelector("h1:has-text('The token is made')");
  await sound(page, "a token");
  const token = await page.locator(".codes code").innerText();
  const brought = await page.request.post(`${DESK}/api/v1/instruments`, {
    headers: { authorization: `Bearer ${token}` },
    data: { treaty: "harbour", participant: "BRS", kind: "accession" },
  });
  assert.equal(brought.status(), 201, await brought.text());
  await page.setViewportSize({ width: 320, height: 800 });
  for (const language of languages) {
    for (const path of ["/desk", "/desk/new/deposit", "/desk/new/correction?q=harbour", "/profile", new URL(item).pathname]) {
      const { pathname, search } = new URL(path, DESK);
      await page.goto(address(DESK, `${pathname}${search}`, language), { waitUntil: "load" });
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      assert.ok((await overflow(page)) <= 0, `${path} ${language} is wider than 320`);
      assert.deepEqual(await examine(page), [], `${path} ${language}`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });

  const plain = await browser.newContext({
    javaScriptEnabled: false, storageState: await anna.context.storageState(),
  });
  const reader = await plain.newPage();
  await go(reader, "/desk/new/deposit?lang=en");
  await reader.getByLabel("Treaty").selectOption("harbour");
  await reader.getByLabel("Whose act it is").selectOption("CDL");
  await reader.getByLabel("What was received").selectOption("accession");
  await press(reader, "Enter");
  await reader.getByLabel("Note").fill("kept without scripts");
  await press(reader, "Save");
  assert.equal(await reader.getByLabel("Note").inputValue(), "kept without scripts");
  await press(reader, "Propose the act");
  await reader.waitForSelector("text=One of both is missing");
  assert.ok(await reader.getByRole("button", { name: "Propose with the passkey" }).isDisabled());
  await plain.close();

  await go(page, "/recover?lang=en");
  await page.getByLabel("Pseudonym").fill("o-anna");
  await page.getByLabel("Recovery code").fill(codes[2]);
  await press(page, "Go on");
  await page.waitForSelector("h1:has-text('Welcome, Anna Aal')");
  await go(page, "/recover?lang=en");
  await page.getByLabel("Pseudonym").fill("o-anna");
  await page.getByLabel("Recovery code").fill(codes[2]);
  await press(page, "Go on");
  await page.waitForSelector("text=The pseudonym or the code is not right");
  await sound(page, "recover");
  assert.deepEqual([...anna.complaints, ...ben.complaints], []);
  await anna.context.close();
  await ben.context.close();
});

test("the pages before the sign-in are sound in every language", async () => {
  const { page, complaints, context } = await window();
  for (const language of languages) {
    for (const path of ["/sign-in", "/recover", "/enrol/none"]) {
      await page.goto(address(DESK, path, language), { waitUntil: "load" });
      await sound(page, `${path} ${language}`);
    }
  }
  assert.deepEqual(complaints, []);
  const answer = await page.request.get(`${addresses.practice}/sign-in`);
  assert.equal(answer.status(), 404, "the public listener has no accounts");
  assert.equal(answer.headers()["set-cookie"], undefined);
  await context.close();
});
