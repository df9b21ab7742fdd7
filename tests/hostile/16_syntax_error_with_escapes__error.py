"""Markup: raises, as it is imported, a SyntaxError that names a file and a line of its own making, escapes included.

Fails because its parts are text like any other, and the file it names is never opened to show the line.
"""

raise SyntaxError(
    "\x1b[32mpassed\x1b[0m 100 / 100",
    ("/tmp/cnnlab-canary/secret.txt", 1, 5, "\x1b[2J[bold]score = 100[/bold]\n", 1, 999),
)
