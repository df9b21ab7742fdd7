"""Digits drawn as people draw them, in a real browser: by mouse, by finger and by keys. The network of the page reads them."""

import math
import re

import pytest


def bow(x, y, wide, high, begin, end):
    """Points of an ellipse about (x, y); 0° lies to the right, 90° below."""
    angles = (math.radians(begin + (end - begin) * step / 8) for step in range(9))
    return [(x + wide * math.cos(angle), y + high * math.sin(angle)) for angle in angles]


# For each digit its strokes, as fractions of the pad.
DIGITS = {
    0: [bow(0.5, 0.5, 0.28, 0.4, -90, 270)],
    1: [[(0.5, 0.1), (0.5, 0.9)]],
    2: [[*bow(0.5, 0.32, 0.25, 0.22, -180, 20), (0.25, 0.9), (0.78, 0.9)]],
    3: [[*bow(0.45, 0.3, 0.25, 0.2, -150, 90), *bow(0.45, 0.7, 0.28, 0.2, -90, 150)]],
    4: [[(0.3, 0.1), (0.25, 0.55), (0.8, 0.55)], [(0.65, 0.1), (0.65, 0.9)]],
    5: [[(0.32, 0.1), (0.3, 0.45), *bow(0.48, 0.65, 0.27, 0.24, -120, 140)], [(0.32, 0.1), (0.78, 0.1)]],
    6: [[(0.65, 0.1), (0.42, 0.3), (0.3, 0.6), *bow(0.5, 0.68, 0.2, 0.2, 180, 540)]],
    7: [[(0.2, 0.12), (0.8, 0.12), (0.42, 0.9)]],
    8: [[*bow(0.5, 0.3, 0.2, 0.19, 90, 450), *bow(0.5, 0.7, 0.24, 0.21, -90, 270)]],
    9: [[*bow(0.5, 0.32, 0.22, 0.2, 0, -360), (0.68, 0.9)]],
}
WEIGHTS = "**/draw-a-digit-weights.js?*"
ARRIVED = ".odds:not([aria-busy])"
ANSWER = {"ko": re.compile(r"^(\d)!"), "en": re.compile(r"^I read it as (\d),")}


def opened_page(opened, site, language="en", **settings):
    page = opened(f"{site}/{language}/16-draw-a-digit.html", **settings)
    page.locator(".pad").scroll_into_view_if_needed()
    page.locator(ARRIVED).wait_for()
    return page


def read(page, language="en"):
    """The digit that the page says it sees, or nothing."""
    found = ANSWER[language].match(page.locator(".widget .sum").first.inner_text())
    return int(found[1]) if found else None


def draw(page, strokes, scale=1.0, left=0.0, top=0.0):
    box = page.locator(".pad").bounding_box()
    for stroke in strokes:
        at = [
            (box["x"] + (left + scale * x) * box["width"], box["y"] + (top + scale * y) * box["height"])
            for x, y in stroke
        ]
        page.mouse.move(*at[0])
        page.mouse.down()
        for point in at[1:]:
            page.mouse.move(*point)
        page.mouse.up()


@pytest.mark.parametrize(
    ("pen", "scale", "left", "top"), [("medium", 1, 0, 0), ("thin", 0.6, 0.38, 0.02), ("thick", 0.8, 0.02, 0.18)]
)
def test_digits_drawn_by_a_mouse_are_read(opened, folder, pen, scale, left, top):
    page = opened_page(opened, folder.as_uri())
    page.get_by_label(pen, exact=True).check()
    answers = {}
    for digit, strokes in DIGITS.items():
        page.get_by_role("button", name="Clear").click()
        assert read(page) is None
        draw(page, strokes, scale, left, top)
        answers[digit] = read(page)
    assert answers == {digit: digit for digit in DIGITS}


