// The slider of the audit: moving it shows that step, the arrow keys the step beside. Without this file its links do the same.

import { diagrams } from "./diagram.js";

const [diagram] = diagrams();
const within = location.pathname;
let here = location.search;
let newest = 0;

/** Show the step at an address in place, so that the drawing stays as it is and only its tokens move. */
async function show(address) {
  const turn = ++newest;
  here = location.search;
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (turn !== newest) return;
  const main = page.querySelector("main");
  const figure = main?.querySelector("figure.diagram[data-picture]");
  if (!answer.ok || !figure || !diagram) return location.assign(address);
  const typing = document.activeElement?.id === "step";
  diagram.figure.querySelector(".steps-words").replaceWith(figure.querySelector(".steps-words"));
  diagram.load(figure.dataset.picture);
  figure.replaceWith(diagram.figure);
  for (const open of document.querySelectorAll("main details[id][open]")) page.getElementById(open.id)?.setAttribute("open", "");
  document.querySelector("main").replaceWith(main);
  document.title = page.title;
  if (typing) document.getElementById("step").focus();
}

function go(address) {
  history.pushState(null, "", address);
  show(address);
}

addEventListener("popstate", () => {
  // A jump within the page is none to another step.
  if (location.search !== here) show(location.href);
});

addEventListener("click", (event) => {
  const link = event.target.closest("main a[href]");
  if (!link || link.pathname !== within || !link.search || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.href);
});

addEventListener("change", (event) => {
  if (event.target.id === "step") go(`${within}?step=${event.target.value}`);
});

addEventListener("keydown", (event) => {
  // The slider has arrow keys of its own, and so has whatever is typed into.
  if (event.target.closest?.("input, select, textarea") || event.altKey || event.ctrlKey || event.metaKey) return;
  const beside = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  const link = beside && document.querySelector(`main a[rel="${beside}"]`);
  if (!link) return;
  event.preventDefault();
  go(link.href);
});
