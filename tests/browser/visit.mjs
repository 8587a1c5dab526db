// Walks through the register as somebody who sees it for the first time, and takes the pictures of
// docs/guide/first-visit.md.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { address, addresses, open, start } from "./browser.mjs";

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
const browser = await start();
const context = await browser.newContext({ viewport: { width: 920, height: 680 } });
const { page } = await open(context, address(addresses.practice, "/", "en"));
const take = (name) => page.screenshot({ path: join(folder, `${name}.png`) });
const at = async (heading) => {
  await page.locator("h2", { hasText: heading }).first().evaluate((place) => place.scrollIntoView());
};

await take("1-front");
await page.getByLabel("Find a treaty or a party").fill("watch");
await page.getByRole("button", { name: "Search" }).click();
await page.waitForSelector("h1:has-text('Found')");
await take("2-found");
await page.getByRole("link", { name: "Convention on the Common Watch" }).first().click();
await page.waitForSelector("text=In force since 14 April 2019");
await take("3-treaty");
await at("How it comes into force");
await page.mouse.wheel(0, 420);
await page.waitForTimeout(200);
await take("4-why");
await at("Status of each party");
await take("5-who");
await page.goto(address(addresses.practice, "/", "en"));
await page.getByRole("link", { name: "Read the words in their source" }).click();
await page.waitForSelector("h2:has-text('From these words to law')");
await at("From these words to law");
await take("6-ahead");
await page.getByRole("link", { name: "Verify", exact: true }).first().click();
await page.waitForSelector("#verify:not([hidden])");
await page.locator("#files").setInputFiles(new URL("../compat/0.1.0/bundle.sponsio", import.meta.url).pathname);
await page.locator("#verify summary").click();
const policy = readFileSync(new URL("../compat/0.1.0/bundle.policy", import.meta.url)).toString();
await page.locator("#policy").fill(policy);
await page.locator("#verify button").click();
await page.waitForSelector("#result:not([hidden])");
await page.locator("#result").evaluate((place) => place.scrollIntoView());
await take("7-verified");
await page.goto(address(addresses.practice, "/clause", "en"));
await page.locator("#words-form button[type=submit]").click();
await page.waitForSelector("#proposed:not([hidden])");
await page.locator("#rules-form button[type=submit]").click();
await page.waitForSelector("#tried:not([hidden])");
await page.locator("#tried").evaluate((place) => place.scrollIntoView());
await take("8-clause");
await browser.close();
