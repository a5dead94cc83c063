"""What an editor sees: an edit shows by itself, a mistake is said and breaks nothing."""

import re
import socket
import threading
import time
import urllib.request

import pytest

pytestmark = pytest.mark.browser

RECORD = "content/events/2024/conseil-lyon.yml"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`mkdocs serve` with what it says."""

    def __init__(self, run, project):
        self.port = free_port()
        self.project = project
        self.said = []
        self._process = run("serve", "-a", f"127.0.0.1:{self.port}", cwd=project)
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()
        self.wait("Serving on")
        self._wait_for_watcher()

    def _listen(self):
        self.said.extend(self._process.stdout)

    def _wait_for_watcher(self):
        """Wait until a change is seen: the watcher looks for the first time after the start."""
        end = time.monotonic() + 60
        while sum("Documentation built" in line for line in self.said) < 2:
            assert time.monotonic() < end, "".join(self.said)
            (self.project / RECORD).touch()
            time.sleep(1)

    def wait(self, words, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if any(words in line for line in self.said):
                return
            assert self._process.poll() is None, "".join(self.said)
            time.sleep(0.1)
        pytest.fail(f"never said {words!r}:\n{''.join(self.said)}")

    def address(self, path):
        return f"http://127.0.0.1:{self.port}/timeline/{path}"

    def get(self, path):
        with urllib.request.urlopen(self.address(path), timeout=20) as answer:
            return answer.read().decode()

    def stop(self):
        self._process.terminate()
        self._process.wait(timeout=20)
        self._reader.join(timeout=5)
        self._process.stdout.close()


@pytest.fixture
def server(make_project, mkdocs):
    server = Server(mkdocs, make_project())
    yield server
    server.stop()


def edit(server, old, new):
    path = server.project / RECORD
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_an_edit_shows_by_itself(server, open_page):
    page = open_page(server.address("events/conseil-lyon/"))
    edit(server, "Le conseil se réunit à Lyon", "Le conseil siège à Lyon")
    page.wait_for_function(
        "document.querySelector('h1').textContent.includes('siège')", timeout=30_000
    )
    assert "siège à Lyon" in server.get("")
    assert "siège à Lyon" in server.get("people/jeanne-martin/")


def test_a_mistake_is_said_and_the_page_stays_until_it_is_mended(server):
    edit(server, 'date: "2024-03-04"', 'date: "le 4 mars"')
    server.wait("[date-format]")
    place = re.compile(rf"{RECORD}:\d+:\d+: \[date-format\]")
    assert any(place.search(line) for line in server.said)
    assert "4 mars 2024" in server.get("events/conseil-lyon/")
    edit(server, 'date: "le 4 mars"', 'date: "2024-03-06"')
    end = time.monotonic() + 30
    while "6 mars 2024" not in server.get("events/conseil-lyon/"):
        assert time.monotonic() < end
        time.sleep(0.2)


def test_a_record_that_is_deleted_or_added_comes_and_goes(server):
    (server.project / "content/events/1998/fete-annulee.yml").unlink()
    new = server.project / "content/events/undated/nouvelle.yml"
    new.write_text('title:\n  fr: "Une nouvelle fiche"\ntype: other\nstatus: draft\n', "utf-8")
    end = time.monotonic() + 30
    while "Une nouvelle fiche" not in server.get(""):
        assert time.monotonic() < end
        time.sleep(0.2)
    assert "festival" not in server.get("")
