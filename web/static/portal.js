// The public's pages work without this file: it reveals printing and the comparison of a file's digest, which never leaves the device.

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

for (const card of document.querySelectorAll("[data-check]")) {
  const field = card.querySelector("[data-compare]");
  // Browsers give digests only to pages that came over a safe connection.
  if (!field || !window.crypto?.subtle) continue;
  field.hidden = false;
  const result = field.querySelector("[data-result]");
  field.querySelector("input").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    result.textContent = "正在计算…";
    const found = hex(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    const same = found === card.querySelector("[data-digest]").dataset.digest;
    const word = document.createElement("span");
    word.className = same ? "state" : "error";
    if (same) word.dataset.s = "proof";
    word.textContent = same ? result.dataset.same : result.dataset.different;
    result.replaceChildren(word);
  });
}
