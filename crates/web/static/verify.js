// Verifies the files that a reader chooses, with our own core as WebAssembly. They are read here and sent
// nowhere.
const form = document.getElementById("verify");
const result = document.getElementById("result");
const files = document.getElementById("files");
const button = form.querySelector("button");
// More than this is verified by the command line.
const MOST = 64 * 1024 * 1024;

document.getElementById("no-script").hidden = true;
form.hidden = false;
files.addEventListener("change", () => { button.disabled = files.files.length === 0; });
const load = island(form.dataset.module);

async function verified(chosen) {
  if (chosen.some((file) => file.size > MOST)) return { kind: "nothing", verdict: "unread" };
  const verifier = await load();
  const bytes = chosen.map(async (file) => new Uint8Array(await file.arrayBuffer()));
  const policy = document.getElementById("policy").value;
  return ask(verifier, "verify", [policy, ...(await Promise.all(bytes))]);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  button.disabled = true;
  const chosen = [...files.files];
  const names = chosen.map((file) => file.name).join(", ");
  try {
    const found = await verified(chosen);
    show(result, { ...found, names, exercise: found.log?.endsWith("/exercise") });
    result.hidden = false;
  } finally {
    button.disabled = files.files.length === 0;
  }
});
