// The drawing of what a decision requires, for files that have none: inputs below, what is decided of them above.

const WIDE = 210;
const HIGH = 160;
// Beside the tools, below the title.
const [LEFT, TOP] = [110, 130];

function Drawing(drdFactory, elementFactory, eventBus, drdUpdater) {
  function draw(definitions) {
    const elements = definitions.get("drgElement");
    const levels = new Map(elements.map((element) => [element, levelOf(element, elements, 0)]));
    const rows = [...new Set(levels.values())].sort((one, other) => other - one);
    const diagram = drdFactory.create("dmndi:DMNDiagram");
    const boxes = new Map();
    const add = (di) => drdUpdater.updateDiParent(di, diagram);
    definitions.dmnDI ??= drdFactory.create("dmndi:DMNDI");
    definitions.dmnDI.set("diagrams", [diagram]);
    for (const [place, level] of rows.entries()) {
      for (const [column, element] of elements.filter((each) => levels.get(each) === level).entries()) {
        const { width, height } = elementFactory._getDefaultSize(element);
        const box = { x: LEFT + column * WIDE + (180 - width) / 2, y: TOP + place * HIGH + (80 - height) / 2, width, height };
        boxes.set(element, box);
        add(drdFactory.createDiShape(element, box));
      }
    }
    for (const [element, box] of boxes) {
      for (const requirement of requirements(element)) {
        const from = boxes.get(elements.find((each) => each.id === required(requirement)));
        if (from) add(drdFactory.createDiEdge(requirement, [top(from), foot(box)]));
      }
    }
  }

  // Before dmn-js's own, which draws decisions only, one upon the other.
  eventBus.on("import.start", 2000, ({ definitions }) => {
    if (!definitions.dmnDI?.diagrams?.[0]) draw(definitions);
  });
}
Drawing.$inject = ["drdFactory", "elementFactory", "eventBus", "drdUpdater"];

function requirements(element) {
  return [...(element.informationRequirement ?? []), ...(element.knowledgeRequirement ?? []), ...(element.authorityRequirement ?? [])];
}

function required(requirement) {
  const reference = requirement.requiredInput ?? requirement.requiredDecision ?? requirement.requiredKnowledge ?? requirement.requiredAuthority;
  return reference?.href.replace(/^#/, "");
}

/** How many steps lie below an element; a circle, which no check lets pass, ends too. */
function levelOf(element, elements, depth) {
  const below = requirements(element).map((requirement) => elements.find((each) => each.id === required(requirement)));
  const levels = below.filter((each) => each && depth < elements.length).map((each) => levelOf(each, elements, depth + 1) + 1);
  return Math.max(0, ...levels);
}

const top = ({ x, y, width }) => ({ x: x + width / 2, y });
const foot = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height });

export const drawing = { __init__: ["requirementDrawing"], requirementDrawing: ["type", Drawing] };
