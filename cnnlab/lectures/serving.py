"""A server for the one who writes: pages from memory, on this machine only, that reload when a source changes."""

import mimetypes
import threading
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

LOOPBACK = "127.0.0.1"
HOSTS = ("127.0.0.1", "localhost")
EVENTS = "/_events"
RELOAD = f'<script>new EventSource("{EVENTS}").onmessage = () => location.reload();</script>'.encode()
# It listens too: the page may be there again after the next change.
NO_PAGE = b"<!DOCTYPE html><title>404</title><p>There is no such page.</p>"
BEAT_SECONDS = 10.0


class Showing:
    """The files that are shown now. Whoever waits is told when they change."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._changed = threading.Condition()
        self.files = files
        self.turn = 0

    def show(self, files: Mapping[str, bytes]) -> None:
        """Show other files from now on. A broken template leaves no page: then those of before are shown until it is mended."""
        if "index.html" not in files:
            return
        with self._changed:
            self.files = files
            self.turn += 1
            self._changed.notify_all()

    def wait_beyond(self, turn: int) -> int:
        """Wait for the next change, but no longer than a beat; answers the turn it is now."""
        with self._changed:
            self._changed.wait_for(lambda: self.turn > turn, BEAT_SECONDS)
            return self.turn


class Handler(BaseHTTPRequestHandler):
    """Answers GET; a page gets a line that listens for changes, which no built page has."""

    protocol_version = "HTTP/1.1"

    def __init__(self, showing: Showing, *arguments: object) -> None:
        self._showing = showing
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """One file, or the stream of changes."""
        host = (self.headers.get("Host") or "").rpartition(":")[0] or self.headers.get("Host")
        if host not in HOSTS:
            self._answer(HTTPStatus.FORBIDDEN, b"This server answers this machine only.", "text/plain")
            return
        path = unquote(urlsplit(self.path).path)
        if path == EVENTS:
            self._stream()
            return
        name = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
        content = self._showing.files.get(name)
        if content is None:
            self._answer(HTTPStatus.NOT_FOUND, NO_PAGE + RELOAD, "text/html")
            return
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if kind == "text/html":
            content = content.replace(b"</body>", RELOAD + b"</body>")
        self._answer(HTTPStatus.OK, content, kind)

    def _answer(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _stream(self) -> None:
        turn = self._showing.turn
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            while True:
                now = self._showing.wait_beyond(turn)
                self.wfile.write(b"data: changed\n\n" if now > turn else b": still here\n\n")
                self.wfile.flush()
                turn = now
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for problems."""


def server(showing: Showing, port: int) -> ThreadingHTTPServer:
    """A server on the loopback address, not yet running; port 0 takes a free one."""
    handler: Callable[..., Handler] = partial(Handler, showing)
    made = ThreadingHTTPServer((LOOPBACK, port), handler)
    made.daemon_threads = True
    return made
