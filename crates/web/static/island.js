// What the pages have in common that run our own core as WebAssembly: how bytes go in and out, and how what
// was found is shown. The words stand in the page; this only shows, hides and fills them.
const tag = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const latin = { numberingSystem: "latn" };
const dayFormat = new Intl.DateTimeFormat(tag, {
  ...latin, calendar: "gregory", timeZone: "UTC", day: "numeric", month: "long", year: "numeric",
});

// An island is fetched when it is first needed.
function island(path) {
  let module;
  return async () => {
    module ??= WebAssembly.instantiateStreaming(fetch(path));
    return (await module).instance.exports;
  };
}

// Bytes go in as numbers, sixteen at a time.
function give(exports, bytes) {
  const padded = new Uint8Array(Math.ceil(bytes.length / 16) * 16);
  padded.set(bytes);
  const words = new Uint32Array(padded.buffer);
  exports.begin(bytes.length);
  for (let at = 0; at < words.length; at += 4) {
    exports.put(words[at], words[at + 1], words[at + 2], words[at + 3]);
  }
  exports.end(bytes.length);
}

// Asks a question of an island; each part is bytes or text.
function ask(exports, question, parts) {
  exports.clear();
  for (const part of parts) give(exports, typeof part === "string" ? new TextEncoder().encode(part) : part);
  const length = exports[question]();
  const words = new Uint32Array(Math.ceil(length / 4));
  for (let at = 0; at < words.length; at++) words[at] = exports.take(4 * at);
  exports.clear();
  return JSON.parse(new TextDecoder().decode(new Uint8Array(words.buffer).subarray(0, length)));
}

const written = (name, value) =>
  name === "time" ? new Date(value * 1000).toISOString() : String(value ?? "");

// How data are written, by the attribute that names them.
const ways = {
  fill: (name, found) => (name === "." ? String(found) : written(name, found[name])),
  day: (name, found) => (found[name] ? dayFormat.format(new Date(`${found[name]}T00:00:00Z`)) : ""),
  length: (name, found) => {
    const unit = found.unit.replace(/s$/, "");
    return new Intl.NumberFormat(tag, { ...latin, style: "unit", unit, unitDisplay: "long" }).format(found[name]);
  },
};

// Shows what was found in a part of the page: what belongs to it, its data, sentences and lists.
function show(part, found) {
  const lists = part.querySelectorAll("[data-each]");
  for (const list of lists) list.replaceChildren(list.querySelector("template"));
  const listed = (name) => (found[name] ?? []).length > 0;
  const shown = {
    when: (wanted) => wanted.split(" ").includes(found.verdict),
    for: (wanted) => wanted.split(" ").includes(found.kind),
    if: (name) => Boolean(found[name]),
    some: listed,
    none: (name) => !listed(name),
  };
  for (const name of Object.keys(shown)) {
    for (const one of part.querySelectorAll(`[data-${name}]`)) {
      const others = Object.keys(shown).filter((other) => other in one.dataset);
      one.hidden = !others.every((other) => shown[other](one.dataset[other]));
    }
  }
  for (const [way, write] of Object.entries(ways)) {
    for (const place of part.querySelectorAll(`[data-${way}]`)) {
      place.textContent = write(place.dataset[way], found);
    }
  }
  // A sentence of the page for the kind of what was found.
  for (const place of part.querySelectorAll("[data-say]")) {
    const words = document.getElementById(`${place.dataset.say}-${found.kind}`);
    place.replaceChildren(words ? show(words.content.cloneNode(true), found) : found.kind);
  }
  for (const list of lists) {
    const template = list.querySelector("template");
    for (const one of found[list.dataset.each] ?? []) list.append(show(template.content.cloneNode(true), one));
  }
  return part;
}
