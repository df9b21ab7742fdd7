"""What touches a formula, a term or code stays on its line; what is cut at an edge shows that there is more."""

import pytest

PHONE = {"width": 360, "height": 740}
NARROW = {"width": 320, "height": 740}
# The letters right before and behind each piece, where they are not beside it but on another line.
TORN = r"""() => [...document.querySelectorAll("main math:not([display=block]), main .term, main :not(pre) > code")].flatMap((piece) => {
  const boxes = piece.getClientRects();
  if (!boxes.length) return [];
  const letter = (text, at, step) => {
    while (text.data[at] === "\u2060") at += step;
    if (at < 0 || at >= text.length || /\s/.test(text.data[at])) return [];
    const range = new Range();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const box = range.getBoundingClientRect(), mine = boxes[step > 0 ? boxes.length - 1 : 0];
    const beside = step > 0 ? box.left > mine.left : box.right < mine.right;
    const level = box.top < mine.bottom && mine.top < box.bottom;
    return beside && level ? [] : [`${piece.textContent} | ${text.data[at]}`];
  };
  const { previousSibling: before, nextSibling: behind } = piece;
  return [
    ...(before?.nodeType === Node.TEXT_NODE ? letter(before, before.length - 1, -1) : []),
    ...(behind?.nodeType === Node.TEXT_NODE ? letter(behind, 0, 1) : []),
  ];
})"""
UNTOLD = """() => [...document.querySelectorAll("main *")]
  .filter((box) => box.scrollWidth > box.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(box).overflowX))
  .filter((box) => !getComputedStyle(box).backgroundAttachment.includes("local"))
  .map((box) => `${box.tagName}.${box.className}: ${box.textContent.slice(0, 40)}`)"""

# Letters that lie under the button that copies them.
COVERED = """() => [...document.querySelectorAll(".code:has(.copy)")].filter((code) => {
  const button = code.querySelector(".copy").getBoundingClientRect(), range = new Range();
  range.selectNodeContents(code.querySelector("code"));
  return [...range.getClientRects()].some((box) => box.width > 2 && box.left < button.right && button.left < box.right
    && box.top + 3 < button.bottom && button.top < box.bottom - 3);
}).map((code) => code.textContent.slice(0, 60))"""
# Figures fit a phone of 360 px without scrolling; only tables, code and long formulas may be wider.
CUT_FIGURES = """() => [...document.querySelectorAll("main .drawing")].filter((box) => box.scrollWidth > box.clientWidth + 1)
  .map((box) => box.querySelector("svg").getAttribute("aria-label").slice(0, 60))"""


def on_pages(page, served, pages, script, style=""):
    """What a script finds, by page, where it finds anything; `style` is added to each page before."""
    found = {}
    for name in pages:
        page.goto(f"{served}/{name}")
        if style:
            page.add_style_tag(content=style)
        found[name] = page.evaluate(script)
    return {name: pieces for name, pieces in found.items() if pieces}


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_code_lies_under_its_button(opened, served, pages, width):
    page = opened(served, viewport={"width": width, "height": 800})
    assert on_pages(page, served, pages, COVERED) == {}


def test_figures_fit_a_phone(opened, served, pages):
    page = opened(served, viewport=PHONE, has_touch=True, is_mobile=True)
    assert on_pages(page, served, pages, CUT_FIGURES) == {}


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_what_touches_a_formula_or_a_term_stays_on_its_line(opened, served, pages, width):
    page = opened(served, viewport={"width": width, "height": 800})
    assert on_pages(page, served, pages, TORN, ".why { display: block !important }") == {}


def test_every_box_that_scrolls_sideways_has_shadows(opened, served, pages):
    page = opened(served, viewport=PHONE, has_touch=True, is_mobile=True)
    assert on_pages(page, served, pages, UNTOLD) == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", [".drawing", ".formula", ".code pre"])
def test_a_shadow_lies_where_there_is_more(opened, served, theme, kind):
    """At the right edge before it is scrolled, at the left edge afterwards, and never where the content ends."""
    page = opened(f"{served}/ko/02-visual-pathway.html", viewport=NARROW, color_scheme=theme)
    boxes = page.locator(f"main {kind}").locator("visible=true")
    wider = boxes.evaluate_all("boxes => boxes.findIndex((box) => box.scrollWidth > box.clientWidth + 20)")
    box = boxes.nth(wider)
    box.scroll_into_view_if_needed()

    def shaded():
        return [edge(page, box, right) != edge(page, box, right, "none") for right in (False, True)]

    assert shaded() == [False, True]
    box.evaluate("box => { box.scrollLeft = box.scrollWidth; }")
    assert shaded() == [True, False]


def edge(page, box, right, background=""):
    """A picture of five columns of pixels at an edge of a box, without its round corners."""
    box.evaluate("(box, background) => { box.style.background = background; }", background)
    around = box.bounding_box()
    x = around["x"] + (around["width"] - 5 if right else 0)
    return page.screenshot(clip={"x": x, "y": around["y"] + 10, "width": 5, "height": around["height"] - 20})
