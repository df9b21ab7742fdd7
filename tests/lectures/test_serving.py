"""The writer's server: this machine only, and pages that reload."""

import threading
import urllib.error
import urllib.request

import pytest

from cnnlab.lectures.serving import EVENTS, LOOPBACK, Showing, server


@pytest.fixture
def shown():
    showing = Showing({"index.html": b"<body>one</body>", "a/index.html": b"<body>two</body>", "x.css": b"p{}"})
    running = server(showing, 0)
    threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield showing, f"http://{LOOPBACK}:{running.server_port}"
    running.shutdown()
    running.server_close()


def get(address, **headers):
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=5) as answer:
        return answer.headers["Content-Type"], answer.read()


def test_pages_get_a_line_that_reloads_them_and_other_files_do_not(shown):
    _, address = shown
    assert EVENTS.encode() in get(f"{address}/")[1]
    assert b"two" in get(f"{address}/a/")[1]
    assert get(f"{address}/x.css?123")[1] == b"p{}"


def test_a_change_is_told_to_those_who_listen(shown):
    showing, address = shown
    with urllib.request.urlopen(f"{address}{EVENTS}", timeout=5) as stream:
        showing.show({"index.html": b"<body>new</body>"})
        assert stream.readline() == b"data: changed\n"
    assert b"new" in get(f"{address}/")[1]


def test_what_is_not_there_is_404_and_nothing_is_read_from_disk(shown):
    _, address = shown
    for path in ("/nothing", "/../../etc/passwd", "/%2e%2e/x.css"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            get(f"{address}{path}")


def test_what_is_not_there_yet_is_shown_once_it_is(shown):
    _, address = shown
    with pytest.raises(urllib.error.HTTPError) as refused:
        get(f"{address}/nothing.html")
    assert refused.value.headers["Content-Type"].startswith("text/html")
    assert EVENTS.encode() in refused.value.read()


def test_while_a_template_is_broken_the_pages_of_before_are_shown(shown):
    showing, address = shown
    showing.show({"x.css": b"p{}"})
    assert showing.turn == 0
    assert b"one" in get(f"{address}/")[1]


def test_another_name_of_this_machine_is_refused(shown):
    _, address = shown
    with pytest.raises(urllib.error.HTTPError, match="403"):
        get(f"{address}/", Host="evil.example:80")
