"""The comment on a pull request: strangers' words are shown in it, and none of them is live."""

import json
import re
import struct
import subprocess
import zlib

import preview
import pytest

HOSTILE = (
    "@everyone [x](javascript:y) ![z](https://evil.example/z.png) <img src=x> `` ``` #1 \n\n# H"
)


def png(width=4, height=4):
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\0" * width for _ in range(min(height, 9))))
    return preview.PNG + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
def left(tmp_path):
    """What a run has left."""
    folder = tmp_path / "left"
    (folder / "pictures").mkdir(parents=True)
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("<p>x")
    (folder / "site/_headers").write_text("/*\n  X-Frame-Options: ALLOW")
    (folder / "pictures/01-before.png").write_bytes(png())
    (folder / "pictures/01-after.png").write_bytes(png())
    change = {"kind": "events", "id": "x", "name": "Pont", "lines": ["Date: 2021 → 2022"]}
    told = {"problems": ["a.yml:1:1: [x] y"], "changes": {"fr": [change], "en": [change]}}
    (folder / "review.json").write_text(json.dumps(told))
    page = {
        "path": "events/x/",
        "turn": "changed",
        "title": "Pont",
        "before": "pictures/01-before.png",
        "after": "pictures/01-after.png",
    }
    (folder / "pages.json").write_text(json.dumps([page]))
    return folder


def shown(folder, **more):
    told = {"repository": "town/timeline", "commit": "c" * 40, "run": "https://run.example/1"}
    return preview.comment(folder, **{**told, "site": "", **more})


def outside_code(text):
    """Return what of a comment a forge reads as Markdown."""
    return re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", "", text)


def test_the_comment_has_changes_problems_and_pictures(left):
    text = shown(left)
    assert text.startswith(preview.MARK)
    assert "`Date: 2021 → 2022`" in text
    assert "Problems: 1" in text
    address = "https://raw.githubusercontent.com/town/timeline/" + "c" * 40
    assert f'<img src="{address}/pictures/01-before.png"' in text


def test_nothing_of_a_stranger_is_live(left):
    change = {"kind": HOSTILE, "id": HOSTILE, "name": HOSTILE, "lines": [HOSTILE] * 3}
    told = {"problems": [HOSTILE], "changes": {"fr": [change], "en": [change]}}
    (left / "review.json").write_text(json.dumps(told))
    page = {"path": HOSTILE, "title": HOSTILE, "before": '"><script>', "after": "../../x.png"}
    other = {"path": HOSTILE, "title": HOSTILE, "before": "pictures/01-before.png"}
    (left / "pages.json").write_text(json.dumps([page, other]))
    text = outside_code(shown(left))
    for part in ("@everyone", "javascript:", "evil.example", "<script", "src=x", "\n# H"):
        assert part not in text


@pytest.mark.parametrize(
    "told",
    [[], {}, {"changes": 1, "problems": {}}, {"changes": {"fr": [1, None, {"lines": 2}]}}, 7, None],
)
def test_any_json_makes_a_comment(left, told):
    (left / "review.json").write_text(json.dumps(told))
    (left / "pages.json").write_text(json.dumps(told))
    assert shown(left).startswith(preview.MARK)


def test_a_run_without_a_site_has_its_problems_shown(left):
    (left / "pages.json").unlink()
    assert "Problems: 1" in shown(left)


def test_a_comment_fits_the_forge(left):
    change = {"kind": "events", "id": "x", "name": "y" * 999, "lines": ["z" * 999] * 30}
    told = {"problems": ["p" * 999] * 99, "changes": {"fr": [change] * 50, "en": [change] * 50}}
    (left / "review.json").write_text(json.dumps(told))
    assert len(shown(left)) < 65_536


def test_only_pictures_of_a_sensible_size_are_shown(left):
    (left / "pictures/02-after.png").write_bytes(b"<svg onload=x>")
    (left / "pictures/03-after.png").write_bytes(png(width=100_000))
    (left / "pictures/evil.png").write_bytes(png())
    assert preview.pictures(left) == ("pictures/01-after.png", "pictures/01-before.png")


# ------------------------------------------------------------------ what the forge says


