// The editor of a discretion table: dmn-js over a draft, checked while one types, kept without losing one's place.

import { drawing } from "./editor_drawing.js";
import { notes } from "./editor_notes.js";
import { words } from "./editor_words.js";

const PAUSE = 800;
/** DMN 1.4 and 1.5 differ from 1.3, which dmn-js reads, by their namespaces and by elements that it does not know. */
const LATER = /https:\/\/www\.omg\.org\/spec\/DMN\/(20211108|20230324)\//g;
const READ = "https://www.omg.org/spec/DMN/20191111/";
const form = document.getElementById("editor-form");
const state = document.getElementById("editor-state");
const trouble = document.getElementById("editor-trouble");
const found = document.getElementById("editor-found");
const canvas = document.getElementById("editor-canvas");
const tabs = document.querySelector(".editor-tabs");
const marks = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, marks];

let kept = "";
let changed = false;
let objections = [];
let waiting = 0;

const told = { messages: () => objections };
const modeler = new window.DmnJS({
  container: canvas,
  width: "100%",
  height: "100%",
  decisionTable: { additionalModules: [words, notes(told)], debounceInput: false },
  drd: { additionalModules: [words, drawing] },
  literalExpression: { additionalModules: [words], debounceInput: false },
  boxedExpression: { additionalModules: [words] },
});

modeler.on("viewer.created", ({ viewer }) => viewer.on("elements.changed", touch));
modeler.on("views.changed", ({ views, activeView }) => showTabs(views, activeView));

function touch() {
  changed = true;
  state.textContent = "有未保存的修改";
  clearTimeout(waiting);
  waiting = setTimeout(check, PAUSE);
}

function showTabs(views, active) {
  tabs.replaceChildren(...views.map((view) => {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.className = "btn btn-quiet";
    tab.textContent = view.type === "drd" ? "决策关系图" : view.element.name || view.element.id;
    tab.setAttribute("aria-pressed", String(view === active || view.element === active?.element));
    tab.addEventListener("click", () => modeler.open(view));
    return tab;
  }));
  mark();
}

/** The file as it stands: untouched it is what was opened, to the last byte. */
async function written() {
  document.activeElement?.closest?.(".editor-canvas") && document.activeElement.blur();
  if (!changed) return kept;
  return (await modeler.saveXML({ format: true })).xml;
}

async function send(address, file, fields) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ csrf_token: form.dataset.token, ...fields })) body.append(name, value);
  // As a file it keeps the ends of its lines; as a field it would not.
  body.append("file", new Blob([file]), "table.dmn");
  return fetch(address, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
}

function particulars() {
  return { version: form.elements.version.value, valid_from: form.elements.valid_from.value, reason: form.elements.reason.value };
}

async function check() {
  // What is being typed is not taken out of one's hands.
  const file = changed ? (await modeler.saveXML({ format: true })).xml : kept;
  const answer = await send(form.dataset.check, file, particulars());
  if (answer.ok) tell((await answer.json()).objections);
}

async function save(event) {
  event.preventDefault();
  clearTimeout(waiting);
  const file = await written();
  changed = false;
  state.textContent = "正在保存…";
  const answer = await send(form.dataset.save, file, { ...particulars(), _sha256: form.dataset.sha256 });
  const body = await answer.json().catch(() => ({}));
  trouble.hidden = answer.ok;
  if (!answer.ok) {
    changed = true;
    state.textContent = "没有保存";
    trouble.textContent = body.code === "stale_version" ? "这份草案已经被别人改过，请重新打开后再改。" : Object.values(body.fields ?? {}).flat().join("") || body.message || "没有保存，请稍后再试。";
    return;
  }
  form.dataset.sha256 = body.sha256;
  kept = file;
  if (!changed) state.textContent = `${new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" })}已保存`;
  tell(body.objections);
}

function tell(list) {
  objections = list;
  found.replaceChildren(...(list.length ? list.map(line) : [said(form.dataset.passed)]));
  mark();
}

function said(text) {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}

function line(objection) {
  const item = said(objection.message);
  item.className = "error";
  for (const row of objection.rows) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.textContent = `第${row}行${objection.column ? `“${objection.column}”列` : ""}`;
    button.addEventListener("click", () => go(objection, row));
    item.append(" ", button);
  }
  return item;
}

function decisionOf(objection) {
  return modeler.getViews().find((view) => view.type === "decisionTable" && view.element.id === objection.decision);
}

function cellOf(rule, table, column) {
  const place = table.input.findIndex((head) => (head.label || head.inputExpression?.text) === column);
  if (place >= 0) return rule.inputEntry[place];
  const result = table.output.findIndex((head) => head.name === column);
  return result >= 0 ? rule.outputEntry[result] : undefined;
}

async function go(objection, row) {
  const view = decisionOf(objection);
  if (!view) return;
  if (modeler.getActiveView()?.element !== view.element) await modeler.open(view);
  const rule = view.element.decisionLogic.rule?.[row - 1];
  canvas.querySelector(`[data-row-id="${CSS.escape(rule?.id ?? "")}"]`)?.scrollIntoView({ block: "center", inline: "nearest" });
}

/** Mark the rows and cells against which something stands; a style sheet survives whatever dmn-js draws anew. */
function mark() {
  const rules = [];
  for (const objection of objections) {
    const table = decisionOf(objection)?.element.decisionLogic;
    for (const row of objection.rows) {
      const rule = table?.rule?.[row - 1];
      if (!rule) continue;
      rules.push(`.editor-canvas td[data-row-id="${CSS.escape(rule.id)}"] { background: #fbeae8; }`);
      const cell = cellOf(rule, table, objection.column);
      if (cell) rules.push(`.editor-canvas td[data-element-id="${CSS.escape(cell.id)}"] { box-shadow: inset 0 0 0 2px #b3261e; }`);
    }
  }
  marks.replaceSync(rules.join("\n"));
  canvas.toggleAttribute("data-faulty", objections.some((objection) => objection.rows.length));
  canvas.dispatchEvent(new CustomEvent("told"));
}

async function attempt(event) {
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(event.target));
  const answer = await send(event.target.getAttribute("action"), await written(), fields);
  const panel = event.target.querySelector(".editor-tried");
  if (answer.headers.get("Content-Type")?.startsWith("text/html")) panel.innerHTML = await answer.text();
  else panel.textContent = (await answer.json()).message;
}

async function open() {
  kept = await (await fetch(form.dataset.file)).text();
  try {
    const { warnings } = await modeler.importXML(kept.replace(LATER, READ));
    if (warnings.length) throw new Error(warnings[0].message);
  } catch (error) {
    trouble.hidden = false;
    trouble.textContent = "这份文件里有编辑器不认识的内容，在这里保存会丢失，请用表单修改。";
    state.textContent = "没有打开";
    form.querySelector("button").disabled = true;
    console.info(error.message);
    return;
  }
  const tables = modeler.getViews().filter((view) => view.type === "decisionTable");
  const table = tables.find((view) => view.element.id === "tier") ?? tables[0];
  if (table) await modeler.open(table);
  changed = false;
  state.textContent = "";
  await check();
}

form.addEventListener("submit", save);
for (const each of document.querySelectorAll(".editor-try")) each.addEventListener("submit", attempt);
window.addEventListener("beforeunload", (event) => changed && event.preventDefault());
open();
