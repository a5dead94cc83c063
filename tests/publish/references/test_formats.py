"""References as other people's programs read them: nothing lost, made up or broken."""

import json
import re

import bibtexparser
import pytest
import rispy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from generator.publish.references.bibtex import bibtex
from generator.publish.references.csl import csl_json
from generator.publish.references.ris import ris
from generator.publish.references.works import ARTICLE, WEB_PAGE, Work, one_line
from generator.record.edtf import parse_edtf

HOSTILE = (
    "{", "}", "}}}", "\\", "\\end{document}", "%", "a % b", "$x$ & #1_^~", '"quoted"', "@misc{x,",
    "ER  - ", "a\nER  - \nTY  - JOUR", "a\r\nTI  - b", "é–’« ç »", "שלום", "中文", "\x00\x1b", "`'",
    "x, y and z", "= {", "<b>&amp;</b>", "--", "\\'e",
)  # fmt: skip
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))


def work(**fields):
    return Work(**{"key": "event-x", "type": WEB_PAGE, "title": "T", "language": "fr", **fields})


def read_bibtex(text):
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    return [
        {
            "key": each.key,
            "type": each.entry_type,
            **{field.key: typeset(field.key, field.value) for field in each.fields},
        }
        for each in library.entries
    ]


def typeset(name, value):
    """Return what TeX prints; the reader at hand does not know all of LaTeX's own names."""
    if name in {"date", "url", "urldate"}:  # verbatim
        return value
    known = value.replace(r"\textbraceleft{}", r"\{").replace(r"\textbraceright{}", r"\}")
    return LatexNodes2Text(keep_braced_groups=True).latex_to_text(known).replace("ˆ", "^")


@settings(deadline=None)
@given(TEXTS, TEXTS, TEXTS)
@example("}", "{", "\\")
def test_bibtex_keeps_braces_in_balance_whatever_a_text_says(title, author, paper):
    text = bibtex([work(title=title, author=author, container_title=paper), work(key="source-y")])
    depth = 0
    for sign in text:  # BibTeX counts every brace, escaped or not
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    assert [line for line in text.split("\n") if line.startswith("@")] == [
        "@misc{event-x,",
        "@misc{source-y,",
    ]


@pytest.mark.parametrize("title", [text for text in HOSTILE if one_line(text)])
def test_bibtex_says_the_same_when_it_is_read_back(title):
    (entry,) = read_bibtex(bibtex([work(title=f"a {title} b")]))
    # What TeX itself takes for a dash is not escaped: it is meant so.
    expected = one_line(f"a {title} b").replace("--", "–")
    assert entry["title"] == f"{{{expected}}}"


def test_bibtex_has_what_bibtex_and_biblatex_ask_for():
    (entry,) = read_bibtex(bibtex([work(
        key="source-gazette", type=ARTICLE, title="La séance", author="Anne Roy et Li Wei",
        container_title="La Gazette", publisher="Presse & Fils", issued=parse_edtf("2024-03-05"),
        accessed=parse_edtf("2025-01-02"), url="https://gazette.example/a?b=1&c=%20{d}",
    )]))  # fmt: skip
    assert entry == {
        "key": "source-gazette",
        "type": "article",
        "title": "{La séance}",
        "author": "{Anne Roy et Li Wei}",
        "journal": "{La Gazette}",
        "publisher": "{Presse & Fils}",
        "date": "2024-03-05",
        "year": "2024",
        "month": "3",
        "url": "https://gazette.example/a?b=1&c=%20%7Bd%7D",
        "urldate": "2025-01-02",
        "langid": "fr",
    }


@settings(deadline=None)
@given(TEXTS, TEXTS, TEXTS)
@example("a\nER  - \nTY  - JOUR", "b\r\nAU  - c", "ER  - ")
def test_ris_is_one_record_with_one_line_for_each_statement(title, author, note):
    text = ris([work(title=title, author=author, note=note)])
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert lines[0] == "TY  - ELEC"
    assert lines[-1] == "ER  - "
    assert [line[:2] for line in lines].count("ER") == 1
    assert not any(sign in line for line in lines for sign in "\r\n\x0b\x0c\x1c\x85\u2028\u2029")


def test_ris_says_the_same_when_it_is_read_back():
    (entry,) = rispy.loads(ris([work(
        key="source-gazette", type=ARTICLE, title="La séance : « suite »", author="Anne * Roy",
        container_title="La Gazette", issued=parse_edtf("2024-03"), url="https://gazette.example/a",
    )]))  # fmt: skip
    assert entry["type_of_reference"] == "NEWS"
    assert entry["title"] == "La séance : « suite »"
    assert entry["authors"] == ["Anne  Roy"]
    assert entry["year"] == "2024"
    assert entry["date"] == "2024/03//"
    assert entry["urls"] == ["https://gazette.example/a"]


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_csl_json_is_json_that_says_the_same(title, author):
    (item,) = json.loads(csl_json([work(title=title, author=author)]))
    assert item.get("title", "") == title
    assert item.get("author") == ([{"literal": author}] if author else None)


@pytest.mark.parametrize(
    ("written", "csl", "bib_year", "ris_date"),
    [
        ("2024-03-05", {"date-parts": [[2024, 3, 5]]}, "2024", "2024/03/05/"),
        ("2024-03", {"date-parts": [[2024, 3]]}, "2024", "2024/03//"),
        ("2024", {"date-parts": [[2024]]}, "2024", "2024///"),
        ("2024~", {"date-parts": [[2024]], "circa": True}, None, None),
        ("2024-03-01/2024-03-05", {"date-parts": [[2024, 3, 1], [2024, 3, 5]]}, None, None),
        ("-0044-03-15", {"date-parts": [[-44, 3, 15]]}, "-44", None),
        ("2024-21", None, None, None),
        ("202X", None, None, None),
        ("../2024", None, None, None),
        ("[2023..2024]", None, None, None),
    ],
)
def test_a_date_is_as_fine_as_it_is_known_in_every_format(written, csl, bib_year, ris_date):
    dated = work(issued=parse_edtf(written))
    (item,) = json.loads(csl_json([dated]))
    (entry,) = read_bibtex(bibtex([dated]))
    (record,) = rispy.loads(ris([dated]))
    assert item.get("issued") == csl
    assert entry.get("year") == bib_year
    assert entry.get("date") == (written if csl else None)
    assert record.get("date") == ris_date
