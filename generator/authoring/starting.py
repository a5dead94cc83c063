"""A new site on another subject: the files that it begins with; none is ever overwritten."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from generator.errors import UsageError
from generator.record.disk import write_text
from generator.record.render import quote
from generator.record.schema import KINDS, json_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

PROJECT = "timeline-publisher"
STARTER = Path(__file__).parent / "starter"
_NAMES = {"gitignore": ".gitignore"}  # under its own name it would work here too
MAX_SHOWN = 5  # files that a refusal names
MAX_TITLE = 100  # code points


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a new site is told."""

    title: str
    language: str
    """A folder of `STARTER`: ``fr`` or ``en``."""
    package: str
    """What pip installs the program from, as a line of a requirements file."""


def languages() -> tuple[str, ...]:
    """Return the languages that a site can begin in."""
    return tuple(sorted(path.name for path in STARTER.iterdir() if path.name != "common"))


def starting_files(start: Start) -> Mapping[str, str]:
    """Return path relative to the new folder → text, for every file of a new site.

    Raises:
        UsageError: the title or the package cannot stand in a line of a file.
    """
    for name, text in (("title", start.title), ("package", start.package)):
        if not text.strip() or not text.isprintable() or len(text) > MAX_TITLE * 20:
            raise UsageError(f"the {name} must be one line of text")
    if len(start.title) > MAX_TITLE:
        raise UsageError(f"the title has {len(start.title)} characters, at most {MAX_TITLE}")
    holes = {
        "@TITLE@": quote(start.title),
        "@NAME@": start.title.replace("<", "&lt;"),
        "@PACKAGE@": start.package,
    }
    files = {
        f"schemas/{kind.name}.schema.json": (
            f"{json.dumps(json_schema(kind), ensure_ascii=False, indent=2)}\n"
        )
        for kind in KINDS.values()
    }
    for folder in (STARTER / "common", STARTER / start.language):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            relative = path.relative_to(folder)
            name = relative.with_name(_NAMES.get(relative.name, relative.name)).as_posix()
            text = path.read_text(encoding="utf-8")
            for hole, value in holes.items():
                text = text.replace(hole, value)
            files[name] = text
    return dict(sorted(files.items()))


def start_site(folder: Path, start: Start) -> tuple[str, ...]:
    """Write a new site; return the paths of its files, relative to the folder.

    Raises:
        UsageError: one of the files is there already: then nothing is written.
        StoreError: a file cannot be written.
    """
    files = starting_files(start)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: is a file, expected a folder")
    there = [name for name in files if (folder / name).exists()]
    if there:
        shown = ", ".join(there[:MAX_SHOWN]) + (" …" if len(there) > MAX_SHOWN else "")
        raise UsageError(f"{folder}: has {shown} already, and nothing is ever overwritten")
    for name, text in files.items():
        write_text(folder / name, text, expected="")
    return tuple(files)


def own_package() -> tuple[str, bool]:
    """Return what this program was installed from, and whether others can install it from there.

    Source: PEP 610, direct_url.json: what pip keeps of an installation from an address or a path.
    """
    from importlib.metadata import PackageNotFoundError, distribution  # noqa: PLC0415

    try:
        found = distribution(PROJECT)
    except PackageNotFoundError:  # run from its folder, not installed
        return f"{PROJECT} @ {Path(__file__).resolve().parents[2].as_uri()}", False
    told = json.loads(found.read_text("direct_url.json") or "{}")
    url, version = told.get("url", ""), told.get("vcs_info", {})
    if version:
        return f"{PROJECT} @ {version['vcs']}+{url}@{version['commit_id']}", True
    if url.startswith("file:") and told.get("dir_info", {}).get("editable"):
        return f"-e {url2pathname(urlsplit(url).path)}", False
    return (f"{PROJECT} @ {url}", False) if url else (f"{PROJECT}=={found.version}", True)
