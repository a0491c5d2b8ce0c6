// Every page of the desk: keys, and rows of a table that open where one clicks.

import { listen } from "./keys.js";

listen();
document.addEventListener("click", (event) => {
  const row = event.target.closest("[data-row-link]");
  if (!row || event.target.closest("a, button, form, input") || String(getSelection())) return;
  row.querySelector("a").click();
});
