// Tables in forms: one more row at a time; the spare rows that are there without script are taken away,
// but for the first of a table that must be filled in.

/** Let the tables of a form grow by a button. */
export function growTables(form) {
  for (const table of form.querySelectorAll("[data-table]")) {
    const rows = [...table.querySelectorAll(":scope > .table-row")];
    const blank = rows.at(-1).cloneNode(true);
    const button = table.querySelector("[data-add-row]");
    let next = rows.length;
    const kept = rows.filter(filled);
    if (!kept.length && "needed" in table.dataset) kept.push(rows[0]);
    for (const row of rows) if (!kept.includes(row)) row.remove();
    for (const row of table.querySelectorAll(":scope > .table-row")) addRemoval(row, form);
    button.hidden = false;
    button.addEventListener("click", () => {
      const row = blank.cloneNode(true);
      renumber(row, table.dataset.table, next++);
      addRemoval(row, form);
      button.parentElement.before(row);
      row.querySelector("select, input, textarea").focus();
    });
  }
}

function filled(row) {
  return [...row.querySelectorAll("input, select, textarea")].some((control) => (control.type === "checkbox" ? control.checked : control.value));
}

function renumber(row, name, place) {
  const there = new RegExp(`^${name}\\.\\d+\\.`);
  for (const part of row.querySelectorAll("*")) {
    for (const attribute of ["id", "name", "for", "aria-describedby"]) {
      const value = part.getAttribute(attribute);
      if (value) part.setAttribute(attribute, value.replace(there, `${name}.${place}.`));
    }
  }
}

function addRemoval(row, form) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-quiet";
  button.textContent = "去掉这一项";
  button.addEventListener("click", () => {
    row.remove();
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  row.append(button);
}
