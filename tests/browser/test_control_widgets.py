"""The widgets of lessons 3 to 9: what they say is what was set, typed and pressed."""

import pytest


@pytest.fixture
def widget(opened, site):
    """`widget(lesson, name)` opens an English lesson at a widget: its live part, and a function that steps."""

    def find(lesson, name):
        page = opened(f"{site}/en/{lesson}.html")
        live = page.locator(f'[data-widget="{name}"] .live')
        return page, live, live.get_by_role("button", name="Step", exact=True).click

    return find


def typed(live, name, value):
    """Type into a field, and leave it."""
    field = live.get_by_label(name, exact=True)
    field.fill(value)
    field.press("Tab")


def test_a_convolution_adds_channels_and_bias(widget):
    _, live, step = widget("03-convolution", "convolution")
    told = live.locator(".sum")
    step()
    lines = told.text_content().split("\n")
    assert lines[0] == "Filter 0, window 1 of 9"
    assert lines[1].endswith("0·(−1) + 1·0 + 2·1 = 6")
    assert lines[3] == "Channels + bias: 6 + 0 + 0 = 6"
    typed(live, "Filter 0, bias", "-4")
    assert told.text_content().endswith("Channels + bias: 6 + 0 + (−4) = 2")
    typed(live, "Filter 0, kernel for channel 0, row 1, column 3", "2")
    assert told.text_content().endswith("Channels + bias: 8 + 0 + (−4) = 4")
    live.get_by_role("radiogroup", name="Padding").get_by_label("1").check()
    live.get_by_role("radiogroup", name="Stride").get_by_label("2").check()
    assert "feature maps 2×3×3" in live.locator(".note").text_content()
    live.get_by_label("feature map 1, row 3, column 3").click()
    assert told.text_content().startswith("Filter 1, window 9 of 9\n")
    assert live.locator(".cells .in-window").count() == 2 * 9 + 2 * 9


def test_the_calculator_walks_to_the_window_that_does_not_fit(widget):
    _, live, step = widget("05-output-size", "output-size")
    formula, told = live.locator(".sum").first, live.locator(".sum").last
    live.get_by_role("button", name="7, 3, 0, 3").click()
    assert formula.text_content().startswith("(W − F + 2P) / S = (7 − 3 + 2·0) / 3 = 4 / 3 = 1.33…\n")
    for _ in range(3):
        step()
    assert told.text_content().startswith("The next window would need places 6 to 8, but 6 is the last there is.")
    live.get_by_label("Input W").fill("9")
    assert "the output size is 3" in formula.text_content()
    live.get_by_label("Filter F").fill("99")
    assert "libraries report an error" in formula.text_content()
    assert live.get_by_role("button", name="Step", exact=True).is_disabled()
    typed(live, "Filter F", "")
    assert live.get_by_label("Filter F").input_value() == "99"


def test_the_calculator_takes_nothing_of_a_number_that_it_refuses(widget):
    _, live, _ = widget("05-output-size", "output-size")
    field = live.get_by_label("Input W")
    field.fill("28")
    field.press("Tab")
    field.focus()
    field.press("Backspace")
    field.press_sequentially("300")
    field.press("Tab")
    assert field.input_value() == "28"
    assert live.locator(".sum").last.text_content() == "Give Input W a whole number from 1 to 256."
    assert live.locator(".sum").first.text_content().startswith("(W − F + 2P) / S = (28 ")


def test_softmax_overflows_unless_the_largest_is_subtracted(widget):
    page, live, step = widget("09-output", "softmax")
    told = live.locator(".sum")
    assert "Most probable: car, with a probability of 0.805." in told.text_content()
    live.get_by_label("move the logit of pedestrian").focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    assert live.get_by_label("logit of pedestrian", exact=True).input_value() == "2"
    typed(live, "logit of pedestrian", "4")
    assert "Most probable: pedestrian" in told.text_content()
    before = told.text_content()
    for _ in range(2):
        live.get_by_role("button", name="+ 400").click()
    assert "NaN" in told.text_content()
    live.get_by_label("the largest logit subtracted").check()
    assert told.text_content() == before
    step()
    assert told.text_content() == "car: z = 802.1 − 804 = −1.9, and e to the power of −1.9 is 0.15"


def test_relu_counts_zeros_and_says_where_a_gradient_passes(widget):
    _, live, _ = widget("06-relu", "relu")
    told, note = live.locator(".sum"), live.locator(".note")
    assert note.text_content() == "Zeros: 8 of 24 before, 16 of 24 after (67\u00a0%)"
    typed(live, "Bias", "-6")
    assert note.text_content() == "Zeros: 8 of 24 before, 21 of 24 after (88\u00a0%)"
    live.locator(".cells button").nth(1).click()
    assert told.text_content() == "4 + (−6) = −2, max(0, −2) = 0. The function has slope 0 here: no gradient passes."
    live.get_by_label("leaky ReLU").check()
    assert told.text_content().startswith("4 + (−6) = −2, max(0.01·(−2), −2) = −0.02.")


def test_the_playground_follows_kernel_pointer_and_arrows(widget):
    page, live, step = widget("04-filters", "kernel-playground")
    told = live.locator(".sum")
    step()
    page.keyboard.press("ArrowDown")
    assert told.text_content().startswith("Feature map, row 14, column 1:")
    picture = live.locator("svg").last
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * 13.5 / 26, "y": box["height"] * 15.5 / 26})
    assert told.text_content().startswith("Feature map, row 16, column 14:")
    live.get_by_role("button", name="as it is").click()
    for n in range(9):
        typed(live, f"row {n // 3 + 1}, column {n % 3 + 1}", "0")
    assert told.text_content().endswith("= 0")
    assert "from 0 to 0" in live.locator(".note").text_content()
