// The page of a case: its diagram, and the tab of the part that is being read.

import { diagrams } from "./diagram.js";

diagrams();

const tabs = new Map([...document.querySelectorAll(".tabs a[href^='#']")].map((tab) => [tab.hash.slice(1), tab]));
const watcher = new IntersectionObserver((entries) => {
  const seen = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target.id);
  if (!seen.length) return;
  for (const [id, tab] of tabs) {
    if (id === seen[0]) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
}, { rootMargin: "-80px 0px -70% 0px" });
for (const id of tabs.keys()) {
  const part = document.getElementById(id);
  if (part) watcher.observe(part);
}
