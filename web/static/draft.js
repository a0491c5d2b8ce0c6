// Drafts: what is typed is kept at the server a moment later, and once more when the page is left.

const WAIT = 3000;

/** Return the fields of a form as the server's drafts hold them. */
export function values(form) {
  const found = {};
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith("_") || name === "csrf_token" || typeof value !== "string") continue;
    found[name] = name in found ? [].concat(found[name], value) : value;
  }
  return found;
}

/** Keep the form's draft; say so in its status line. */
export function keepDraft(form) {
  const status = form.querySelector("[data-draft-state]");
  let timer = 0;
  let kept = JSON.stringify(values(form));
  let sent = false;

  function say(state, words) {
    if (state) status.dataset.s = state;
    else delete status.dataset.s;
    status.textContent = words;
  }

  async function save(leaving = false) {
    const body = JSON.stringify(values(form));
    clearTimeout(timer);
    if (body === kept || sent) return;
    try {
      const headers = { "Content-Type": "application/json", "X-CSRFToken": form.dataset.token, "X-Requested-With": "fetch" };
      const answer = await fetch(form.dataset.draft, { method: "PUT", headers, body, keepalive: leaving && body.length < 60000 });
      if (answer.status === 401 || answer.status === 400) return say("clock", "登录已过期，草稿未能保存；请在新窗口登录后继续");
      if (!answer.ok) throw new Error(String(answer.status));
      kept = body;
      say("done", `草稿已保存 ${(await answer.json()).saved}`);
    } catch {
      say("clock", "草稿未能保存，稍后再试");
      timer = setTimeout(save, 3 * WAIT);
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, WAIT);
  });
  form.addEventListener("submit", () => { sent = true; });
  window.addEventListener("pageshow", () => { sent = false; });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save(true);
  });
}
