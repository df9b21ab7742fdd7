"""Time: never gets to the end of its own import (a minute at most).

Fails because importing has a deadline too, and every check gets its outcome.
"""

import time

END = time.monotonic() + 60
while time.monotonic() < END:
    pass
