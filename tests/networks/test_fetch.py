"""Fetching against a server of our own: whole, continued, checked; and a sentence for whatever goes wrong."""

import errno
import fcntl
import gzip
import hashlib
import http.server
import os
import re
import sys
import threading
import types
from dataclasses import dataclass, field

import pytest

from cnnlab.errors import DataUnavailable, UsageError
from cnnlab.networks import download as downloading
from cnnlab.networks.fetch import Mirrors, fetch, torchvision_mirrors
from cnnlab.networks.files import FILES, TRAIN_IMAGES, Condition, examine_all
from cnnlab.networks.location import Place

FIRST = f"{TRAIN_IMAGES}.gz"


@dataclass
class Server:
    """What a server gives, how it behaves, and what it was asked for: (path, the Range header)."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    knows_ranges: bool = True
    status: int | None = None
    breaks_after: int | None = None
    says_length: bool = True
    asked: list[tuple[str, str | None]] = field(default_factory=list)


def handler_of(server):
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):
            name, wanted = self.path.lstrip("/"), self.headers.get("Range")
            server.asked.append((name, wanted))
            content = server.files.get(name)
            if server.status or content is None:
                self.send_error(server.status or 404)
                return
            start = int(re.fullmatch(r"bytes=(\d+)-", wanted)[1]) if wanted and server.knows_ranges else 0
            if start and start >= len(content):
                self.send_error(416)
                return
            self.send_response(206 if start else 200)
            if server.says_length:
                self.send_header("Content-Length", str(len(content) - start))
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
            self.end_headers()
            end = len(content) if server.breaks_after is None else start + server.breaks_after
            self.wfile.write(content[start:end])

    return Handler


@pytest.fixture
def serve(monkeypatch):
    """Start servers on the loopback."""
    running = []
    monkeypatch.setenv("no_proxy", "*")

    def serve(files):
        server = Server(files=dict(files))
        http_server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler_of(server))
        threading.Thread(target=http_server.serve_forever, args=(0.01,), daemon=True).start()
        running.append(http_server)
        server.address = f"http://127.0.0.1:{http_server.server_port}/"
        return server

    yield serve
    for each in running:
        each.shutdown()
        each.server_close()


@pytest.fixture
def packed(tiny):
    """The tiny files as mirrors hold them."""
    return {f"{name}.gz": gzip.compress(content, mtime=0) for name, content in tiny.items()}


@pytest.fixture
def server(serve, packed):
    return serve(packed)


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path / "data", named=True)


@pytest.fixture
def told():
    """What the progress bar was told."""
    return []


@pytest.fixture
def fetched(monkeypatch, packed, server, place, told):
    """Fetch from the server, or from mirrors named in their order; answers the names of what was fetched."""

    def fetched(*mirrors):
        table = Mirrors(
            tuple(each.address for each in mirrors or (server,)),
            {name: hashlib.md5(content).hexdigest() for name, content in packed.items()},
        )
        monkeypatch.setattr("cnnlab.networks.fetch.torchvision_mirrors", lambda: table)
        return [file.name for file in fetch(place, lambda *words: told.append(words))]

    return fetched


@pytest.fixture
def refused(fetched):
    """Fetch, and be refused; answers the sentence."""

    def refused(*mirrors):
        with pytest.raises(DataUnavailable) as caught:
            fetched(*mirrors)
        return str(caught.value)

    return refused


def names(place):
    return sorted(path.name for path in place.raw.iterdir())


def is_complete(place):
    whole = all(each.condition is Condition.COMPLETE for each in examine_all(place))
    return whole and names(place) == sorted(file.name for file in FILES)


def begin(place, content):
    """A part of the first file, as a stopped fetch leaves it."""
    place.raw.mkdir(parents=True)
    (place.raw / f"{FIRST}.part").write_bytes(content)


def test_all_four_files_are_fetched_and_nothing_else_is_left(fetched, place, server):
    assert fetched() == [file.name for file in FILES]
    assert is_complete(place)
    assert [wanted for _, wanted in server.asked] == [None] * 4


def test_the_progress_of_every_file_is_told_to_its_end(fetched, told, packed):
    fetched()
    for name, content in packed.items():
        done = [words for words in told if words[0] == name]
        assert done[0] == (name, 0, len(content))
        assert done[-1] == (name, len(content), len(content))


def test_what_is_complete_needs_no_network_and_no_torchvision(tiny_place, monkeypatch):
    monkeypatch.setitem(sys.modules, "torchvision.datasets", None)
    assert fetch(tiny_place, lambda *_: None) == ()


def test_only_what_lacks_is_fetched(tiny_place, place, fetched, server):
    assert tiny_place.raw == place.raw
    (place.raw / TRAIN_IMAGES).write_bytes(b"broken")
    assert fetched() == [TRAIN_IMAGES]
    assert server.asked == [(FIRST, None)]
    assert is_complete(place)


def test_a_part_is_continued(fetched, place, server, packed):
    begin(place, packed[FIRST][:1000])
    fetched()
    assert server.asked[0] == (FIRST, "bytes=1000-")
    assert is_complete(place)


def test_a_server_without_ranges_gives_the_file_whole(fetched, place, server, packed):
    server.knows_ranges = False
    begin(place, packed[FIRST][:1000])
    fetched()
    assert is_complete(place)


def test_a_part_that_ends_up_wrong_is_fetched_once_more_from_the_start(fetched, place, server):
    begin(place, b"something else")
    fetched()
    assert server.asked[:2] == [(FIRST, "bytes=14-"), (FIRST, None)]
    assert is_complete(place)


def test_a_part_longer_than_the_file_is_fetched_anew(fetched, place, server, packed):
    begin(place, packed[FIRST] + b"more")
    fetched()
    assert server.asked[:2] == [(FIRST, f"bytes={len(packed[FIRST]) + 4}-"), (FIRST, None)]
    assert is_complete(place)


def test_a_part_that_is_whole_already_is_not_fetched_again(fetched, place, server, packed):
    begin(place, packed[FIRST])
    fetched()
    assert FIRST not in [name for name, _ in server.asked]
    assert is_complete(place)


@pytest.mark.parametrize("says_length", [True, False])
def test_a_connection_that_breaks_is_continued_by_the_next_fetch(refused, fetched, place, server, packed, says_length):
    server.breaks_after = 700
    server.says_length = says_length
    said = refused()
    if says_length:
        assert f"{FIRST} ended after 700 of {len(packed[FIRST])} bytes" in said
        assert "Look at your connection and run `cnnlab data fetch` again; it goes on where it stopped." in said
        assert names(place) == [f"{FIRST}.part"]
    server.breaks_after = None
    fetched()
    if says_length:
        assert (FIRST, "bytes=700-") in server.asked
    assert is_complete(place)


def test_the_next_mirror_goes_on_where_the_first_broke(fetched, place, server, serve, packed):
    server.breaks_after = 700
    second = serve(packed)
    fetched(server, second)
    assert second.asked[0] == (FIRST, "bytes=700-")
    assert is_complete(place)


def test_a_mirror_that_has_nothing_is_passed_over(fetched, place, server, serve):
    server.status = 503
    assert len(fetched(serve({}), server, serve(server.files))) == 4
    assert is_complete(place)


def test_offline_is_said_with_every_mirror(refused, place):
    first, second = Server("http://127.0.0.1:9/"), Server("http://nowhere.invalid/")
    said = refused(first, second)
    assert said.startswith(f"MNIST cannot be fetched: http://127.0.0.1:9/{FIRST} cannot be reached: ")
    assert f"; http://nowhere.invalid/{FIRST} cannot be reached: " in said
    assert names(place) == []


def test_a_server_that_refuses_is_quoted(refused, server):
    server.status = 403
    assert f"{FIRST} answers 403 Forbidden" in refused()


def test_a_server_that_talks_no_http_is_said(refused, serve, packed, monkeypatch):
    server = serve(packed)
    monkeypatch.setattr(http.server.BaseHTTPRequestHandler, "handle_one_request", lambda self: self.wfile.write(b"?"))
    assert f"{FIRST} cannot be reached: " in refused(server)


def test_a_login_page_in_place_of_the_file_fails_the_checksum(refused, server, packed, place):
    server.files[FIRST] = b"<html>Welcome to the dormitory</html>"
    assert f"gives a file whose MD5 checksum is not {hashlib.md5(packed[FIRST]).hexdigest()}" in refused()
    assert names(place) == []


@pytest.mark.parametrize("says_length", [True, False])
def test_a_file_without_end_is_not_taken(refused, server, place, says_length):
    server.files[FIRST] = bytes(1_000_000)
    server.says_length = says_length
    assert "gives something larger than " in refused()
    assert sum(path.stat().st_size for path in place.raw.iterdir()) == 0


def test_a_silent_server_is_given_up(refused, server, monkeypatch):
    monkeypatch.setattr(downloading, "SECONDS_OF_SILENCE", 0.2)
    waiting = threading.Event()
    monkeypatch.setattr(http.server.BaseHTTPRequestHandler, "handle_one_request", lambda self: waiting.wait(5))
    assert "timed out" in refused()
    waiting.set()


def test_an_archive_with_other_contents_is_not_put_in_place(refused, server, packed, place):
    """torchvision's table and ours differ: a file that is not ours must not be trained on."""
    packed[FIRST] = server.files[FIRST] = gzip.compress(b"other contents", mtime=0)
    assert f"{FIRST} was fetched, but what is in it is wrong: it holds 14 of " in refused()
    assert TRAIN_IMAGES not in names(place)


