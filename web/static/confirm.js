// Consequences: what cannot be taken back is asked once, in words, before the form is sent.

/** Ask before a form with a consequence is submitted; the safe button has the focus. */
export function askOnce(form) {
  const dialog = form.querySelector("dialog[data-confirm]");
  if (!dialog) return;
  let sure = false;
  form.addEventListener("submit", (event) => {
    const way = event.submitter;
    if (sure || (way && (way.name || way.hasAttribute("formaction"))) || returns(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    dialog.showModal();
  }, { capture: true });
  dialog.querySelector("[data-no]").addEventListener("click", () => dialog.close());
  dialog.querySelector("[data-yes]").addEventListener("click", () => { sure = true; });
}

// Giving a step back has no consequence that needs asking.
function returns(form) {
  return new FormData(form).get("decision") === "return";
}
