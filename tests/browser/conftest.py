"""One build of the site, one server and one browser for all tests of this folder. Pages are watched while they are open."""

import os
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from cnnlab.course import catalogue
from cnnlab.lectures.assembly import assemble
from cnnlab.lectures.memory import Memory
from cnnlab.lectures.reading import read_sources
from cnnlab.lectures.writing import write_site

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
REQUIRED = "CNNLAB_BROWSER"
NONE_FOUND = "no Chromium is on PATH; on Debian and Ubuntu: apt install chromium"
PATIENCE = 60_000


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The site of this repository, built."""
    site = assemble(read_sources(catalogue.read_course(ROOT)), Memory())
    assert not site.problems
    out = tmp_path_factory.mktemp("site")
    write_site(out, site.files, Memory())
    return out


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format, *args):
        """The terminal is for tests."""


@pytest.fixture(scope="session")
def served(folder):
    """The address of a plain web server that holds the site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="package")
def browser():
    """Debian's Chromium. Where there is none the tests are skipped, unless CNNLAB_BROWSER=required."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        (pytest.fail if os.environ.get(REQUIRED) == "required" else pytest.skip)(NONE_FOUND)
    from playwright.sync_api import sync_playwright

    # Chromium's own sandbox refuses to run as root, and what is opened here is our own site.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=arguments)
        yield running
        running.close()


class Watch:
    """What pages asked for and complained of."""

    def __init__(self, *ours):
        self._ours = (*ours, "data:", "blob:")
        self.complaints = []

    def follow(self, page):
        """Note errors of a page, and requests that are not for the site."""
        page.on("console", lambda said: said.type in ("error", "warning") and self._note(page, said.text))
        page.on("pageerror", lambda error: self._note(page, str(error)))
        page.on("request", lambda asked: asked.url.startswith(self._ours) or self._note(page, f"asks {asked.url}"))
        # Who goes on to another page does not wait for what this one is still loading.
        gone = "net::ERR_ABORTED"
        page.on("requestfailed", lambda asked: asked.failure == gone or self._note(page, f"does not get {asked.url}"))
        page.on("response", lambda got: got.status >= 400 and self._note(page, f"gets {got.status} for {got.url}"))

    def _note(self, page, words):
        self.complaints.append(f"{page.url.rpartition('/')[2]}: {words}")


@pytest.fixture
def opened(browser, folder, served):
    """`opened(address, **context)` opens an address in a context of its own; afterwards no page may have complained."""
    watch = Watch(served, folder.as_uri())
    contexts = []

    def open_page(address, **settings):
        context = browser.new_context(**settings)
        context.set_default_timeout(PATIENCE)
        context.on("page", watch.follow)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_page
    cookies = [cookie for context in contexts for cookie in context.cookies()]
    for context in contexts:
        context.close()
    assert watch.complaints == []
    assert cookies == []


@pytest.fixture(params=["file", "server"])
def site(request, folder, served):
    """The site's address, from a USB stick and from a web server."""
    return folder.as_uri() if request.param == "file" else served


@pytest.fixture(scope="session")
def pages(folder):
    """Every page of the site, as a path in it."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