def test_an_archive_that_is_none_is_named(refused, server, packed):
    packed[FIRST] = server.files[FIRST] = b"no archive"
    assert f"{FIRST} is no whole gzip file" in refused()


def test_a_full_disk_is_said_and_what_arrived_is_kept(refused, place, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("cnnlab.networks.fetch.settle", full)
    assert refused() == (
        f"The disk is full: {place.raw / TRAIN_IMAGES} does not fit. "
        "Make room and run `cnnlab data fetch` again; it goes on where it stopped."
    )
    assert FIRST in names(place)


def test_a_disk_that_is_full_while_the_file_arrives_is_said(refused, place):
    """/dev/full takes no byte, whoever writes."""
    place.raw.mkdir(parents=True)
    (place.raw / f"{FIRST}.part").symlink_to("/dev/full")
    assert refused().startswith(f"The disk is full: {place.raw / FIRST} does not fit.")


def test_a_folder_that_takes_nothing_is_said(refused, place, monkeypatch):
    place.raw.mkdir(parents=True)
    (place.raw / f"{FIRST}.part").mkdir()
    assert refused() == f"{place.raw / FIRST} cannot be written: Is a directory."


def test_a_file_in_place_of_the_folder_is_wrong_usage(fetched, place):
    place.root.write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="is not a folder"):
        fetched()


