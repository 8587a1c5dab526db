// A desk in a browser: windows with an authenticator each, and what every one of its pages must be. The
// authenticator is the browser's own virtual one (WebDriver extension of Web Authentication).

import assert from "node:assert/strict";
import { examine, overflow } from "./browser.mjs";

export const { DESK } = process.env;

// Opens a window with an authenticator that knows its user; what the browser complains of is collected.
export async function open(browser, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    const refusal = /Failed to load resource.*4(03|04|09|10|22)/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !refusal) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(DESK)) complaints.push(`asks ${request.url()}`);
  });
  const client = await context.newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
  const verified = (isUserVerified) =>
    client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
  return { context, page, complaints, verified };
}

export async function go(page, path) {
  await page.goto(`${DESK}${path}`, { waitUntil: "load" });
}

export const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

// Makes a passkey by a link, and signs in with it.
export async function enrolled(who, link) {
  const { page } = who;
  await page.goto(`${link}?lang=en`, { waitUntil: "load" });
  await press(page, "Make a passkey");
  await page.waitForSelector("h1:has-text('The passkey is made')");
  const codes = await page.locator(".codes code").allInnerTexts();
  assert.equal(new Set(codes).size, 8);
  return codes;
}

export async function signIn(who, officer) {
  const { page } = who;
  await go(page, "/sign-in?lang=en");
  await page.getByLabel("Pseudonym").fill(officer);
  await press(page, "Go on");
  await press(page, "Use the passkey");
  await page.waitForURL(/\/(desk|profile|n)(\?|$)/);
}

export const sound = async (page, name) => {
  assert.deepEqual(await examine(page), [], name);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    assert.ok((await overflow(page)) <= 0, `${name} is wider than ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
};
