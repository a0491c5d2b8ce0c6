// Keys: / searches, Enter opens what waits, A approves, R returns, Y and N answer the next item of a checklist, Ctrl+Enter submits;
// never while somebody types.

const YES = ['input[name="approved"][value="true"]', 'input[name="confirmed"][value="true"]', 'input[name="decision"][value="decide"]'];
const NO = ['input[name="approved"][value="false"]', 'input[name="confirmed"][value="false"]', 'input[name="decision"][value="return"]'];

/** Listen for the keys of the page. */
export function listen() {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return press(document.querySelector("[data-submit]"), event);
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "/") return focus(document.querySelector("[data-slash]"), event);
    if (event.key === "Enter" && event.target === document.body) return press(document.querySelector("[data-enter]"), event);
    if (event.key.toLowerCase() === "a") return choose(YES, "opinion", "同意。", event);
    if (event.key.toLowerCase() === "r") return choose(NO, "reason", "", event);
    if (event.key.toLowerCase() === "y") return answer("ok", event);
    if (event.key.toLowerCase() === "n") return answer("problem", event);
  });
}

function typing(target) {
  return target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select');
}

function press(button, event) {
  if (!button) return;
  event.preventDefault();
  button.click();
}

function focus(field, event) {
  if (!field) return;
  event.preventDefault();
  field.focus();
}

// The first item without an answer gets it; a problem wants its words at once.
function answer(value, event) {
  const item = [...document.querySelectorAll(".checklist .check")].find((one) => !one.querySelector("input:checked"));
  const radio = item?.querySelector(`input[value="${value}"]`);
  if (!radio) return;
  event.preventDefault();
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  radio.dispatchEvent(new Event("input", { bubbles: true }));
  const remark = document.getElementById(`${radio.name}_remark`);
  if (value === "problem") remark?.focus();
  else item.scrollIntoView({ block: "center" });
}

function choose(selectors, name, words, event) {
  const radio = document.querySelector(selectors.join(","));
  if (!radio) return;
  event.preventDefault();
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  const field = radio.form.elements.namedItem(name);
  if (field && !field.value && words) field.value = words;
  if (field) field.dispatchEvent(new Event("input", { bubbles: true }));
  (words ? radio.form.querySelector("[data-submit]") : field)?.focus();
}
