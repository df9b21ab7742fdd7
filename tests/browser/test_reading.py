"""What readers do with a page: search, choose a theme, change the language, answer, copy, look a word up, keep their progress."""

import json

import pytest

PAPER = "getComputedStyle(document.documentElement).backgroundColor"
AT_STRIDE = """() => {
  const below = document.querySelector("#stride").getBoundingClientRect().top - document.querySelector(".top").getBoundingClientRect().bottom;
  return 0 <= below && below < 60;
}"""
SEARCHES = [("ko", "풀링"), ("ko", "pool"), ("en", "풀링"), ("en", "pool"), ("ko", "맥스풀링")]


@pytest.mark.parametrize(("language", "query"), SEARCHES)
def test_either_language_finds_pooling(opened, site, language, query):
    page = opened(f"{site}/{language}/01-overview.html")
    page.keyboard.press("Control+k")
    page.locator(".finder input").fill(query)
    first = page.locator(".finder li").first
    assert first.locator("a").get_attribute("href").startswith("07-pooling.html")
    assert page.locator(".finder li small mark").count()
    page.keyboard.press("Enter")
    page.wait_for_url("**/07-pooling.html*")


def test_what_is_not_there_is_told(opened, site):
    page = opened(f"{site}/en/01-overview.html")
    page.locator('[data-tool="search"]').click()
    page.locator(".finder input").fill("qqq")
    page.locator(".finder p", has_text="Nothing found").wait_for()
    page.keyboard.press("Escape")
    page.locator(".finder").wait_for(state="hidden")


def test_search_results_are_walked_through_by_arrow_keys(opened, site):
    page = opened(f"{site}/en/01-overview.html")
    page.keyboard.press("Control+k")
    page.locator(".finder input").fill("stride")
    page.locator(".finder li").nth(1).wait_for()
    target = page.locator(".finder li a").nth(1).get_attribute("href")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{target}")


def test_the_theme_is_chosen_and_stays(opened, site):
    page = opened(f"{site}/en/01-overview.html", color_scheme="dark")
    button = page.locator('[data-tool="theme"]')
    dark = page.evaluate(PAPER)
    assert button.text_content() == "Theme: auto"
    button.click()
    assert (button.text_content(), page.evaluate(PAPER) == dark) == ("Theme: light", False)
    page.goto(f"{site}/ko/03-convolution.html")
    assert (button.text_content(), page.evaluate(PAPER) == dark) == ("화면: 밝게", False)
    page.emulate_media(color_scheme="light")
    button.click()
    assert (button.text_content(), page.evaluate(PAPER)) == ("화면: 어둡게", dark)
    button.click()
    assert (button.text_content(), page.evaluate(PAPER) == dark) == ("화면: 자동", False)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_other_language_opens_at_the_same_section(opened, site, width):
    page = opened(f"{site}/en/07-pooling.html#stride", viewport={"width": width, "height": 800})
    switch = page.locator('[data-tool="language"][href$="#stride"]')
    page.wait_for_function(AT_STRIDE)
    switch.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ko/07-pooling.html#stride")
    page.wait_for_function(AT_STRIDE)
    page.locator('.contents [aria-current][href="#stride"]').wait_for(state="attached")


def test_a_quiz_explains_each_choice_and_keeps_the_answer(opened, site):
    page = opened(f"{site}/ko/07-pooling.html")
    quiz = page.locator(".quiz").first
    for choice in quiz.locator(".choice").all():
        choice.locator("input").focus()
        page.keyboard.press("Space")
        choice.locator(".why").wait_for()
        assert quiz.locator(".why").locator("visible=true").count() == 1
        assert quiz.locator(".said").text_content() == choice.locator(".why").text_content()
    last = quiz.locator("input").last
    page.reload()
    assert last.is_checked()


