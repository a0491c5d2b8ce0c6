// Lists of things that go along: all of them where the whole file goes, none of them otherwise, until somebody chooses.

/** Tick everything when another field says that the whole file goes, and nothing when it says so no more; what a person ticked stays. */
export function tickWhole(form) {
  const lists = [...form.querySelectorAll("[data-whole]")];
  if (!lists.length) return;
  const boxes = lists.flatMap((list) => [...list.querySelectorAll("input[type=checkbox]")]);
  const other = form.elements.namedItem(lists[0].dataset.whole);
  let touched = boxes.some((box) => box.checked);
  for (const box of boxes) box.addEventListener("change", () => (touched = true));
  form.addEventListener("change", (event) => {
    if (event.target !== other || touched) return;
    const all = lists[0].dataset.values.split("|").includes(other.value);
    for (const box of boxes) box.checked = all;
  });
}
