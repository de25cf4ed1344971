// What is looked for in a page that stands before the eyes; see `Browser.check`. Each function gives a list of words,
// one for each thing that is wrong, and an empty one when nothing is.

const SMALL_RATIO = 4.5, LARGE_RATIO = 3; // WCAG 2.2, 1.4.3
const LARGE_PX = 24, LARGE_BOLD_PX = 18.66, BOLD = 700;
const TARGET_PX = 24; // WCAG 2.2, 2.5.8
const WORDS_OF_SENTENCE = 3;
const INTERACTIVE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";

/** Red, green, blue and how opaque, each from 0 to 1. */
function colour(words) {
  const numbers = (words.match(/-?[\d.]+(e-?\d+)?/g) ?? [0, 0, 0, 0]).map(Number);
  if (words.startsWith("color(")) return [...numbers.slice(0, 3), numbers[3] ?? 1];
  if (words === "none" || words === "transparent") return [0, 0, 0, 0];
  return [...numbers.slice(0, 3).map((part) => part / 255), numbers[3] ?? 1];
}

function over(front, back) {
  return [0, 1, 2].map((part) => front[part] * front[3] + back[part] * (1 - front[3])).concat(1);
}

function luminance(shown) {
  const [red, green, blue] = shown.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

/** What lies behind an element: the grounds of all it stands in, the page's white or black below them. */
function ground(element) {
  const grounds = [];
  for (let each = element; each; each = each.parentElement) {
    grounds.push(colour(getComputedStyle(each).backgroundColor));
  }
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches && !matchMedia("print").matches;
  return grounds.reduceRight((below, each) => over(each, below), isDark ? [0, 0, 0, 1] : [1, 1, 1, 1]);
}

function opacity(element) {
  let product = 1;
  for (let each = element; each; each = each.parentElement) product *= Number(getComputedStyle(each).opacity);
  return product;
}

/** Whether an element can be seen: it has a size and is neither hidden nor cut to nothing. */
function isSeen(element) {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const box = element.getBoundingClientRect();
  return box.width > 1 && box.height > 1 && !element.closest(".unseen, thead.unseen") && box.right > 0;
}

function named(element) {
  const words = (element.textContent || element.value || element.placeholder || "").trim().replace(/\s+/g, " ");
  const classes = element.getAttribute("class");
  const called = element.localName + (element.id ? `#${element.id}` : "") + (classes ? `.${classes}` : "");
  return `${called} "${words.slice(0, 40)}"`;
}

/** The contrast that is missing of one piece of text, or nothing. */
function tooFaint(element, style, back, what) {
  const isDrawn = element instanceof SVGElement;
  const front = colour(isDrawn ? style.fill : style.color);
  front[3] *= opacity(element);
  const shown = ratio(over(front, back), back);
  const size = parseFloat(style.fontSize), isBold = Number(style.fontWeight) >= BOLD;
  const needed = size >= LARGE_PX || (size >= LARGE_BOLD_PX && isBold) ? LARGE_RATIO : SMALL_RATIO;
  return shown < needed ? [`${shown.toFixed(2)} of ${needed}: ${what}`] : [];
}

/** Text that does not stand out enough from what it stands on: words, hints in fields, and what CSS writes. */
function faint() {
  const found = [], seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || seen.has(element)) continue;
    if (element.closest("title, desc, option, noscript")) continue;
    seen.add(element);
    if (!isSeen(element)) continue;
    const style = getComputedStyle(element);
    const hasHalo = element instanceof SVGElement && style.paintOrder.startsWith("stroke") && style.stroke !== "none";
    const back = hasHalo ? over(colour(style.stroke), ground(element)) : ground(element);
    found.push(...tooFaint(element, style, back, named(element)));
  }
  for (const field of document.querySelectorAll("input, textarea, select")) {
    if (!isSeen(field) || ["checkbox", "radio", "range"].includes(field.type)) continue;
    found.push(...tooFaint(field, getComputedStyle(field), ground(field), `${named(field)} value`));
    if (field.placeholder) {
      found.push(...tooFaint(field, getComputedStyle(field, "::placeholder"), ground(field), `${named(field)} hint`));
    }
  }
  for (const element of document.querySelectorAll("[data-of], li")) {
    const style = getComputedStyle(element, "::before");
    if (style.content === "none" || style.content === "normal" || !isSeen(element)) continue;
    found.push(...tooFaint(element, style, ground(element), `${named(element)}::before`));
  }
  return found;
}

/** Things to touch that are smaller than they must be and have no room around them. Links in running words may be as
 *  high as their line, and what is drawn has its twin in a table (the exceptions of WCAG 2.2, 2.5.8). */
