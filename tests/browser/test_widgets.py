"""Every widget on its page, by keyboard: it waits, plays, steps, and goes back to its beginning. Pooling in detail, by touch too."""

import pytest

from cnnlab.lectures import widgets

from .conftest import ROOT

NAMES = widgets.names(ROOT / "site")
MINUTE = 60_000
# What is seen and said: without marks of focus, and without names that only tie labels to fields.
STATE = """(live) => [...live.querySelectorAll("*")].map((each) =>
  [each.className.baseVal ?? each.className, each.childElementCount ? "" : each.textContent, each.value ?? "", each.getAttribute("aria-label"),
   each.getAttribute("points") ?? each.getAttribute("d") ?? each.getAttribute("transform"), each.style.cssText].join("|")).join("\\n")"""


def page_of(folder, name, language="ko"):
    """The page that holds a widget."""
    return next(
        path.relative_to(folder).as_posix()
        for path in sorted((folder / language).glob("*.html"))
        if f'data-widget="{name}"' in path.read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_widget_works_by_keyboard(opened, site, folder, name):
    page = opened("about:blank")
    page.clock.install(time=0)
    page.goto(f"{site}/{page_of(folder, name)}")
    page.clock.pause_at(MINUTE)
    root = page.locator(f'[data-widget="{name}"]').first
    live = root.locator(".live")
    while live.locator('[aria-busy="true"]').count():
        page.clock.run_for(100)
    assert live.locator("> *").count()
    assert not root.locator(".fallback").locator("visible=true").count()
    assert live.locator('[aria-live="polite"]').count()

    start = live.evaluate(STATE)
    page.clock.run_for(MINUTE)
    assert live.evaluate(STATE) == start, "it moves by itself"

    play, step, reset = (
        live.get_by_role("button", name=words, exact=True) for words in ("재생", "다음 단계", "처음으로")
    )
    step.focus()
    page.keyboard.press("Enter")
    first = live.evaluate(STATE)
    assert first != start
    page.keyboard.press("ArrowRight")
    second = live.evaluate(STATE)
    assert second not in (start, first)
    page.keyboard.press("ArrowLeft")
    assert live.evaluate(STATE) == first
    reset.focus()
    page.keyboard.press("Enter")
    assert live.evaluate(STATE) == start

    play.focus()
    page.keyboard.press("Enter")
    pause = live.get_by_role("button", name="멈춤", exact=True)
    assert pause.get_attribute("aria-pressed") == "true"
    page.clock.run_for(2_500)
    page.keyboard.press("Enter")
    played = live.evaluate(STATE)
    assert played != start
    page.clock.run_for(MINUTE)
    assert live.evaluate(STATE) == played, "it goes on while it is paused"


def test_arrow_keys_still_lead_back_from_the_last_step(opened, site):
    page = opened(f"{site}/en/07-pooling.html")
    live = page.locator('[data-widget="pooling"] .live')
    step, told = live.get_by_role("button", name="Step", exact=True), live.locator(".sum")
    step.focus()
    while step.get_attribute("aria-disabled") == "false":
        page.keyboard.press("Enter")
    last = told.text_content()
    page.keyboard.press("Enter")
    assert told.text_content() == last
    page.keyboard.press("ArrowLeft")
    assert told.text_content().startswith("Window 8 of 9")


@pytest.mark.parametrize("name", NAMES)
def test_a_widget_speaks_the_language_of_the_page(opened, served, folder, name):
    page = opened(f"{served}/{page_of(folder, name, 'en')}")
    said = page.locator(f'[data-widget="{name}"] .live').first.evaluate("live => live.outerHTML")
    assert not [letter for letter in said if "가" <= letter <= "힣"]


@pytest.mark.parametrize("name", NAMES)
def test_a_widget_fits_on_a_phone(opened, served, folder, name):
    page = opened(f"{served}/{page_of(folder, name)}", viewport={"width": 360, "height": 740}, has_touch=True)
    root = page.locator(f'[data-widget="{name}"]').first
    assert root.evaluate("root => root.scrollWidth <= root.clientWidth")
    small = root.locator("button, input[type=radio], input[type=range]").evaluate_all(
        "all => all.map((each) => (each.closest('label') ?? each).getBoundingClientRect())"
        ".filter(({ width, height }) => width && (width < 24 || height < 24)).length"
    )
    assert small == 0, "targets are at least 24 pixels in each direction"


def test_pooling_says_what_it_computes(opened, site):
    page = opened(f"{site}/en/07-pooling.html")
    live = page.locator('[data-widget="pooling"] .live')
    told = live.locator(".sum")
    live.get_by_role("button", name="Step", exact=True).click()
    assert told.text_content() == "Window 1 of 9: max(0, 0, 9, 0) = 9"
    live.get_by_label("average").check()
    live.get_by_role("button", name="Step", exact=True).click()
    assert told.text_content() == "Window 1 of 9: (0 + 0 + 9 + 0) / 4 = 2.25"
    cell = live.get_by_label("row 2, column 1", exact=True).first
    cell.fill("-4")
    cell.press("Enter")
    assert told.text_content() == "Window 1 of 9: (0 + 0 + (−4) + 0) / 4 = −1"
    live.get_by_role("button", name="right", exact=True).click()
    assert "pooled values stay the same" in told.text_content()


@pytest.mark.parametrize("wrong", ["seven", "1e9", "", "-"])
def test_what_is_no_number_is_taken_back_and_that_is_said(opened, served, wrong):
    page = opened(f"{served}/en/07-pooling.html")
    field = page.locator('[data-widget="pooling"] .live').get_by_label("row 2, column 1", exact=True).first
    field.fill("-3")
    field.press("Tab")
    assert field.input_value() == "−3"
    field.fill(wrong)
    field.press("Tab")
    assert field.input_value() == "−3"
    assert page.locator("#said").text_content().startswith("Only a number from −999 to 999")


def test_pooling_works_by_touch(opened, site):
    page = opened(f"{site}/ko/07-pooling.html", viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    live = page.locator('[data-widget="pooling"] .live')
    live.locator(".cells button").nth(2).tap()
    live.locator(".sum", has_text="윈도우 3/9").wait_for()
    assert live.locator(".cells .in-window").count() == 4
