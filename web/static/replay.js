// The slider of the audit: moving it goes to that step, the arrow keys to the step beside. Without this file its links do the same.

const slider = document.querySelector(".slider");
const input = slider.querySelector("input");
const links = [...slider.querySelectorAll("ol a")];

input.addEventListener("change", () => slider.requestSubmit());
input.addEventListener("input", () => {
  for (const link of links) link.toggleAttribute("data-under", link === links[input.value - 1]);
});

addEventListener("keydown", (event) => {
  // The slider has arrow keys of its own, and so has whatever is typed into.
  if (event.target.closest("input, select, textarea") || event.altKey || event.ctrlKey || event.metaKey) return;
  const beside = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  const link = beside && document.querySelector(`a[rel="${beside}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
