// Columns of our own in dmn-js's table: what stands against a row, and its annotations, which dmn-js itself does not show.

const WANTED = ["情形", "依据"];
/** What Inferno, of which dmn-js's table is made, takes for an element of HTML without children. */
const ELEMENT = { flags: 1, childFlags: 1, children: null, dom: null, key: null };

/** Return the module of the columns; `told.messages` says what stands against the rows. */
export function notes(told) {
  function Notes(components, sheet, modeling, moddle, eventBus) {
    const refresh = new Set();
    const table = () => sheet.getRoot()?.businessObject;
    const heads = () => headsOf(table());
    const redraw = () => refresh.forEach((draw) => draw());
    eventBus.on("elements.changed", redraw);
    document.getElementById("editor-canvas").addEventListener("told", redraw);

    function column(kind, name, fill) {
      return (props) => ({
        ...ELEMENT,
        type: kind,
        className: name,
        props: props.row ? { "data-row-id": props.row.id } : null,
        ref: (cell) => cell && !cell.firstChild && fill(cell, props),
      });
    }

    function keep(draw, cell) {
      const again = () => (cell.isConnected ? draw() : refresh.delete(again));
      refresh.add(again);
      draw();
    }

    function noteCell(place) {
      return column("td", "annotation note", (cell, { row }) => {
        const field = document.createElement("div");
        const rule = row.businessObject;
        field.className = "content-editable";
        field.contentEditable = "plaintext-only";
        field.spellcheck = false;
        field.setAttribute("role", "textbox");
        cell.append(field);
        field.addEventListener("blur", () => write(rule, place, field.textContent.trim()));
        keep(() => {
          field.setAttribute("aria-label", `第${table().rule.indexOf(rule) + 1}行${heads()[place]}`);
          if (document.activeElement !== field) field.textContent = rule.annotationEntry?.[place]?.text ?? "";
        }, cell);
      });
    }

    function write(rule, place, text) {
      if (text === (rule.annotationEntry?.[place]?.text ?? "").trim()) return;
      const known = table().annotation ?? [];
      if (known.length < heads().length) {
        const clauses = heads().map((name, index) => known[index] ?? owned(moddle.create("dmn:RuleAnnotationClause", { name }), table()));
        modeling.updateProperties(table(), { annotation: clauses });
      }
      const entries = heads().map((_, index) => {
        const before = rule.annotationEntry?.[index];
        return index !== place && before ? before : owned(moddle.create("dmn:RuleAnnotation", { text: index === place ? text : "" }), rule);
      });
      modeling.updateProperties(rule, { annotationEntry: entries });
    }

    const faultCell = column("td", "fault", (cell, { row }) => keep(() => {
      const number = table().rule.indexOf(row.businessObject) + 1;
      const mine = told.messages().filter((each) => each.decision === table().$parent.id && each.rows.includes(number));
      cell.textContent = mine.map((each) => each.message).join("\n");
    }, cell));

    components.onGetComponent("cell", 100, ({ cellType }) => {
      if (cellType === "before-label-cells") return column("th", "fault", (cell) => { cell.textContent = "核对"; });
      return cellType === "before-rule-cells" ? faultCell : undefined;
    });
    // As many as any table may have; those that this one has not are left out.
    for (const place of Array(6).keys()) {
      const head = column("th", "annotation note", (cell) => { cell.textContent = heads()[place]; });
      const note = noteCell(place);
      components.onGetComponent("cell", 100, ({ cellType }) => {
        if (place >= heads().length) return undefined;
        return { "after-label-cells": head, "after-rule-cells": note }[cellType];
      });
    }
  }
  Notes.$inject = ["components", "sheet", "modeling", "moddle", "eventBus"];
  return { __init__: ["annotationsProvider"], annotationsProvider: ["type", Notes] };
}

/** The annotations of a table; the table of tiers wants two, which papers quote, though a file has none yet. */
function headsOf(table) {
  const named = (table?.annotation ?? []).map((clause) => clause.name);
  return table?.$parent.id === "tier" ? [...named, ...WANTED.filter((name) => !named.includes(name))] : named;
}

function owned(element, parent) {
  element.$parent = parent;
  return element;
}
