"""A worker process: it calls what it is sent until its channel closes. Run as `python -m cnnlab.batch.worker CHANNEL LIFE`.

It does not start from the program that wants it, as multiprocessing would have it: that may be a script that grades as soon as it is imported.
"""

import os
import signal
import sys
import threading
from multiprocessing.connection import Connection
from typing import Any


def main() -> None:
    """Answer `(function, arguments)` with `(result, None)` or `(None, exception)`."""
    signal.signal(signal.SIGINT, _leave_it_to_the_parent)
    channel, life = Connection(int(sys.argv[1])), int(sys.argv[2])
    threading.Thread(target=_die_with_parent, args=(life,), daemon=True).start()
    while True:
        try:
            function, arguments = channel.recv()
        except EOFError:
            return
        answer: tuple[Any, Exception | None]
        try:
            answer = function(*arguments), None
        except Exception as error:
            answer = None, error
        channel.send(answer)


def _leave_it_to_the_parent(*_: object) -> None:
    """For Ctrl-C. A handler, since what is ignored stays so in every program that the worker starts."""


def _die_with_parent(life: int) -> None:
    """The other end of this pipe is open as long as the parent lives, whatever the worker is at."""
    os.read(life, 1)
    os._exit(1)


if __name__ == "__main__":
    main()
