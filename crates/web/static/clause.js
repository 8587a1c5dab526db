// Reads a final clause and tries it on deposits, with our own law as WebAssembly. Nothing that is written here
// leaves the computer.
const at = (id) => document.getElementById(id);
const words = at("words-form");
const rules = at("rules-form");
const rows = at("deposits");
const load = island(words.dataset.module);

at("no-script").hidden = true;
for (const form of [words, rules]) form.hidden = false;

const template = rows.querySelector("template");
function add() {
  rows.append(template.content.cloneNode(true));
}
at("more").addEventListener("click", () => {
  add();
  rows.lastElementChild.querySelector("input").focus();
});
rows.addEventListener("click", ({ target }) => {
  if (target.closest("button") && rows.querySelectorAll("tr").length > 1) target.closest("tr").remove();
});

// The deposits, a line each; a row without a day is not there yet.
function deposits() {
  const lines = [...rows.querySelectorAll("tr")].map((row) =>
    [...row.querySelectorAll("input, select")].map((field) => field.value.replaceAll(/[\t\n]/g, " ").trim()));
  return lines.filter((fields) => fields.at(-1) !== "").map((fields) => fields.join("\t")).join("\n");
}

async function answer(form, question, parts, place) {
  const button = form.querySelector("button[type=submit]");
  button.disabled = true;
  try {
    const found = ask(await load(), question, parts);
    show(place, found).hidden = false;
    return found;
  } catch {
    // The module did not arrive, or the browser runs none.
    show(place, { verdict: "failed" }).hidden = false;
    return {};
  } finally {
    button.disabled = false;
  }
}

words.addEventListener("submit", async (event) => {
  event.preventDefault();
  const parts = [at("text-language").value, at("words").value, at("names").value];
  const found = await answer(words, "propose", parts, at("proposed"));
  if (found.source) at("rules").value = found.source;
});
rules.addEventListener("submit", (event) => {
  event.preventDefault();
  const parts = [at("rules").value, at("adopted").value, at("opened").value, deposits()];
  return answer(rules, "weigh", parts, at("tried"));
});