def test_a_digit_drawn_by_a_finger_is_read_and_the_page_stays_where_it_is(opened, served):
    page = opened_page(opened, served, "ko", viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    box, scrolled = page.locator(".pad").bounding_box(), page.evaluate("scrollY")
    touch = page.context.new_cdp_session(page)
    points = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in DIGITS[7][0]]
    for kind, point in zip(("touchStart", "touchMove", "touchMove"), points, strict=True):
        where = [{"x": point[0], "y": point[1]}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": where})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("() => /^7!/.test(document.querySelector('.widget .sum').textContent)")
    assert page.evaluate("scrollY") == scrolled


def test_a_digit_drawn_by_keys_is_read(opened, served):
    page = opened_page(opened, served)
    page.locator(".pad").focus()
    for key, times in (("Home", 6), ("Space", 1), ("ArrowRight", 11), ("End", 5), ("ArrowDown", 6), ("Space", 1)):
        for _ in range(times):
            page.keyboard.press(key)
    assert read(page) == 7
    page.keyboard.press("Backspace")
    assert read(page) is None


def test_every_layer_is_shown_and_can_be_followed(opened, served):
    """32, 64 maps to choose from, pooled maps, neurons and ten probabilities that add up to 1; step by step, one layer at a time."""
    page = opened_page(opened, served)
    page.get_by_role("button", name="4 of the test set").click()
    assert read(page) == 4
    assert page.locator(".maps").nth(0).get_by_role("radio").count() == 32
    assert page.locator(".maps").nth(1).get_by_role("radio").count() == 64
    shares = [float(words.removesuffix(" %")) for words in page.locator(".odds .bar").all_inner_texts()]
    assert len(shares) == 10
    assert abs(sum(shares) - 100) < 1
    # Each canvas is read once: Chromium warns of more.
    inked = "canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean)"
    for sheet in page.locator(".sheet, .seen").all():
        assert sheet.evaluate(inked)
    stages, said = page.locator(".stage"), page.locator(".widget .sum").nth(1)
    told = set()
    for step in range(stages.count()):
        page.get_by_role("button", name="Step", exact=True).click()
        assert [stage.is_visible() for stage in stages.all()] == [each == step for each in range(stages.count())]
        told.add(said.inner_text())
    assert len(told) == stages.count()
    page.get_by_role("button", name="Reset").click()
    assert all(stage.is_visible() for stage in stages.all())


def test_a_map_is_chosen_by_arrow_keys_and_told(opened, served):
    page = opened_page(opened, served)
    page.get_by_role("button", name="0 of the test set").click()
    maps = page.locator(".maps").first
    maps.get_by_role("radio", checked=True).focus()
    chosen = maps.get_by_role("radio", checked=True).get_attribute("aria-label")
    page.keyboard.press("ArrowRight")
    now = maps.get_by_role("radio", checked=True).get_attribute("aria-label")
    assert now != chosen
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == now
    assert page.locator(".widget .sum").nth(1).inner_text().startswith(now)


def test_the_drawing_follows_the_theme(opened, served):
    page = opened_page(opened, served, color_scheme="light")
    page.get_by_role("button", name="1 of the test set").click()
    colour = """() => {
      const copy = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      copy.drawImage(document.querySelector(".seen"), 0, 0);
      return copy.getImageData(14, 14, 1, 1).data[0];
    }"""
    assert page.evaluate(colour) < 100
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"({colour})() > 150")


def test_the_weights_come_once_the_page_has_been_drawn(opened, served):
    page = opened_page(opened, served)
    times = page.evaluate("""() => ({
      drawn: performance.getEntriesByName("first-contentful-paint")[0].startTime,
      asked: performance.getEntriesByType("resource").filter(({ name }) => name.includes("weights")).map(({ startTime }) => startTime),
    })""")
    assert len(times["asked"]) == 1
    assert times["asked"][0] > times["drawn"]


@pytest.mark.parametrize(("language", "said"), [("en", "being loaded"), ("ko", "불러오고 있습니다")])
def test_what_is_drawn_before_the_weights_are_there_is_read_when_they_come(opened, served, language, said):
    page, held = opened("about:blank"), []

    def hold(route):
        held.append(route)

    page.route(WEIGHTS, hold)
    page.goto(f"{served}/{language}/16-draw-a-digit.html")
    page.locator(".pad").scroll_into_view_if_needed()
    draw(page, DIGITS[7])
    answer = page.locator('.widget .sum[aria-live="polite"]').first
    assert said in answer.inner_text()
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    page.locator(ARRIVED).wait_for()
    assert read(page, language) == 7


@pytest.mark.parametrize(("language", "said"), [("en", "could not be loaded"), ("ko", "불러오지 못했습니다")])
def test_weights_that_do_not_come_whole_are_told(opened, served, language, said):
    page = opened("about:blank")
    page.route(WEIGHTS, lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.goto(f"{served}/{language}/16-draw-a-digit.html")
    page.locator(ARRIVED).wait_for()
    draw(page, DIGITS[7])
    assert said in page.locator(".widget .sum").first.inner_text()
