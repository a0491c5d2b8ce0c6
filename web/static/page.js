// Every page of the desk: keys, rows of a table that open where one clicks, and what is chosen or under way in sight
// where a phone shows everything in one line.

import { listen } from "./keys.js";

listen();
document.addEventListener("click", (event) => {
  const row = event.target.closest("[data-row-link]");
  if (!row || event.target.closest("a, button, form, input") || String(getSelection())) return;
  row.querySelector("a").click();
});

for (const chosen of document.querySelectorAll(".side [aria-current], .stages [aria-current]")) {
  chosen.parentElement.scrollLeft = chosen.offsetLeft - chosen.parentElement.offsetLeft - 16;
}
