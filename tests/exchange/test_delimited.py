"""Delimited files: each cell with its line and column, hostile ones refused, none run."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ExchangeError
from generator.exchange.delimited import MAX_CELL, read_rows, render_rows
from generator.exchange.imported import Remarks
from generator.record.escapes import unescape_cell


def read(text):
    remarks = Remarks("a.csv")
    headings, rows = read_rows(text, remarks)
    return headings, [dict(row.cells) for row in rows], remarks.problems


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_headings(sign):
    assert read(f"a{sign}b\n1{sign}2\n")[1] == [{"a": "1", "b": "2"}]


def test_the_line_by_which_excel_names_a_delimiter_is_no_row():
    assert read("sep=;\na;b\n1;2\n")[:2] == (("a", "b"), [{"a": "1", "b": "2"}])


def test_a_row_has_the_line_that_it_begins_on():
    rows = read_rows('a,b\n1,"x\ny"\n\n2,z\n', Remarks("a.csv"))[1]
    assert [row.line for row in rows] == [2, 5]
    assert rows[0].place("b") == (2, 2)


def test_a_row_of_too_many_cells_is_left_out_with_its_place():
    _, rows, problems = read("a,b\n1,2,3\n4,5\n")
    assert rows == [{"a": "4", "b": "5"}]
    assert [(p.code, p.line, p.column) for p in problems] == [("import-row", 2, 3)]


def test_a_cell_of_ten_megabytes_is_left_out_with_its_place():
    _, rows, problems = read(f"a,b\n1,{'x' * 10_000_000}\n2,y\n")
    assert rows == [{"a": "2", "b": "y"}]
    assert [(p.code, p.line, p.column) for p in problems] == [("import-row", 2, 2)]
    assert str(MAX_CELL) in problems[0].hint


@pytest.mark.parametrize("text", ['a,b\n1,"x\n', 'a,b\n"1"2,3\n'])
def test_a_quote_that_does_not_end_is_refused_with_its_line(text):
    with pytest.raises(ExchangeError, match=r"a\.csv:2: found a row that is no CSV"):
        read(text)


def test_a_heading_twice_is_refused():
    with pytest.raises(ExchangeError, match=r'a\.csv:1:3: found the heading "a" twice'):
        read("a,b,a\n1,2,3\n")


def test_a_formula_is_text_and_said_to_be():
    _, rows, problems = read('a,b\n1,"=HYPERLINK(""x"")"\n')
    assert rows == [{"a": "1", "b": '=HYPERLINK("x")'}]
    assert [p.code for p in problems] == ["import-guess"]


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20).map(str.strip)


@settings(deadline=None)
@given(st.lists(st.fixed_dictionaries({"a": CELL, "b": CELL}), max_size=5))
def test_rows_are_read_back_as_they_were_and_none_begins_a_formula(rows):
    text = render_rows(["a", "b"], rows)
    kept = [row for row in rows if any(row.values())]
    assert read(text)[1] == [
        {name: unescape_cell(cell) for name, cell in row.items()} for row in kept
    ]
