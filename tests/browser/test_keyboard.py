"""A whole page without a mouse: everything is reached, in order, seen while it has the focus, and left again."""

FOCUSED = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const header = document.querySelector(".top").getBoundingClientRect().bottom;
  const free = element.closest(".top, .skip, .lessons") || bottom > header;
  return {
    what: element.outerHTML.slice(0, 90),
    seen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && Boolean(free),
    marked: getComputedStyle(element).outlineStyle !== "none" || getComputedStyle(element).boxShadow !== "none",
    last: element.matches(".around .next"),
  };
}"""
MOST = 400


def test_the_first_key_offers_to_skip_the_navigation(opened, site):
    page = opened(f"{site}/en/07-pooling.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.skip')")
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")


def test_every_control_is_reached_and_seen(opened, served):
    page = opened(f"{served}/en/07-pooling.html", reduced_motion="reduce")
    visited = []
    while len(visited) < MOST and not (visited and visited[-1]["last"]):
        page.keyboard.press("Tab")
        visited.append(page.evaluate(FOCUSED))
    assert visited[-1]["last"]
    assert [each["what"] for each in visited if not each["seen"]] == []
    assert [each["what"] for each in visited if not each["marked"]] == []


def test_lessons_are_chosen_by_keyboard_on_a_phone(opened, site):
    page = opened(f"{site}/ko/01-overview.html", viewport={"width": 360, "height": 740}, has_touch=True)
    page.locator(".menu").focus()
    page.keyboard.press("Enter")
    link = page.locator('.lessons a[data-slug="07-pooling"]')
    link.wait_for()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ko/07-pooling.html")


def test_the_next_lesson_is_one_key_away(opened, site):
    page = opened(f"{site}/ko/06-relu.html")
    page.locator(".around .next").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ko/07-pooling.html")
