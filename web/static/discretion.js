// Trials of the discretion: the tables are asked about the form as it stands; the answer appears beside it.

import { values } from "./draft.js";

/** Let the trial button answer in place, and the recommended sum be taken over. */
export function tryDiscretion(form) {
  const button = form.querySelector("[data-preview]");
  const panel = form.querySelector("[data-panel]");
  if (!button) return;

  button.addEventListener("click", async (event) => {
    event.preventDefault();
    button.disabled = true;
    panel.textContent = "正在计算…";
    const body = new URLSearchParams({ csrf_token: form.dataset.token });
    for (const [name, value] of Object.entries(values(form))) for (const each of [value].flat()) body.append(name, each);
    try {
      const answer = await fetch(button.formAction, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
      if (!answer.ok) throw new Error(String(answer.status));
      panel.innerHTML = await answer.text();
    } catch {
      panel.textContent = "现在不能试算，请稍后再试。";
    }
    button.disabled = false;
  });

  panel.addEventListener("click", (event) => {
    const adopt = event.target.closest("[data-adopt]");
    const fine = form.elements.namedItem("fine");
    if (!adopt || !fine) return;
    event.preventDefault();
    const penalty = form.querySelector('input[name="outcome"][value="penalty"]');
    if (penalty && !penalty.checked) {
      penalty.checked = true;
      penalty.dispatchEvent(new Event("change", { bubbles: true }));
    }
    fine.value = adopt.value;
    fine.dispatchEvent(new Event("input", { bubbles: true }));
    fine.focus();
    fine.scrollIntoView({ block: "center" });
  });
}
