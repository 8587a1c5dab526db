// Words of a provision that are chosen with mouse, finger or keyboard: what can be done with them is offered beside
// them, and the server finds them in the words of the base. On the page of a draft the cursor is put where they stand.

const field = document.querySelector("textarea[data-from]");
if (field) {
  field.focus();
  field.setSelectionRange(Number(field.dataset.from), Number(field.dataset.to));
}

const form = document.getElementById("choose");
const MOST = 4000;

// What stands beside the words, as who wants them, is none of them.
function wordsOf(range) {
  const part = range.cloneContents();
  for (const one of part.querySelectorAll(".who, .br, .ds-sr-only, .rd i")) one.remove();
  return part.textContent.replace(/\s+/g, " ").trim();
}

function ownOf(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return element?.closest("#text ~ .law [data-own]");
}

function chosen() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const own = ownOf(range.startContainer);
  if (!own || own !== ownOf(range.endContainer)) return null;
  const words = wordsOf(range);
  return words && words.length <= MOST ? { id: own.dataset.own, words } : null;
}

function offer() {
  const found = chosen();
  // Whoever presses one of the buttons may lose the selection by it.
  if (!found && form.contains(document.activeElement)) return;
  const said = form.querySelector("[role=status]");
  form.hidden = !found;
  if (!found) {
    said.textContent = "";
    return;
  }
  const language = new URL(location).searchParams.get("lang");
  form.action = form.dataset.at + found.id + (language ? `?lang=${encodeURIComponent(language)}` : "");
  form.elements.chosen.value = found.words;
  said.textContent = said.dataset.said;
}

if (form) {
  let waiting;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(offer, 150);
  });
}