def asked_for_a_file(page):
    """The button opens the browser's own dialog, which is not shown here."""
    page.locator(".progress input").evaluate(
        "input => input.addEventListener('click', (event) => { event.preventDefault(); input.title = 'asked'; }, { once: true })"
    )
    page.locator('[data-progress="import"]').click()
    page.locator(".progress input[title=asked]").wait_for(state="attached")


def test_progress_is_kept_exported_and_taken_to_another_browser(opened, site, tmp_path):
    page = opened(f"{site}/en/07-pooling.html")
    page.locator('[data-progress="done"]').click()
    page.locator(".quiz").first.locator(".right input").check()
    page.goto(f"{site}/ko/index.html")
    page.locator('.lessons a.read[data-slug="07-pooling"]').wait_for()
    with page.expect_download() as download:
        page.locator('[data-progress="export"]').click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["read"] == ["07-pooling"]
    assert list(kept["quizzes"]) == ["07-pooling/quiz-1"]

    other = opened(f"{site}/en/07-pooling.html")
    asked_for_a_file(other)
    other.locator(".progress input").set_input_files(file)
    other.locator('.lessons a.read[data-slug="07-pooling"]').wait_for()
    assert other.locator('[data-progress="done"]').get_attribute("aria-pressed") == "true"
    assert other.locator(".quiz").first.locator(".right input").is_checked()


def test_a_file_that_is_no_progress_changes_nothing(opened, site, tmp_path):
    (tmp_path / "other.json").write_text('{"read": 7}', encoding="utf-8")
    page = opened(f"{site}/en/07-pooling.html")
    page.locator('[data-progress="done"]').click()
    page.locator(".progress input").set_input_files(tmp_path / "other.json")
    page.locator(".progress .bar", has_text="This is no progress file.").wait_for()
    page.reload()
    page.locator('.lessons a.read[data-slug="07-pooling"]').wait_for()


def test_where_nothing_may_be_stored_a_page_works_all_the_same(opened, served):
    page = opened("about:blank")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden') } })")
    page.goto(f"{served}/en/07-pooling.html")
    done = page.locator('[data-progress="done"]')
    done.click()
    assert done.get_attribute("aria-pressed") == "true"
    page.locator(".progress .bar", has_text="1 of").wait_for()


def test_a_term_is_explained_by_keyboard(opened, site):
    page = opened(f"{site}/ko/07-pooling.html")
    term = page.locator("article .term").first
    box = page.locator(f"#{term.get_attribute('popovertarget')}")
    term.focus()
    page.keyboard.press("Enter")
    box.wait_for()
    here, there = term.bounding_box(), box.bounding_box()
    assert min(abs(there["y"] - here["y"] - here["height"]), abs(here["y"] - there["y"] - there["height"])) < 20
    page.keyboard.press("Escape")
    box.wait_for(state="hidden")
    assert term.evaluate("term => term === document.activeElement")


def test_code_is_copied(opened, site):
    page = opened(f"{site}/en/07-pooling.html")
    block = page.locator(".code").first
    block.locator(".copy").focus()
    page.keyboard.press("Enter")
    block.locator(".copy", has_text="Copied").wait_for()
    page.evaluate("document.body.prepend(document.createElement('textarea'))")
    page.locator("textarea").focus()
    page.keyboard.press("Control+v")
    assert page.locator("textarea").input_value() == block.locator("pre").text_content()


def test_a_page_is_shown_before_its_script_asks_where_things_are(opened, served):
    """Such a question has the browser lay out the whole page at once, and then again."""
    page = opened("about:blank")
    page.add_init_script("""{
      const box = Element.prototype.getBoundingClientRect;
      window.asked = [];
      Element.prototype.getBoundingClientRect = function () { window.asked.push(performance.now()); return box.call(this); };
    }""")
    page.goto(f"{served}/en/07-pooling.html")
    page.wait_for_function("window.asked.length && performance.getEntriesByName('first-contentful-paint').length")
    assert page.evaluate("window.asked[0] > performance.getEntriesByName('first-contentful-paint')[0].startTime")
