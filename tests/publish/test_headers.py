"""The headers for hosts say what the pages say, and what pages cannot."""

from __future__ import annotations

import re
from pathlib import Path

from generator.publish.frame import POLICY
from generator.publish.headers import header_file


def blocks() -> dict[str, dict[str, str]]:
    """Return the file as a host reads it: a path, then its indented headers."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in header_file().splitlines():
        if not line.startswith(" "):
            path = line
            found[path] = {}
            continue
        name, _, value = line.strip().partition(": ")
        found[path][name] = value
    return found


def test_every_file_is_sent_with_the_policy_of_the_pages() -> None:
    assert blocks()["/*"]["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY
    assert not re.search(r"https?:|\*", POLICY)


def test_types_are_not_guessed_and_other_sites_learn_no_paths() -> None:
    everywhere = blocks()["/*"]
    assert everywhere["X-Content-Type-Options"] == "nosniff"
    assert everywhere["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_other_sites_may_read_the_api_and_show_pages_in_frames() -> None:
    assert blocks()["/api/*"] == {"Access-Control-Allow-Origin": "*"}
    assert "X-Frame-Options" not in blocks()["/*"]
    assert "frame-ancestors" not in POLICY


def test_the_document_gives_the_same_policy_for_other_hosts() -> None:
    text = (Path(__file__).parents[2] / "docs" / "security.md").read_text(encoding="utf-8")
    assert f'Content-Security-Policy "{POLICY}"' in text


def test_every_test_that_the_table_of_threats_names_is_there() -> None:
    root = Path(__file__).parents[2]
    named = re.findall(r"`(tests/[\w/]+\.py)`", (root / "docs/security.md").read_text("utf-8"))
    assert named
    assert [path for path in named if not (root / path).is_file()] == []
