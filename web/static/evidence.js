// Evidence: the SHA-256 of the chosen file, reckoned before it leaves the machine, to compare with what the server seals.

const input = document.querySelector('input[type="file"][name="file"]');
const line = document.querySelector("[data-sha256]");
const name = document.querySelector('input[name="name"]');

input?.addEventListener("change", async () => {
  const [file] = input.files;
  line.hidden = true;
  if (!file) return;
  if (!name.value) name.value = file.name.replace(/\.[^.]+$/, "").slice(0, 100);
  if (!crypto.subtle) return;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  line.querySelector("output").textContent = hex.match(/.{4}/g).join(" ");
  line.hidden = false;
});
