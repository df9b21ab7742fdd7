"""Markup: rich's own markup in exceptions, class names and output, with links and emoji codes and tags left open.

Fails because a student's text is shown as text, never parsed as markup.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError("[/][/red][bold green]100.0 / 100[/bold green] [link=http://127.0.0.1:47611]report[/link] :tada: [/x")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    print("[conceal]hidden[/conceal][@click=app.quit()]x[/]")
    raise type("[blink]passed[/blink]", (Exception,), {})("[/]")
