// Diagrams: the published drawing of a process with the tokens of a case upon it.

const READABLE = 0.7;
const NARROW = 600;
const FOOT = 40; // The watermark's height: the foot of a drawing stands clear of it.
const STEP = /Task|CallActivity/;

/** Show the drawings of a picture in a figure; each process has its own tab, those with tokens first. */
export class Diagram {
  constructor(figure) {
    this.figure = figure;
    this.tabs = figure.querySelector(".diagram-tabs");
    this.canvas = figure.querySelector(".canvas");
    this.shown = null;
    this.width = 0;
    new ResizeObserver(() => this.turned()).observe(this.canvas);
    this.followFingers();
  }

  /** Fetch the picture and draw it. */
  async load(address) {
    const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" } });
    if (!answer.ok || !window.BpmnJS) return;
    await this.show(await answer.json());
  }

  /** Draw a picture that is already here; the chosen tab stays chosen. */
  async show(picture) {
    const drawings = picture.drawings.filter((drawing, place) => place === 0 || drawing.tokens.length);
    this.tabs.replaceChildren(...drawings.map((drawing) => this.tab(drawing)));
    this.tabs.hidden = drawings.length < 2;
    this.canvas.hidden = false;
    const version = this.figure.querySelector(".diagram-version");
    if (version) version.textContent = `流程版本 第${picture.number}版`;
    const busy = drawings.filter((drawing) => drawing.tokens.some((token) => token.state === "active")).at(-1);
    const same = drawings.find((drawing) => drawing.process === this.shown);
    await this.draw(same ?? busy ?? drawings[0]);
  }

  tab(drawing) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-quiet";
    button.dataset.process = drawing.process;
    button.textContent = drawing.title;
    button.addEventListener("click", () => this.draw(drawing));
    return button;
  }

  async draw(drawing) {
    for (const tab of this.tabs.children) tab.setAttribute("aria-pressed", String(tab.dataset.process === drawing.process));
    if (this.shown !== drawing.process || !this.viewer) {
      this.viewer?.destroy();
      this.viewer = new window.BpmnJS({ container: this.canvas, zoomScroll: { enabled: false } });
      await this.viewer.importXML(drawing.xml);
      this.shown = drawing.process;
      this.marked = [];
    }
    this.mark(drawing.tokens);
    this.width = this.canvas.clientWidth;
    this.fit();
  }

  /** Fit the drawing again when the window became narrower or wider, as a phone that is turned; not while it is printed, and so not shown. */
  turned() {
    if (!this.marked || !this.canvas.clientWidth || this.canvas.clientWidth === this.width) return;
    this.width = this.canvas.clientWidth;
    this.viewer.get("canvas").resized();
    this.fit();
  }

  mark(tokens) {
    const canvas = this.viewer.get("canvas");
    const overlays = this.viewer.get("overlays");
    const elements = this.viewer.get("elementRegistry");
    for (const [element, marker] of this.marked) canvas.removeMarker(element, marker);
    overlays.clear();
    this.marked = [];
    for (const token of tokens) {
      if (!elements.get(token.element)) continue;
      const marker = `token-${token.state}`;
      canvas.addMarker(token.element, marker);
      this.marked.push([token.element, marker]);
      if (token.state === "active") overlays.add(token.element, { position: { top: -9, left: -9 }, html: badge("", "token-dot") });
      else if (token.state === "done" && STEP.test(elements.get(token.element).type)) {
        overlays.add(token.element, { position: { top: -9, right: 12 }, html: badge(token.count > 1 ? `✓${token.count}次` : "✓", "token-tick") });
      }
    }
  }

  /** Show the whole drawing if that can be read; otherwise what is being done, or where it ended, with what came before it. */
  fit() {
    const canvas = this.viewer.get("canvas");
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const readable = width < NARROW ? 1 : READABLE;
    const box = this.place();
    if (this.whole() >= readable || !box) return;
    const [seen, tall] = [width / readable, height / readable];
    const { inner } = canvas.viewbox();
    const x = within(box.x + box.width / 2 - seen * 0.6, seen, inner.x, inner.width);
    const y = within(box.y + box.height / 2 - tall / 2, tall, inner.y, inner.height + FOOT / readable);
    canvas.viewbox({ x, y, width: seen, height: tall });
  }

  /** Show the whole drawing, never larger than it was drawn; return its scale. */
  whole() {
    const canvas = this.viewer.get("canvas");
    const { inner } = canvas.viewbox();
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const scale = Math.min(1, width / inner.width, (height - FOOT) / inner.height);
    const [wide, tall] = [width / scale, height / scale];
    canvas.viewbox({ x: within(inner.x, wide, inner.x, inner.width), y: within(inner.y, tall, inner.y, inner.height + FOOT / scale), width: wide, height: tall });
    return scale;
  }

  /** Return the element that people look for: what is being done, then what is waited for, then where it ended. */
  place() {
    const elements = this.viewer.get("elementRegistry");
    const found = (state, kind) => this.marked.filter(([, marker]) => marker === `token-${state}`).map(([id]) => elements.get(id)).find(({ type }) => kind.test(type));
    return found("active", /./) ?? found("waiting", /./) ?? found("done", /EndEvent/);
  }

  /** Let a finger move the drawing; a stroke up or down that begins on it moves the page, as everywhere. */
  followFingers() {
    let last = null;
    this.canvas.addEventListener("pointerdown", (event) => {
      if (event.pointerType !== "mouse") last = event;
    });
    addEventListener("pointermove", (event) => {
      if (event.pointerId !== last?.pointerId) return;
      this.viewer?.get("canvas").scroll({ dx: event.clientX - last.clientX, dy: event.clientY - last.clientY });
      last = event;
    });
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => { last = null; });
  }

  /** Zoom in (1), out (-1), or show the whole (0). */
  zoom(step) {
    const canvas = this.viewer?.get("canvas");
    if (!canvas) return;
    if (step === 0) this.whole();
    else canvas.zoom(Math.min(2, Math.max(0.2, canvas.zoom() * (step > 0 ? 1.25 : 0.8))));
  }
}

// A view never looks beyond the drawing's edge; what is smaller than the view stands in its middle.
function within(start, seen, edge, whole) {
  if (whole <= seen) return edge - (seen - whole) / 2;
  return Math.min(Math.max(start, edge), edge + whole - seen);
}

function badge(text, kind) {
  const mark = document.createElement("span");
  mark.className = kind;
  mark.textContent = text;
  return mark;
}

/** Make every diagram of the page, with its zoom buttons; return them. */
export function diagrams() {
  return [...document.querySelectorAll("figure.diagram[data-picture]")].map((figure) => {
    const diagram = new Diagram(figure);
    const zoom = figure.querySelector(".diagram-zoom");
    if (zoom) zoom.hidden = false;
    for (const button of figure.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => diagram.zoom(Number(button.dataset.zoom)));
    diagram.load(figure.dataset.picture);
    return diagram;
  });
}
