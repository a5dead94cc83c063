"""Unpack what an untrusted run has left, as data: names, sizes and kinds are held to a list.

    python scripts/artifact.py ARCHIVE.zip OUT

Used by the workflow that may write, so it needs nothing but Python's own library. Nothing of the
archive is run, and a name that could leave OUT, a link, a file of an unknown kind or too much of
anything refuses the whole of it.
"""

from __future__ import annotations

import re
import stat
import sys
import zipfile
from pathlib import Path

MAX_FILES = 50_000
MAX_FILE = 5_000_000  # bytes of one file, unpacked
MAX_TOTAL = 300_000_000  # bytes of all of them
MAX_NAME = 240  # characters of a path
# Everything that a built site and its report have; a part never begins with a dot or a hyphen.
NAME = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_.@-]*/)*[A-Za-z0-9_][A-Za-z0-9_.@-]*", re.ASCII)
KINDS = frozenset(
    {"atom", "css", "csv", "geojson", "gif", "gz", "html", "ico", "ics", "jpeg", "jpg", "js"}
    | {"json", "jsonl", "jsonld", "md", "mjs", "png", "ris", "bib", "svg", "txt", "webmanifest"}
    | {"webp", "woff", "woff2", "xml", "yaml", "yml"}
)
BARE = frozenset({"_headers", "CNAME"})  # files of a site that have no kind
CHUNK = 1 << 16


class Refused(Exception):  # noqa: N818 -- it is the answer, not a fault of ours
    """The archive is not what our own run would have left."""


def unpack(archive: Path, out: Path) -> int:
    """Unpack an archive into a new folder; return how many files it had.

    Raises:
        Refused: of the first thing that is not as it should be; ``out`` may then be half full.
    """
    try:
        with zipfile.ZipFile(archive) as packed:
            entries = [entry for entry in packed.infolist() if not entry.is_dir()]
            check_entries(entries)
            out.mkdir(parents=True)
            left = MAX_TOTAL
            for entry in entries:
                left -= _write(packed, entry, out, left)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise Refused(f"cannot be unpacked: {error}") from error
    return len(entries)


def check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse names, kinds, links and sizes before a byte is unpacked."""
    if len(entries) > MAX_FILES:
        raise Refused(f"{len(entries)} files, at most {MAX_FILES} are taken")
    if sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise Refused(f"more than {MAX_TOTAL} bytes")
    seen = set()
    for entry in entries:
        name = entry.filename
        if len(name) > MAX_NAME or not NAME.fullmatch(name) or ".." in name.split("/"):
            raise Refused(f"the name {name[:MAX_NAME]!a}")
        base = name.rpartition("/")[2]
        if base not in BARE and base.rpartition(".")[2].lower() not in KINDS:
            raise Refused(f"a file of no known kind: {name}")
        if stat.S_IFMT(entry.external_attr >> 16) not in {0, stat.S_IFREG}:
            raise Refused(f"no plain file: {name}")
        if entry.flag_bits & 1:
            raise Refused(f"an encrypted file: {name}")
        if entry.file_size > MAX_FILE:
            raise Refused(f"more than {MAX_FILE} bytes: {name}")
        if name.casefold() in seen:
            raise Refused(f"twice the name {name}")
        seen.add(name.casefold())


def _write(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, out: Path, left: int) -> int:
    """Write one file; what it really unpacks to counts, not what the archive says."""
    target = out / entry.filename
    target.parent.mkdir(parents=True, exist_ok=True)
    size = 0
    with packed.open(entry) as source, target.open("xb") as file:
        while piece := source.read(CHUNK):
            size += len(piece)
            if size > min(MAX_FILE, left):
                raise Refused(f"more than it says: {entry.filename}")
            file.write(piece)
    return size


def main(arguments: list[str]) -> int:
    """Unpack the archive that the command line names; exit 1 when it is refused."""
    archive, out = map(Path, arguments)
    try:
        print(f"{unpack(archive, out)} files unpacked")
    except Refused as reason:
        print(f"refused: {reason}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
