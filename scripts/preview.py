"""Show on a pull request what its own run has left: a comment, pictures, the built site.

    python scripts/preview.py artifact ARTIFACTS.json            the id of what to download
    python scripts/preview.py pull PULLS.json --sha SHA          the number of the pull request
    python scripts/preview.py push FOLDER --number N --remote R  pictures and site to a branch
    python scripts/preview.py comment FOLDER --number N ...      what to tell the forge
    python scripts/preview.py sweep PULLS.json --remote R        branches that nobody needs

Used by the workflow that may write, so it needs nothing but Python's own library and git, and
takes everything in FOLDER (unpacked by `artifact.py`) for text that a stranger wrote: it is shown
as code, cut to a length, and never run.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTIFACT = "preview"
MARK = "<!-- timeline preview -->"  # by which our comment is found again
BOT = "github-actions[bot]"
BRANCH = "previews/pr-"
MAX_ARCHIVE = 100_000_000  # bytes to download
MAX_RECORDS, MAX_LINES, MAX_PAGES, MAX_PROBLEMS = 40, 20, 40, 40  # that the comment has
MAX_COMMENT = 60_000  # characters; the forge takes 65,536
LONGEST = 300  # characters of one thing
PICTURE = re.compile(r"pictures/[0-9]{2}-(before|after)\.png", re.ASCII)
PNG = b"\x89PNG\r\n\x1a\n"
MAX_SIDE = 4_000  # pixels of a picture


class Refused(Exception):  # noqa: N818 -- it is the answer, not a fault of ours
    """What there is cannot be shown."""


def read_json(path: Path) -> Any:  # noqa: ANN401 -- strangers' JSON
    """Return what a file says.

    Raises:
        Refused: it says nothing that can be read.
    """
    try:
        text = path.read_text(encoding="utf-8").strip()
        found, end = json.JSONDecoder().raw_decode(text)
        while end < len(text):  # the forge's pages, one list after the other
            more, end = json.JSONDecoder().raw_decode(text, end)
            found += more
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise Refused(f"{path.name} cannot be read") from error
    return found


def artifact_id(listed: Any) -> int:  # noqa: ANN401
    """Return the id of the artifact that a run has left for us, from the forge's list."""
    found = [
        each
        for each in listed.get("artifacts", ())
        if each.get("name") == ARTIFACT and not each.get("expired")
    ]
    if len(found) != 1:
        raise Refused(f"the run has left {len(found)} artifacts of the name {ARTIFACT}")
    if found[0]["size_in_bytes"] > MAX_ARCHIVE:
        raise Refused(f"the artifact has more than {MAX_ARCHIVE} bytes")
    return int(found[0]["id"])


def pull_number(pulls: Any, sha: str) -> int:  # noqa: ANN401
    """Return the open pull request whose head is the commit that the run was of.

    The number does not come from the artifact: a stranger could name another pull request there.
    """
    found = [each for each in pulls if each["head"]["sha"] == sha and each["state"] == "open"]
    if len(found) != 1:
        raise Refused(f"{len(found)} open pull requests have this commit as their head")
    return int(found[0]["number"])


# ------------------------------------------------------------------ pictures and site


