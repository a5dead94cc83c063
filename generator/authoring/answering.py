"""What is said about an issue that was read: a pull request's text, or an answer in the issue.

Everything that strangers wrote is shown as code, where a forge takes no link, mention or picture
from it. Titles and names of branches are made of numbers and ids alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.authoring.wording import LANGUAGES, say, say_like
from generator.record.messages import line_of, sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.authoring.reported import Remark, Report
    from generator.errors import Problem

LONGEST = 400  # characters of one thing that is shown
MOST = 30  # problems that are listed


def branch_of(number: int) -> str:
    """Return the name of the branch for an issue."""
    return f"form/issue-{number}"


def as_code(text: str) -> str:
    """Return a text as a span of code: a forge reads nothing in it.

    Source: CommonMark 0.31, section 6.1: a span ends at as many backticks as it began with.
    """
    line = " ".join(text.split())
    line = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
    marks = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    return f"{marks} {line} {marks}" if "`" in line else f"{marks}{line}{marks}" if line else "–"


def pull_request(
    number: int, report: Report, paths: Sequence[str], problems: Sequence[Problem], base: str
) -> dict[str, str]:
    """Return what a forge is to be sent to open the pull request.

    Args:
        number: of the issue.
        report: what was written.
        paths: the files, relative to the root.
        problems: what `timeline check` says of them.
        base: the branch that it is for.
    """
    name = paths[-1].rpartition("/")[2].removesuffix(".yml")
    body = ["\n".join(_lines(number, report, paths, problems, language)) for language in LANGUAGES]
    return {
        "title": say("pull.title", LANGUAGES[0], number=number, name=name),
        "body": "\n\n---\n\n".join(body) + f"\n\nCloses #{number}\n",
        "head": branch_of(number),
        "base": base,
    }


def _lines(
    number: int,
    report: Report,
    paths: Iterable[str],
    problems: Sequence[Problem],
    language: str,
) -> Iterator[str]:
    yield say("pull.lead", language, number=number)
    yield ""
    yield from (f"- `{path}`" for path in paths)
    if report.remarks:
        yield f"\n{say('pull.todo', language)}\n"
        yield from (f"- [ ] {_remark(each, language)}" for each in report.remarks)
    if problems:
        yield f"\n{say('pull.check', language)}\n"
        yield from (f"- {as_code(line_of(each, language))}" for each in problems[:MOST])
    else:
        yield f"\n{say('pull.clean', language)}"


def reply(report: Report, paths: dict[tuple[str, str], str]) -> str:
    """Return the answer to an issue that came to nothing, in both languages.

    Args:
        report: why.
        paths: folder and id of a record → its file.
    """
    parts = []
    for language in LANGUAGES:
        lines = [_remark(each, language) for each in report.remarks]
        lines += [as_code(sentence_of(each, language)) for each in report.problems[:MOST]]
        lines += [
            as_code(say_like(each, paths.get((each.folder, each.id), each.id), language))
            for each in report.like
        ]
        listed = "\n".join(f"- {line}" for line in lines)
        lead, after = (say(f"reply.{key}", language) for key in ("lead", "next"))
        parts.append(f"{lead}\n\n{listed}\n\n{after}")
    return "\n\n---\n\n".join(parts) + "\n"


def _remark(remark: Remark, language: str) -> str:
    return say(remark.key, language, value=as_code(remark.value))
