"""What Lighthouse says of every page of the lecture site, on a phone as it imagines one: `make lighthouse`.

It is installed by npm into a temporary folder, and the site is built and served plainly, uncompressed, on this machine. A page that does not get
100 everywhere is measured three times, and the medians count. The goal is 95 in each category. All pages take some ten minutes; name some, as
in `python tests/bench/lighthouse.py en/16-draw-a-digit.html`, for less. Other work on the machine costs points in performance.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cnnlab.course import catalogue
from cnnlab.lectures.assembly import assemble
from cnnlab.lectures.memory import Memory
from cnnlab.lectures.reading import read_sources
from cnnlab.lectures.writing import write_site

ROOT = Path(__file__).resolve().parents[2]
# The last version that runs on Node 18 and 20.
PACKAGE = "lighthouse@^12.8"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
ROUNDS = 3
GOAL = 95

Scores = tuple[int, ...]


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """The terminal is for the table."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a plain server that holds a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def installed(folder: Path) -> Path:
    """Lighthouse, in a folder of its own."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("Lighthouse is a program for Node, and no npm is on PATH; on Debian and Ubuntu: apt install npm")
    done = subprocess.run(
        [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", PACKAGE],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"npm could not install {PACKAGE}. Is its registry reachable?\n{done.stderr[-2000:]}")
    return folder / "node_modules" / ".bin" / "lighthouse"


def browser() -> str:
    """The Chromium that is measured with."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    return path or sys.exit(
        "Lighthouse opens pages in Chromium, and none is on PATH; on Debian and Ubuntu: apt install chromium"
    )


def scores(lighthouse: Path, chromium: str, address: str) -> Scores:
    """One measurement: points in every category."""
    # Chromium's own sandbox refuses to run as root, and what is opened here is our own site.
    flags = "--headless=new" + (" --no-sandbox" if os.geteuid() == 0 else "")
    done = subprocess.run(
        [str(lighthouse), address, "--quiet", "--output=json", f"--chrome-flags={flags}"],
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"Lighthouse could not measure {address}:\n{done.stderr[-2000:]}")
    found = json.loads(done.stdout)["categories"]
    return tuple(round(100 * (found[name]["score"] or 0)) for name in CATEGORIES)


def main(asked: list[str]) -> None:
    """Measure, and print a line for each page as soon as it is known."""
    chromium = browser()
    with tempfile.TemporaryDirectory() as temporary:
        site = assemble(read_sources(catalogue.read_course(ROOT)), Memory())
        write_site(Path(temporary) / "site", site.files, Memory())
        pages = asked or sorted(name for name in site.files if name.endswith(".html"))
        for name in pages:
            if name not in site.files:
                sys.exit(f"The site has no page {name}; pages are named as en/07-pooling.html.")
        lighthouse = installed(Path(temporary) / "npm")
        print(f"{'page':34}" + "".join(f"{name:>16}" for name in CATEGORIES) + f"{'rounds':>8}")
        short = []
        with served(Path(temporary) / "site") as address:
            for name in pages:
                rounds = [scores(lighthouse, chromium, f"{address}/{name}")]
                while min(rounds[0]) < 100 and len(rounds) < ROUNDS:
                    rounds.append(scores(lighthouse, chromium, f"{address}/{name}"))
                found = [round(statistics.median(each)) for each in zip(*rounds, strict=True)]
                print(f"{name:34}" + "".join(f"{each:16}" for each in found) + f"{len(rounds):8}", flush=True)
                short += [name] if min(found) < GOAL else []
    print(f"{len(pages)} pages; below {GOAL}: {', '.join(short) or 'none'}")


if __name__ == "__main__":
    main(sys.argv[1:])