def push(folder: Path, number: int, remote: str, *, with_site: bool) -> str:
    """Put what is to be looked at on a branch of its own, without a past; return its commit."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for picture in pictures(folder):
            (work / "pictures").mkdir(exist_ok=True)
            shutil.copyfile(folder / picture, work / picture)
        if with_site and (folder / "site" / "index.html").is_file():
            # What steers a host is not a stranger's to say.
            steering = shutil.ignore_patterns("_headers", "_redirects", "CNAME")
            shutil.copytree(folder / "site", work, dirs_exist_ok=True, ignore=steering)
            (work / ".nojekyll").touch()
        (work / "README.md").write_text(f"Preview of pull request {number}; not reviewed.\n")
        git(work, "init", "--quiet")
        git(work, "add", "--all", "--force")
        git(work, "commit", "--quiet", "--message", f"Preview of pull request {number}")
        git(work, "push", "--quiet", "--force", remote, f"HEAD:refs/heads/{BRANCH}{number}")
        return git(work, "rev-parse", "HEAD").strip()


def pictures(folder: Path) -> tuple[str, ...]:
    """Return the files that are pictures of a sensible size, by their first bytes."""
    found = (f"pictures/{path.name}" for path in sorted((folder / "pictures").glob("*")))
    return tuple(name for name in found if PICTURE.fullmatch(name) and _is_png(folder / name))


def _is_png(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(24)
    if len(head) < 24 or head[:8] != PNG or head[12:16] != b"IHDR":  # noqa: PLR2004
        return False
    return all(0 < side <= MAX_SIDE for side in struct.unpack(">II", head[16:24]))


def sweep(pulls: Any, remote: str) -> list[str]:  # noqa: ANN401
    """Remove the branches of pull requests that are no longer open; return their names."""
    wanted = {f"{BRANCH}{int(each['number'])}" for each in pulls}
    listed = git(Path.cwd(), "ls-remote", "--heads", remote, f"{BRANCH}*").splitlines()
    there = [line.partition("refs/heads/")[2] for line in listed]
    gone = sorted(name for name in there if name.startswith(BRANCH) and name not in wanted)
    if gone:
        git(Path.cwd(), "push", "--quiet", remote, *(f":refs/heads/{name}" for name in gone))
    return gone


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, without hooks and as nobody in particular; return what it says.

    Raises:
        Refused: it failed; its own words may have the remote's password in them and stay here.
    """
    settings = {
        "core.hooksPath": "/dev/null",
        "user.name": BOT,
        "user.email": "41898282+github-actions[bot]@users.noreply.github.com",
        "commit.gpgSign": "false",
    }
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    done = subprocess.run(  # noqa: S603 -- no shell
        ["git", *options, *words],  # noqa: S607
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refused(f"git {words[0]} failed with {done.returncode}")
    return done.stdout


# ------------------------------------------------------------------ the comment


def code(text: object) -> str:
    """Return a text as a span of code, in which a forge reads no link, mention or picture.

    Source: CommonMark 0.31, section 6.1.
    """
    line = " ".join(str(text).split())
    line = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
    marks = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    return f"{marks} {line} {marks}" if "`" in line else f"{marks}{line}{marks}" if line else "–"


def comment(folder: Path, *, repository: str, commit: str, run: str, site: str) -> str:
    """Return the comment: what changed in words, the problems, pages before and after.

    Args:
        folder: what the run has left.
        repository: owner and name.
        commit: of the branch with the pictures.
        run: address of the run.
        site: address of the built site; empty where none is published.
    """
    told = read_json(folder / "review.json")
    # Records with errors build no site: then there are no pages to compare.
    pages = read_json(folder / "pages.json") if (folder / "pages.json").is_file() else []
    lines = [MARK, *_changes(told), *_problems(told), *_pages(pages, folder, repository, commit)]
    links = [f"[Le site tel qu'il serait · The site as it would be]({site})"] if site else []
    links.append(f"[Tout voir · All of it]({run})")
    text = "\n".join((*lines, "", " · ".join(links), ""))
    if len(text) > MAX_COMMENT:
        text = "\n".join((MARK, *_problems(told), "", " · ".join(links), ""))
    return text


def _items(told: Any, *names: str) -> list[Any]:  # noqa: ANN401
    for name in names:
        told = told.get(name) if isinstance(told, dict) else None
    return told if isinstance(told, list) else []


def _changes(told: Any) -> Iterator[str]:  # noqa: ANN401
    for language, title in (("fr", "Ce qui change"), ("en", "What changes")):
        found = [each for each in _items(told, "changes", language) if isinstance(each, dict)]
        yield f"\n<details{' open' if language == 'fr' else ''}><summary>{title}</summary>\n"
        for each in found[:MAX_RECORDS]:
            yield f"- {code(each.get('name', ''))} {code(each.get('id', ''))}"
            yield from (f"  - {code(line)}" for line in _items(each, "lines")[:MAX_LINES])
        if len(found) > MAX_RECORDS:
            yield f"- … {len(found) - MAX_RECORDS}"
        if not found:
            yield "–"
        yield "\n</details>"


def _problems(told: Any) -> Iterator[str]:  # noqa: ANN401
    found = _items(told, "problems")
    errors = [each for each in found if "] warning: " not in str(each)]
    yield f"\n**Problèmes · Problems: {len(errors)}**, avertissements · warnings: "
    yield f"{len(found) - len(errors)}\n"
    yield from (f"- {code(each)}" for each in errors[:MAX_PROBLEMS])
    if len(errors) > MAX_PROBLEMS:
        yield f"- … {len(errors) - MAX_PROBLEMS}"


def _pages(pages: Any, folder: Path, repository: str, commit: str) -> Iterator[str]:  # noqa: ANN401
    there = set(pictures(folder))
    found = [each for each in pages if isinstance(each, dict)] if isinstance(pages, list) else []
    yield f"\n**Pages : {len(found)}**\n"
    for each in found[:MAX_PAGES]:
        yield f"- {code(each.get('path') or '/')} {code(each.get('title', ''))}"
    if len(found) > MAX_PAGES:
        yield f"- … {len(found) - MAX_PAGES}"
    base = f"https://raw.githubusercontent.com/{quote(repository)}/{quote(commit)}"
    for each in found:
        shown = {when: each.get(when) for when in ("before", "after")}
        names = [name for name in shown.values() if name in there]
        cells = [f'<img src="{base}/{name}" width="49%">' for name in names]
        if cells:
            yield f"\n<details><summary><code>{_plain(each.get('path'))}</code></summary>\n"
            yield f"{''.join(cells)}\n\n</details>"


def _plain(path: object) -> str:
    """Return an address that has nothing but what addresses of our pages have."""
    return re.sub(r"[^a-z0-9/-]", "?", str(path or "/"))[:LONGEST]


def known_comment(comments: Any) -> int:  # noqa: ANN401
    """Return the id of the comment that we have left before; 0 for none."""
    ours = (
        each["id"]
        for each in comments
        if each["user"]["login"] == BOT and str(each["body"]).startswith(MARK)
    )
    return int(next(ours, 0))


# ------------------------------------------------------------------ the command


def main(arguments: list[str]) -> int:
    """Do one of the steps; exit 1 when there is nothing to show."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=("artifact", "pull", "push", "comment", "sweep"))
    parser.add_argument("what", type=Path)
    for name in ("sha", "remote", "repository", "commit", "run"):
        parser.add_argument(f"--{name}", default="")
    parser.add_argument("--site", default="", help="address of the published previews")
    parser.add_argument("--number", type=int, default=0)
    parser.add_argument("--comments", type=Path, help="the forge's list, to find our own")
    parser.add_argument("--out", type=Path, help="where the comment goes")
    told = parser.parse_args(arguments)
    try:
        print(_step(told))
    except (Refused, KeyError, TypeError, AttributeError) as reason:
        print(f"nothing shown: {reason}", file=sys.stderr)
        return 1
    return 0


def _step(told: argparse.Namespace) -> str:
    if told.step == "artifact":
        return str(artifact_id(read_json(told.what)))
    if told.step == "pull":
        return str(pull_number(read_json(told.what), told.sha))
    if told.step == "push":
        return push(told.what, told.number, told.remote, with_site=bool(told.site))
    if told.step == "sweep":
        return "\n".join(sweep(read_json(told.what), told.remote))
    site = f"{told.site.rstrip('/')}/pr-{told.number}/" if told.site else ""
    body = comment(
        told.what, repository=told.repository, commit=told.commit, run=told.run, site=site
    )
    told.out.write_text(json.dumps({"body": body}, ensure_ascii=False), encoding="utf-8")
    before = known_comment(read_json(told.comments))
    place = f"comments/{before}" if before else f"{told.number}/comments"
    return f"{'PATCH' if before else 'POST'} repos/{told.repository}/issues/{place}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