def test_two_fetches_do_not_write_into_each_other(refused, fetched, place):
    place.raw.mkdir(parents=True)
    descriptor = os.open(place.raw, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    assert refused() == f"Another `cnnlab data fetch` is at work in {place.raw}. Wait until it has ended."
    os.close(descriptor)
    fetched()
    assert is_complete(place)


def test_the_mirrors_are_torchvisions(monkeypatch):
    resources = [(FIRST, "f68b3c2dcbeaaa9fbdd348bbdeb94873")]
    table = types.SimpleNamespace(mirrors=["https://one/", "https://two/"], resources=resources)
    monkeypatch.setitem(sys.modules, "torchvision", types.ModuleType("torchvision"))
    monkeypatch.setitem(sys.modules, "torchvision.datasets", types.SimpleNamespace(MNIST=table))
    assert torchvision_mirrors() == Mirrors(("https://one/", "https://two/"), dict(resources))


def test_without_torchvision_the_extra_is_named(monkeypatch, place):
    monkeypatch.setitem(sys.modules, "torchvision.datasets", None)
    with pytest.raises(DataUnavailable, match=r"not installed: pip install 'cnnlab\[torch\]'"):
        fetch(place, lambda *_: None)
    assert not place.root.exists()


def test_a_torchvision_for_another_torch_is_said(monkeypatch, tmp_path):
    """Importing it raises what torch raises then."""
    package = tmp_path / "torchvision"
    package.mkdir()
    (package / "__init__.py").write_text("raise RuntimeError('operator torchvision::nms does not exist')\n")
    monkeypatch.syspath_prepend(tmp_path)
    for name in [name for name in sys.modules if name.split(".")[0] == "torchvision"]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(DataUnavailable, match=r"cannot be imported: operator torchvision::nms does not exist\."):
        torchvision_mirrors()