function cramped() {
  const targets = [...document.querySelectorAll(INTERACTIVE)]
    .filter((each) => isSeen(each) && !(each instanceof SVGElement && each.tabIndex < 0) && each.localName !== "div")
    .map((each) => ({ element: each, whole: each.closest("label") ?? each }))
    .map((each) => ({ ...each, box: each.whole.getBoundingClientRect(), lines: [...each.whole.getClientRects()] }));
  const isSmall = ({ box }) => box.width < TARGET_PX - 0.5 || box.height < TARGET_PX - 0.5;
  const middle = ({ box }) => [box.x + box.width / 2, box.y + box.height / 2];
  const gap = ([x, y], { lines }) => Math.min(...lines.map((line) => Math.hypot(
    Math.max(line.left - x, 0, x - line.right), Math.max(line.top - y, 0, y - line.bottom))));
  const isNear = (one, other) => {
    const [x, y] = middle(one), [u, v] = middle(other);
    return isSmall(other) ? Math.hypot(x - u, y - v) < TARGET_PX - 0.5 : gap([x, y], other) < TARGET_PX / 2 - 0.5;
  };
  return targets
    .filter((each) => isSmall(each) && !isInWords(each.element))
    .flatMap((each) => {
      const others = targets.filter((other) => other !== each && !other.element.contains(each.element));
      const near = others.find((other) => isNear(each, other));
      const size = `${each.box.width.toFixed(0)} × ${each.box.height.toFixed(0)}`;
      return near ? [`${size}: ${named(each.element)}, near ${named(near.element)}`] : [];
    });
}

/** Whether a link stands in a sentence: words that are no links are beside it in the same block. */
function isInWords(element) {
  if (element.localName !== "a" || getComputedStyle(element).display !== "inline") return false;
  let block = element.parentElement;
  while (getComputedStyle(block).display === "inline") block = block.parentElement;
  let words = block.textContent;
  for (const link of block.querySelectorAll("a, button")) words = words.replace(link.textContent, " ");
  return (words.match(/\p{L}+/gu) ?? []).length >= WORDS_OF_SENTENCE;
}

/** Headings that leave out a level, and parts of the page that no landmark holds. */
function disordered() {
  const found = [];
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    if (!heading.checkVisibility()) continue;
    const next = Number(heading.localName[1]);
    if (next > level + 1) found.push(`h${level} is followed by ${named(heading)}`);
    level = next;
  }
  for (const landmark of ["header", "nav", "main", "footer"]) {
    if (!document.querySelector(`body > ${landmark}, body > header > ${landmark}`)) found.push(`no ${landmark}`);
  }
  for (const child of document.body.children) {
    if (!child.matches("header, main, footer, .skip, script")) found.push(`outside all landmarks: ${named(child)}`);
  }
  return found;
}

/** What makes the page wider than the window. */
function wide() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll("*")]
    .filter((each) => each.getBoundingClientRect().right > width + 1 && !each.closest(".scroll"))
    .map((each) => `to ${each.getBoundingClientRect().right.toFixed(0)} of ${width}: ${named(each)}`);
}

/** What moves by itself. */
function moving() {
  return [...document.querySelectorAll("*")].flatMap((each) => {
    const style = getComputedStyle(each);
    const seconds = `${style.animationDuration}, ${style.transitionDuration}`.split(", ").map(parseFloat);
    return Math.max(...seconds) > 0.001 || style.scrollBehavior === "smooth" ? [named(each)] : [];
  });
}

/** Pictures without words, and fields without a label. */
function unnamed() {
  const pictures = [...document.querySelectorAll("img:not([alt]), svg:not([aria-hidden]):not([role])")];
  const fields = [...document.querySelectorAll("input:not([type=hidden]), select, textarea")];
  return pictures.concat(fields.filter((each) => !each.labels?.length && !each.ariaLabel)).map(named);
}

/** What Tab should reach, in the order of the page; each is numbered, so that it can be told what was reached. */
function reachable() {
  const found = [...document.querySelectorAll(INTERACTIVE)]
    .filter((each) => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true }));
  found.forEach((each, place) => { each.dataset.place = place; });
  window.reached = [];
  document.addEventListener("focusin", (event) => {
    const style = getComputedStyle(event.target);
    const isDrawn = style.outlineStyle !== "none" && colour(style.outlineColor)[3] > 0;
    const hasRing = isDrawn && parseFloat(style.outlineWidth) >= 1;
    window.reached.push([Number(event.target.dataset.place ?? -1), hasRing, named(event.target)]);
  });
  return found.map(named);
}

function openAll() {
  for (const panel of document.querySelectorAll("details")) panel.open = true;
  return true;
}
