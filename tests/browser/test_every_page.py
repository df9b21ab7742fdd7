"""Every page, in both languages: no barrier in either theme, nothing too wide for a phone, fit for paper."""

import pytest

# A phone, and a page at 1280 px that is magnified four times (WCAG 1.4.10).
NARROW = [360, 320]
# Between the margins of A4: 210 − 2·16 mm, in CSS pixels.
PAPER = {"width": 672, "height": 1000}
# Axe scrolls to what it cannot see; a tall window spares it that.
TALL = {"width": 1280, "height": 8000}
RULES = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Of all these rules, only the ones on colours can answer otherwise in another theme.
    "dark": ["color-contrast", "link-in-text-block"],
}
# Axe sees no words in MathML; screen readers do, in headings of tables and in links.
BARRIERS = """(rules) => axe.run({ exclude: ["th:has(> math:only-child)", "a:has(> math:only-child)"] }, { runOnly: rules, resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`)))"""
TOO_WIDE = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const scrolls = (element) => element && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > page.clientWidth + 0.5 && !scrolls(element.parentElement))
    .map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 40)}`)
    .concat(`${page.scrollWidth} wide`);
}"""
# Squeezed words, lines of one syllable and boxes that are cut at the edge of the paper.
CUT_ON_PAPER = """() => [...document.querySelectorAll("main pre, main .scroll, main .drawing, main .formula, main svg")]
  .filter((element) => element.checkVisibility() && element.tagName !== "math")
  .filter((element) => element.scrollWidth > element.clientWidth + 1 || element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 60)}`)"""

# Words of figures as they really are drawn: none beyond the edge, none on other words.
CROWDED = """() => [...document.querySelectorAll("main .drawing svg")].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  const words = [...svg.querySelectorAll("text")].filter((each) => each.textContent.trim())
    .map((each) => ({ said: each.textContent, box: each.getBoundingClientRect() }));
  const beyond = words.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
    .map(({ said }) => `beyond the edge: ${said}`);
  // A line of letters is lower than its box.
  const meets = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.3 * Math.min(a.height, b.height);
  const over = words.flatMap((one, at) => words.slice(at + 1).filter((other) => meets(one.box, other.box))
    .map((other) => `on one another: ${one.said} | ${other.said}`));
  return [...beyond, ...over];
})"""


@pytest.mark.parametrize("theme", RULES)
def test_axe_finds_no_barrier(opened, served, pages, theme):
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe().axe_script
    page = opened(served, color_scheme=theme, viewport=TALL)
    found = {}
    for name in pages:
        page.goto(f"{served}/{name}")
        page.evaluate(axe)
        found[name] = page.evaluate(BARRIERS, RULES[theme])
    assert {name: barriers for name, barriers in found.items() if barriers} == {}


@pytest.mark.parametrize("width", NARROW)
def test_nothing_is_too_wide_for_a_phone(opened, served, pages, width):
    """Not even the explanations of a quiz, which show once a choice is made."""
    page = opened(served, viewport={"width": width, "height": 740}, has_touch=True, is_mobile=True)
    found = {}
    for name in pages:
        page.goto(f"{served}/{name}")
        page.add_style_tag(content=".why { display: block !important }")
        found[name] = page.evaluate(TOO_WIDE)
    assert {name: wide for name, wide in found.items() if wide} == {}


def test_the_words_of_figures_have_room(opened, served, pages):
    page = opened(served)
    found = {}
    for name in pages:
        page.goto(f"{served}/{name}")
        found[name] = page.evaluate(CROWDED)
    assert {name: crowded for name, crowded in found.items() if crowded} == {}


def test_nothing_is_cut_on_paper(opened, served, pages):
    """In the dark theme too, paper is white; controls are gone, explanations and the figures of widgets are there."""
    page = opened(served, viewport=PAPER, color_scheme="dark")
    page.emulate_media(media="print")
    found = {}
    for name in pages:
        page.goto(f"{served}/{name}")
        found[name] = page.evaluate(CUT_ON_PAPER)
        assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
        for control in (".top", ".lessons", ".copy", ".around", ".live"):
            assert not page.locator(control).locator("visible=true").count(), (name, control)
        for told in (".why", ".widget .drawing"):
            assert page.locator(told).locator("visible=true").count() == page.locator(told).count(), (name, told)
    assert {name: cut for name, cut in found.items() if cut} == {}


def test_a_page_is_there_without_its_script(opened, served):
    """Text, figures, formulas and quizzes need no JavaScript; the controls that do are not shown."""
    page = opened(f"{served}/en/07-pooling.html", java_script_enabled=False)
    page.locator(".widget .fallback").first.wait_for()
    assert not page.locator('[data-tool="search"], [data-tool="theme"], .copy').locator("visible=true").count()
    quiz = page.locator(".quiz").first
    quiz.locator(".wrong label").first.click()
    quiz.locator(".wrong .why").first.wait_for()
