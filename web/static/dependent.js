// Fields that depend on another: shown and sent only when the other has one of the named values.

/** Show the fields whose condition holds; hidden ones are not sent. */
export function showDependents(form) {
  const dependents = [...form.querySelectorAll("[data-when]")];

  function chosen(name) {
    const controls = [...form.elements].filter((control) => control.name === name && !control.closest("[hidden]"));
    const one = controls.find((control) => !["radio", "checkbox"].includes(control.type) || control.checked);
    if (!one) return controls.some((control) => control.type === "checkbox") ? "false" : "";
    return one.type === "checkbox" ? "true" : one.value;
  }

  function refresh() {
    for (const field of dependents) {
      const wanted = field.dataset.values.split("|").includes(chosen(field.dataset.when));
      field.hidden = !wanted;
      for (const control of field.querySelectorAll("input, select, textarea")) control.disabled = !wanted;
    }
    for (const card of form.querySelectorAll("section.card")) {
      const fields = [...card.querySelectorAll(":scope > .field")];
      if (fields.length) card.hidden = fields.every((field) => field.hidden);
    }
  }

  form.addEventListener("change", refresh);
  refresh();
}
