// The cause of a case: its title beside its code, and a list by groups to pick from.

/** Say which cause was typed, and let one be picked from the groups. */
export function chooseCause(form) {
  const field = form.querySelector("input[list=causes]");
  const said = form.querySelector("[data-cause-said]");
  if (!field || !said) return;
  const list = form.querySelector("[data-causes]");
  const titles = new Map([...list.querySelectorAll("[data-cause]")].map((button) => [button.dataset.cause, button.title]));

  function tell() {
    said.textContent = titles.get(field.value.trim().toUpperCase()) ?? "";
  }

  list.addEventListener("click", (event) => {
    const picked = event.target.closest("[data-cause]");
    if (!picked) return;
    field.value = picked.dataset.cause;
    list.open = false;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.focus();
  });
  field.addEventListener("input", tell);
  tell();
}
