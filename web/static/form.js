// Pages with a form.

import { chooseCause } from "./cause.js";
import { askOnce } from "./confirm.js";
import { showDependents } from "./dependent.js";
import { tryDiscretion } from "./discretion.js";
import { keepDraft } from "./draft.js";
import { growTables } from "./rows.js";
import { tickWhole } from "./whole.js";

for (const form of document.querySelectorAll("form[data-draft]")) {
  askOnce(form);
  growTables(form);
  showDependents(form);
  chooseCause(form);
  tickWhole(form);
  keepDraft(form);
  tryDiscretion(form);
}
for (const form of document.querySelectorAll("form.form:not([data-draft])")) {
  growTables(form);
  showDependents(form);
}
document.getElementById("problems")?.focus();
