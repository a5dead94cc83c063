"""A forge shows ten notes; what does not fit is counted and never silently dropped."""

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.annotations import SHOWN, annotate
from generator.errors import Problem


def problem(path="content/a.yml", line=1, severity="error", message="found x", code="date-format"):
    return Problem(path=path, line=line, column=1, code=code, message=message, severity=severity)


def counted(lines):
    """Return how many problems notes speak of."""
    total = 0
    for line in lines:
        many = re.search(r"::(?:and )?(\d+) (?:problems in this file|more in)", line)
        total += int(many[1]) if many else 1
    return total


def test_few_problems_get_a_note_each():
    lines = annotate([problem(line=number) for number in range(1, 4)])
    assert [re.search(r"line=(\d+)", line)[1] for line in lines] == ["1", "2", "3"]


def test_many_problems_of_one_file_become_one_note():
    lines = annotate([problem(line=number) for number in range(1, 40)])
    assert len(lines) == 1
    assert "39 problems in this file" in lines[0]
    assert "%0Aline 2: " in lines[0]


def test_the_last_note_counts_the_rest():
    lines = annotate([problem(path=f"content/{n:03}.yml") for n in range(50)])
    assert len(lines) == SHOWN
    assert "and 41 more in 41 files" in lines[-1]


def test_files_of_the_change_come_first():
    found = [problem(path=f"content/{n:03}.yml") for n in range(50)]
    assert "file=content/049.yml" in annotate(found, {"content/049.yml"})[0]


def test_errors_and_warnings_are_counted_apart():
    found = [problem(path=f"{n:03}", severity=s) for n in range(30) for s in ("error", "warning")]
    lines = annotate(found)
    assert [sum(line.startswith(f"::{s} ") for line in lines) for s in ("error", "warning")] == [
        SHOWN,
        SHOWN,
    ]


def test_no_record_can_smuggle_in_a_command():
    lines = annotate([problem(path="a\n::error::x,y:z", message="a\r\n::add-mask::b%0A")])
    assert len(lines[0].splitlines()) == 1
    assert "::add-mask" not in lines[0].replace("::error ", "").split("::", 1)[0]
    assert "%250A" in lines[0]


@given(
    st.lists(
        st.builds(
            problem,
            path=st.sampled_from([f"content/{n}.yml" for n in range(25)]),
            line=st.integers(1, 9),
            severity=st.sampled_from(["error", "warning"]),
        ),
        max_size=80,
    )
)
def test_every_problem_is_in_a_note_or_in_a_count(found):
    found = sorted(found)
    lines = annotate(found)
    for severity in ("error", "warning"):
        notes = [line for line in lines if line.startswith(f"::{severity} ")]
        assert len(notes) <= SHOWN
        assert counted(notes) == sum(each.severity == severity for each in found)
