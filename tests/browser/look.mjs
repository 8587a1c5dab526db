// Pictures of every page, to be looked at by a person before a change of templates is taken.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { address, addresses, languages, open, pages, start } from "./browser.mjs";

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
const kinds = [
  { name: "1280", width: 1280, colorScheme: "light" },
  { name: "320", width: 320, colorScheme: "light" },
  { name: "dark", width: 1280, colorScheme: "dark" },
];
const only = process.env.LOOK?.split(",");
const wanted = Object.entries(pages).filter(([name]) => only?.includes(name) ?? true);
const browser = await start();
const shown = [];
for (const kind of kinds) {
  for (const language of languages) {
    const context = await browser.newContext({
      colorScheme: kind.colorScheme,
      viewport: { width: kind.width, height: 900 },
    });
    for (const [name, path] of wanted) {
      const { page } = await open(context, address(addresses.practice, path, language));
      const file = `${name}.${language}.${kind.name}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: true });
      shown.push(file);
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
const pictures = shown.map((file) => `<figure><img src="${file}" width="480" alt=""><figcaption>${file}</figcaption></figure>`);
writeFileSync(join(folder, "index.html"), `<!doctype html><title>Pages</title>${pictures.join("\n")}`);
console.log(`${shown.length} pictures in ${folder}`);
