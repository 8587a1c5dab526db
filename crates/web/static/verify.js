// Verifies the files that a reader chooses, with our own core as WebAssembly. They are read here and sent
// nowhere; the words stand in the page, and this only shows them and fills in what was found.
const form = document.getElementById("verify");
const result = document.getElementById("result");
const files = document.getElementById("files");
const button = form.querySelector("button");
// More than this is verified by the command line.
const MOST = 64 * 1024 * 1024;

document.getElementById("no-script").hidden = true;
form.hidden = false;
files.addEventListener("change", () => { button.disabled = files.files.length === 0; });

let module;
async function load() {
  module ??= WebAssembly.instantiateStreaming(fetch(form.dataset.module));
  return (await module).instance.exports;
}

// Bytes go in as numbers, sixteen at a time.
function give(verifier, bytes) {
  const padded = new Uint8Array(Math.ceil(bytes.length / 16) * 16);
  padded.set(bytes);
  const words = new Uint32Array(padded.buffer);
  verifier.begin(bytes.length);
  for (let at = 0; at < words.length; at += 4) {
    verifier.put(words[at], words[at + 1], words[at + 2], words[at + 3]);
  }
  verifier.end(bytes.length);
}

function answer(verifier) {
  const length = verifier.verify();
  const words = new Uint32Array(Math.ceil(length / 4));
  for (let at = 0; at < words.length; at++) words[at] = verifier.take(4 * at);
  return JSON.parse(new TextDecoder().decode(new Uint8Array(words.buffer).subarray(0, length)));
}

const written = (name, value) =>
  name === "time" ? new Date(value * 1000).toISOString() : String(value ?? "");

// Fills in what has a place in a part of the page.
function fill(part, found) {
  for (const place of part.querySelectorAll("[data-fill]")) {
    const name = place.dataset.fill;
    place.textContent = name === "." ? String(found) : written(name, found[name]);
  }
}

function show(found) {
  for (const list of result.querySelectorAll("[data-each]")) {
    list.replaceChildren(list.querySelector("template"));
  }
  const listed = (name) => (found[name] ?? []).length > 0;
  const shown = {
    when: (wanted) => wanted.split(" ").includes(found.verdict),
    for: (wanted) => wanted.split(" ").includes(found.kind),
    if: (name) => Boolean(found[name]),
    some: listed,
    none: (name) => !listed(name),
  };
  for (const [name, is] of Object.entries(shown)) {
    for (const part of result.querySelectorAll(`[data-${name}]`)) {
      const others = Object.keys(shown).filter((other) => other in part.dataset);
      part.hidden = !others.every((other) => shown[other](part.dataset[other]));
    }
  }
  // Before the lists: what is filled into an item is its own.
  fill(result, found);
  for (const list of result.querySelectorAll("[data-each]")) {
    const template = list.querySelector("template");
    for (const one of found[list.dataset.each] ?? []) {
      const item = template.content.cloneNode(true);
      fill(item, one);
      list.append(item);
    }
  }
  result.hidden = false;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  button.disabled = true;
  const chosen = [...files.files];
  const names = chosen.map((file) => file.name).join(", ");
  try {
    if (chosen.some((file) => file.size > MOST)) {
      show({ kind: "nothing", verdict: "unread", names });
      return;
    }
    const verifier = await load();
    verifier.clear();
    give(verifier, new TextEncoder().encode(document.getElementById("policy").value));
    for (const file of chosen) give(verifier, new Uint8Array(await file.arrayBuffer()));
    const found = answer(verifier);
    show({ ...found, names, exercise: found.log?.endsWith("/exercise") });
    verifier.clear();
  } finally {
    button.disabled = files.files.length === 0;
  }
});
