"""Write what `timeline check` says of each broken record of tests/broken into expected.toml.

python scripts/broken.py   then review the difference like code: a test holds `check` to the file

A record is named by its folder and by what is wrong with it. It stands in a small site without
problems (tests/broken/base): `events-` beside its event, `people-`, `sources-` … in the place of
its only person or source, `new-` beside them under the name that it has.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.record.checking import check_records
from generator.record.messages import LANGUAGES, sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.errors import Problem

BROKEN = Path(__file__).resolve().parent.parent / "tests/broken"
EXPECTED = BROKEN / "expected.toml"
HEAD = "# Written by `python scripts/broken.py`; review it like code.\n"


def cases() -> tuple[str, ...]:
    """Return the names of the broken records."""
    return tuple(sorted(path.stem for path in BROKEN.glob("*.yml")))


def write_case(name: str, root: Path) -> str:
    """Write the base site with one broken record into a folder; return the record's path."""
    shutil.copytree(BROKEN / "base", root, dirs_exist_ok=True)
    path = _path(name)
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(BROKEN / f"{name}.yml", target)
    return path


def _path(name: str) -> str:
    folder, _, rest = name.partition("-")
    if folder == "new":
        folder, _, record = rest.partition("-")
        return f"content/{folder}/{'2022/' if folder == 'events' else ''}{record}.yml"
    if folder == "events":
        return f"content/events/2021/{rest}.yml"
    (only,) = (BROKEN / "base/content" / folder).glob("*.yml")
    return f"content/{folder}/{only.name}"


def describe(problem: Problem) -> dict[str, Any]:
    """Return what is expected of a problem, in every language."""
    told = {language: sentence_of(problem, language) for language in LANGUAGES}
    place = f"{problem.path}:{problem.line}:{problem.column}"
    marks = {"code": problem.code, "length": problem.length, "severity": problem.severity}
    key = problem.said.key if problem.said else ""
    return {"at": place, "key": key, **marks, "fixable": problem.mend is not None, **told}


def _lines() -> Iterator[str]:
    yield HEAD
    for name in cases():
        with tempfile.TemporaryDirectory() as folder:
            write_case(name, Path(folder))
            problems, _ = check_records(Path(folder))
        for problem in problems:
            yield f"[[{json.dumps(name)}]]\n"
            for key, value in describe(problem).items():
                yield f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
            yield "\n"


if __name__ == "__main__":
    EXPECTED.write_text("".join(_lines()), encoding="utf-8")