def test_the_number_is_that_of_the_pull_request_with_the_commit(tmp_path, capsys):
    pulls = [
        {"number": 3, "state": "open", "head": {"sha": "a"}},
        {"number": 4, "state": "open", "head": {"sha": "b"}},
    ]
    (tmp_path / "pulls.json").write_text(json.dumps(pulls))
    assert preview.main(["pull", str(tmp_path / "pulls.json"), "--sha", "b"]) == 0
    assert capsys.readouterr().out == "4\n"
    assert preview.main(["pull", str(tmp_path / "pulls.json"), "--sha", "c"]) == 1


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ([{"name": "preview", "id": 7, "size_in_bytes": 9, "expired": False}], 7),
        ([{"name": "preview", "id": 7, "size_in_bytes": 10**9, "expired": False}], None),
        ([{"name": "preview", "id": 7, "size_in_bytes": 9, "expired": True}], None),
        ([{"name": "other", "id": 7, "size_in_bytes": 9, "expired": False}], None),
        (
            [{"name": "preview", "id": n, "size_in_bytes": 9, "expired": False} for n in (1, 2)],
            None,
        ),
    ],
)
def test_one_artifact_of_a_sensible_size_is_taken(listed, expected):
    if expected is None:
        with pytest.raises(preview.Refused):
            preview.artifact_id({"artifacts": listed})
    else:
        assert preview.artifact_id({"artifacts": listed}) == expected


def test_our_own_comment_is_written_anew_and_no_other(left, tmp_path, capsys):
    mine = {"id": 5, "user": {"login": preview.BOT}, "body": f"{preview.MARK}\nold"}
    copied = {"id": 6, "user": {"login": "stranger"}, "body": f"{preview.MARK}\nfalse"}
    comments, out = tmp_path / "comments.json", tmp_path / "comment.json"
    words = ["comment", str(left), "--number", "3", "--repository", "town/timeline"]
    words += ["--comments", str(comments), "--out", str(out)]
    for listed, call in (
        ("[]", "POST repos/town/timeline/issues/3/comments"),
        (json.dumps([copied]), "POST repos/town/timeline/issues/3/comments"),
        # The forge gives a long list as several, one after the other.
        (json.dumps([copied]) + json.dumps([mine]), "PATCH repos/town/timeline/issues/comments/5"),
    ):
        comments.write_text(listed)
        assert preview.main(words) == 0
        assert capsys.readouterr().out.strip() == call
        assert json.loads(out.read_text())["body"].startswith(preview.MARK)


# ------------------------------------------------------------------ branches


@pytest.fixture
def remote(tmp_path):
    path = tmp_path / "remote.git"
    subprocess.run(["git", "init", "--quiet", "--bare", path], check=True)
    return path


def git(folder, *words):
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def test_pictures_go_to_a_branch_of_their_own_and_the_site_only_when_asked(left, remote):
    commit = preview.push(left, 3, str(remote), with_site=False)
    assert git(remote, "rev-parse", "previews/pr-3").strip() == commit
    names = git(remote, "ls-tree", "-r", "--name-only", commit).split()
    assert names == ["README.md", "pictures/01-after.png", "pictures/01-before.png"]
    again = preview.push(left, 3, str(remote), with_site=True)
    names = git(remote, "ls-tree", "-r", "--name-only", again).split()
    assert "index.html" in names
    assert "_headers" not in names
    assert git(remote, "rev-list", "--count", again).strip() == "1"


def test_branches_of_closed_pull_requests_go_and_others_stay(left, remote, tmp_path):
    for number in (3, 4):
        preview.push(left, number, str(remote), with_site=False)
    git(remote, "branch", "precious", "previews/pr-3")
    (tmp_path / "open.json").write_text(json.dumps([{"number": 4}]))
    assert preview.sweep(preview.read_json(tmp_path / "open.json"), str(remote)) == [
        "previews/pr-3"
    ]
    left_over = git(remote, "for-each-ref", "--format=%(refname:short)", "refs/heads").split()
    assert left_over == ["precious", "previews/pr-4"]


def test_a_failure_of_git_does_not_tell_the_password(left, capsys):
    words = ["push", str(left), "--number", "3", "--remote", "/nowhere/secret-token.git"]
    assert preview.main(words) == 1
    assert "secret-token" not in "".join(capsys.readouterr())
