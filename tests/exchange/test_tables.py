"""Tables of any headings: what is guessed is said, what is told counts, what is wrong is placed."""

import pytest

from generator.errors import ExchangeError, UsageError
from generator.exchange.headings import map_columns
from generator.exchange.imported import Remarks
from generator.exchange.tables import read_table, render_table


def read(text, order="", **told):
    return read_table(text, "t.csv", Remarks("t.csv"), told, order)


def test_common_headings_are_recognised_in_several_languages():
    assert map_columns(["Quand", "Titre", "Lieu", "Qui", "Lien"], {}) == {
        "date": "Quand",
        "title": "Titre",
        "place": "Lieu",
        "participants": "Qui",
        "source_urls": "Lien",
    }


def test_what_is_told_counts_before_what_is_guessed():
    columns = map_columns(["Title", "What", "Date"], {"title": "What"})
    assert columns == {"title": "What", "date": "Date"}


@pytest.mark.parametrize(
    ("told", "said"),
    [({"titel": "A"}, 'Did you mean "title"'), ({"title": "Titl"}, 'Did you mean "Title"')],
)
def test_a_column_that_is_not_there_is_wrong_usage_with_a_suggestion(told, said):
    with pytest.raises(UsageError, match=said):
        map_columns(["Title", "Date"], told)


def test_what_was_guessed_and_what_has_no_column_is_said():
    found = read("When,What,Colour\n1911,A,red\n")
    assert [p.code for p in found.problems] == ["import-guess", "import-lost"]
    assert 'date="When", title="What"' in found.problems[0].message
    assert found.entries[0].original == {"date": "1911", "title": "A", "Colour": "red"}


def test_our_own_headings_need_no_word():
    assert read("date,title\n1911,A\n").problems == ()


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "title,b\n1,2\n", "date;b\n1;2\n", "x\n1911\n"])
def test_a_table_without_titles_or_dates_is_refused_with_what_to_say(text):
    with pytest.raises(ExchangeError, match=r"t\.csv:1: found the headings .* --map"):
        read(text)


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("1911-13-01,A,", "import-date", 1),
        ("1911-00-01,A,", "import-date", 1),
        ("1911,A,1910", "import-date", 1),
        ("soon,A,", "import-date", 1),
        ("1911,,", "import-row", 2),
        ("1911,<script>x</script>,", "import-row", 2),
    ],
)
def test_a_row_that_is_no_event_is_left_out_with_its_cell(row, code, column):
    found = read(f"date,title,end\n{row}\n1912,B,\n")
    assert [entry.title for entry in found.entries] == ["B"]
    assert [(p.code, p.line, p.column) for p in found.problems] == [(code, 2, column)]


def test_the_order_of_day_and_month_follows_from_the_column_or_is_asked_for():
    assert read("date,title\n03/04/1911,A\n25/04/1911,B\n").entries[0].date.text == "1911-04-03"
    assert read("date,title\n03/04/1911,A\n", "mdy").entries[0].date.text == "1911-03-04"
    assert "--dates dmy" in read("date,title\n03/04/1911,A\n").problems[0].hint


@pytest.mark.parametrize(
    ("cells", "date"),
    [
        ("1911,12,14", "1911-12-14"),
        ("1911,12,", "1911-12"),
        ("1911,,", "1911"),
        ("1911,décembre,14", "1911-12-14"),
        ("986,5,", "0986-05"),
    ],
)
def test_year_month_and_day_may_have_columns_of_their_own(cells, date):
    assert read(f"year,month,day,title\n{cells},A\n").entries[0].date.text == date


def test_a_day_without_a_month_is_no_date():
    assert read("year,month,day,title\n1911,,14,A\n").problems[-1].code == "import-date"


def test_sources_stand_side_by_side_and_hostile_addresses_are_left():
    text = (
        "date,title,source_urls,source_titles,source_publishers\n"
        '1911,A,"https://x.org/1 javascript:alert(1)",One; Two,P\n'
    )
    found = read(text)
    assert [(r.title, r.url, r.publisher) for r in found.entries[0].references] == [
        ("One", "https://x.org/1", "P"),
        ("Two", None, None),
    ]
    assert [(p.code, p.column) for p in found.problems] == [("import-lost", 3)]


def test_sources_have_each_their_publisher_and_date():
    found = read(
        "date,title,source_titles,publisher,published\n"
        "1911,A,One; Two,P; P,1912; soon\n1912,B,,P,\n"
    )
    first, second = found.entries[0].references
    assert (first.publisher, first.issued.text) == ("P", "1912")
    assert (second.publisher, second.issued) == ("P", None)
    lost = [(p.line, p.column) for p in found.problems if p.code == "import-lost"]
    assert lost == [(2, 5), (3, 4)]


def test_places_have_a_country_and_a_position_or_none():
    row = read("date,title,place,country,lat,lon\n1911,A,Nome,US,64.5,-165.4\n").entries[0].place
    assert (row.name, row.country, row.latitude, row.longitude) == ("Nome", "US", 64.5, -165.4)
    row = read("date,title,place,lat,lon\n1911,A,Nome,95,1\n").entries[0].place
    assert (row.latitude, row.longitude) == (None, None)


def test_types_states_and_tags_are_told_apart():
    entry = read("date,title,tags,state\n1911,A,battle; polar,cancelled\n").entries[0]
    assert (entry.type, entry.tags, entry.event_status) == ("conflict", ("polar",), "cancelled")


def test_a_table_goes_out_under_the_headings_it_came_with():
    head = read("Quand;Titre;Cote\n1911;A;7\n").head
    made = render_table([head], [{"date": "1911", "title": "=A()", "Cote": "7", "id": "a"}])
    assert made == "Quand,Titre,Cote,id\r\n1911,'=A(),7,a\r\n"
