"""`timeline new`: records from options, from questions and from articles; never a second one."""

import dataclasses
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.authoring.composing import compose
from generator.authoring.questions import QUESTIONS
from generator.cli import main
from generator.record.model import Content
from generator.record.render import render_record
from generator.record.schema import KINDS
from generator.record.store import read_content, read_record

ARTICLE = (
    "Le musée de Belleport rouvre\n\nPublié le 17 mai 2024\n\n"
    "Le musée de la mer a été inauguré jeudi à Belleport, en présence de la maire Ada Quist.\n"
    "Un accord de coopération a été signé le 2 février 2023 à Lisbonne entre le Portugal et la "
    "France.\n"
)
FRENCH = {"env": {"LC_ALL": "fr_FR.UTF-8"}}


def event(root, name):
    return read_content(root).content.events[name]


# ------------------------------------------------------------------ in a script


def test_options_become_a_record_that_check_accepts(run, root):
    done = run(
        *("new", "event", "--title", "Fête du port", "--date", "2022-07", "--type", "other"),
        *("--place", "Belleport", "--who", "A. Quist", "--who", "CDB", "--lang", "fr"),
        *("--source", "https://courrier.example/pont", "--summary", "La ville danse."),
    )
    assert done.exit_code == 0, done.output
    made = event(root, "fete-port-2022")
    assert made.title == {"fr": "Fête du port"}
    assert made.place == "belleport"
    assert [each.who for each in made.participants] == ["ada-quist", "conseil"]
    assert made.cites == ("courrier-2021",)
    assert not [each for each in read_content(root).problems if each.severity == "error"]


def test_the_file_names_its_schema_and_is_canonical(run, root):
    run("new", "event", "--title", "Fête", "--date", "2022-07")
    text = (root / "content/events/2022/fete-2022.yml").read_text(encoding="utf-8")
    head, _, rest = text.partition("\n")
    assert head == "# yaml-language-server: $schema=../../../schemas/event.schema.json"
    assert rest == render_record(event(root, "fete-2022"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["person", "--name", "Jean Neuf", "--country", "CH"], "content/people/jean-neuf.yml"),
        (["place", "--name", "Genève", "--kind", "city"], "content/places/geneve.yml"),
        (
            ["organisation", "--name", "Amis du phare", "--acronym", "ADP"],
            "content/organisations/amis-phare.yml",
        ),
        (
            ["source", "--title", "Un phare", "--written-in", "fr", "--url", "https://a.example/1"],
            "content/sources/phare.yml",
        ),
    ],
)
def test_each_kind_of_record_can_be_made(run, files, root, words, expected):
    done = run("new", *words, "--lang", "fr")
    assert done.exit_code == 0, done.output
    assert files() == {expected}
    assert [each for each in read_content(root).problems if each.severity == "error"] == []


def test_coordinates_are_numbers(run, root):
    run(
        *[
            "new",
            "place",
            "--name",
            "Phare",
            "--kind",
            "site",
            "--latitude",
            "48.5",
            "--longitude",
            "-4",
        ]
    )
    place = read_content(root).content.places["phare"]
    assert (place.latitude, place.longitude) == (48.5, -4)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["event", "--title", "Fête", "--date", "16 juin 2025"], 'Did you mean "2025-06-16"?'),
        (["event", "--title", "Fête", "--date", "2025-02-30"], "date-format"),
        (["event", "--title", "Fête", "--place", "Beleport"], 'Did you mean "belleport"?'),
        (["event", "--title", "Fête", "--type", "fete"], "expected one of summit"),
        (["event", "--date", "2025"], "--title"),
        (["event", "--title", "x" * 400], "expected at most 300"),
        (["event", "--title", "a\nb"], "several lines"),
        (["event", "--title", "a\u202eb"], "U+202E"),
        (["event", "--title", "Fête", "--id", "Ma Fête"], "expected an id"),
        (["event", "--title", "Fête", "--id", "../../x"], "expected an id"),
        (["event", "--title", "Fête", "--id", "ouverture-pont"], "another record has"),
        (["person", "--name", "Jean", "--id", "belleport"], "another record has"),
        (["person", "--name", "Jean", "--country", "Suisse"], "country code"),
        (["place", "--name", "Mer"], "--kind"),
        (["source", "--title", "A", "--written-in", "fr", "--url", "javascript:x"], "address"),
    ],
)
def test_a_bad_answer_is_named_and_nothing_is_written(run, files, words, said):
    done = run("new", *words)
    assert done.exit_code == 1
    assert said in done.output
    assert files() == set()


def test_every_bad_answer_is_named_at_once(run):
    done = run("new", "event", "--date", "hier", "--type", "x", "--place", "nulle part")
    codes = ("[date-format]", "[choice]", "[reference-unknown]", "[field-missing]")
    assert [done.output.count(code) for code in codes] == [1, 1, 1, 1]


@pytest.mark.parametrize("language", ["../x", "français", "f"])
def test_a_language_is_a_code(run, files, language):
    assert run("new", "person", "--name", "Jean", "--lang", language).exit_code == 2
    assert files() == set()


def test_dry_run_prints_the_file_and_writes_nothing(run, files):
    done = run("new", "person", "--name", "Jean Neuf", "--dry-run")
    assert 'en: "Jean Neuf"' in done.output
    assert files() == set()


# ------------------------------------------------------------------ never a second record


@pytest.mark.parametrize(
    ("words", "there"),
    [
        (["person", "--name", "Quist Ada"], "content/people/ada-quist.yml"),
        (["person", "--name", "a. quist"], "content/people/ada-quist.yml"),
        (["organisation", "--name", "cdb"], "content/organisations/conseil.yml"),
        (["person", "--name", "Belleport"], "content/places/belleport.yml"),
        (
            [
                "source",
                "--title",
                "Pont",
                "--written-in",
                "fr",
                "--url",
                "https://courrier.example/pont",
            ],
            "content/sources/courrier-2021.yml",
        ),
        (
            ["source", "--title", "Le pont est ouvert", "--written-in", "fr"],
            "content/sources/courrier-2021.yml",
        ),
        (
            [
                "event",
                "--title",
                "Rubans",
                "--date",
                "2021-05",
                "--type",
                "project",
                "--place",
                "belleport",
            ],
            "content/events/2021/ouverture-pont.yml",
        ),
        (
            ["event", "--title", "Ouverture du nouveau pont des Trois-Rives", "--date", "2021"],
            "content/events/2021/ouverture-pont.yml",
        ),
        (
            ["event", "--title", "Le pont des Trois-Rives : ouverture"],
            "content/events/2021/ouverture-pont.yml",
        ),
    ],
)
def test_a_record_that_is_there_is_named_instead(run, files, words, there):
    done = run("new", *words, "--lang", "fr")
    assert done.exit_code == 1
    assert there in done.output
    assert "déjà là" in done.output
    assert files() == set()


@pytest.mark.parametrize(
    "words",
    [
        # Another year is another edition, another place another opening.
        ["--title", "Ouverture du pont des Trois-Rives", "--date", "2022-05-03"],
        ["--title", "Rubans", "--date", "2021-05", "--type", "visit", "--place", "belleport"],
        ["--title", "Rubans", "--date", "2020/2022", "--type", "project", "--place", "belleport"],
    ],
)
def test_what_only_looks_alike_is_no_second_record(run, words):
    assert run("new", "event", *words, "--lang", "fr").exit_code == 0


def test_who_writes_it_anyway_says_that_they_are_two(run, root):
    words = [
        "new",
        "event",
        "--title",
        "Rubans",
        "--date",
        "2021-05",
        "--type",
        "project",
        "--place",
        "belleport",
    ]
    done = run(*words, "--anyway", "--lang", "fr")
    assert done.exit_code == 0
    assert event(root, "rubans-2021").not_same_as == ("ouverture-pont",)
    assert {each.code for each in read_content(root).problems} <= {
        "evidence-missing",
        "entry-unused",
    }


def test_two_records_of_one_name_get_two_ids(run, files):
    for _ in range(2):
        run("new", "event", "--title", "Fête", "--date", "2022", "--anyway")
    assert files() == {"content/events/2022/fete-2022.yml", "content/events/2022/fete-2022-2.yml"}


# ------------------------------------------------------------------ on a terminal


@pytest.fixture
def talk(run, monkeypatch):
    """Call the command as a person does, with what is typed line by line."""
    monkeypatch.setattr(sys.modules["generator.cli.new"], "is_terminal", lambda: True)

    def talk(*words, typed):
        return run(*words, input="".join(f"{line}\n" for line in typed), **FRENCH)

    return talk


def test_questions_are_asked_in_french_and_bad_answers_at_once_again(talk, root):
    typed = ["", "Fête du port", "hier", "2022-07", "", "", "Belleport", "", "", "", "", "o", "y"]
    done = talk("new", "event", typed=typed)
    assert "Nouvelle fiche : un événement." in done.output
    assert "Quand, aussi finement" in done.output
    assert "trouvé « hier »" in done.output.replace("\u00a0", " ").replace("\u202f", " ")
    assert event(root, "fete-port-2022").place == "belleport"


def test_a_question_mark_shows_what_is_known(talk):
    done = talk("new", "event", typed=["Fête", "", "", "", "?", "belleport"])
    assert "connus : belleport" in done.output


def test_a_name_that_nobody_has_can_be_made_on_the_way(talk, files):
    who = ["Jean Neuf", "pe", "", "", "CH", ""]
    typed = ["Fête", "2022", "", "", "", *who, "", "", "", "y"]
    done = talk("new", "event", typed=typed)
    assert files() == {"content/people/jean-neuf.yml", "content/events/2022/fete-2022.yml"}, (
        done.output
    )


def test_who_stops_half_way_has_written_nothing(talk, files):
    done = talk("new", "event", typed=["Fête", "2022"])
    assert done.exit_code == 1
    assert files() == set()


def test_who_says_no_at_the_end_has_written_nothing(talk, files):
    done = talk("new", "person", typed=["Jean Neuf", "", "", "", "", "n"])
    assert done.output.endswith("Rien n'a été écrit.\n")
    assert files() == set()


def test_options_are_not_asked_for_again(talk, files):
    talk("new", "person", "--name", "Jean Neuf", typed=[])
    assert files() == {"content/people/jean-neuf.yml"}


# ------------------------------------------------------------------ from an article


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "courrier.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_an_article_drafts_the_record_with_its_proof(run, root, article):
    done = run("new", "event", "--from", article, "--lang", "fr")
    assert done.exit_code == 0, done.output
    loaded = read_content(root)
    (made,) = (each for each in loaded.content.events.values() if each.id != "ouverture-pont")
    assert made.place in loaded.content.places
    assert made.generated is None  # it is a person's from the start
    assert {item.source for item in made.evidence} <= loaded.content.sources.keys()
    assert [each for each in loaded.problems if each.severity == "error"] == []
    assert "1 moved" not in run("verify", "--articles", article.parent).output
    assert not (root / "content/extracted.yml").exists()


def test_a_corrected_field_loses_the_proof_of_the_old_one(run, root, article):
    run("new", "event", "--from", article, "--date", "2024-05-15", "--lang", "fr")
    (made,) = (e for e in read_content(root).content.events.values() if e.id != "ouverture-pont")
    assert made.date.text == "2024-05-15"
    assert made.dating is None
    assert made.summary == {}
    supported = {path for item in made.evidence for path in item.supports}
    assert "date" not in supported
    assert "place" in supported


def test_another_event_of_the_article_can_be_picked(run, root, article):
    for number in "12":
        done = run("new", "event", "--from", article, "--pick", number, "--lang", "fr")
        assert done.exit_code == 0, done.output
    dates = {event.date.text for event in read_content(root).content.events.values()}
    assert dates == {"2021-05-03", "2024-05-16", "2023-02-02"}
    assert run("new", "event", "--from", article, "--pick", "9").exit_code == 2


def test_an_event_that_has_a_record_is_not_drafted_again(run, root, article, files):
    run("new", "event", "--from", article, "--lang", "fr")
    before = files()
    done = run("new", "event", "--from", article, "--lang", "fr")
    assert done.exit_code == 1
    assert "déjà là" in done.output
    assert files() == before


def test_a_person_keeps_or_corrects_the_draft(talk, root, article):
    typed = ["1", "Le musée rouvre", "", "", "", "", "-", "", "", "", "y"]
    done = talk("new", "event", "--from", article, typed=typed)
    (made,) = (e for e in read_content(root).content.events.values() if e.id != "ouverture-pont")
    assert made.title["fr"] == "Le musée rouvre", done.output
    assert made.participants == ()
    assert not any(p.startswith("participants") for i in made.evidence for p in i.supports)


# ------------------------------------------------------------------ laws


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(QUESTIONS)), st.data())
def test_whatever_is_typed_gives_a_good_record_or_a_reason(folder, data):
    typed = {
        question.name: [data.draw(st.text(max_size=40))]
        for question in QUESTIONS[folder]
        if question.is_needed or data.draw(st.booleans())
    }
    made = compose(folder, typed, language="fr", content=Content())
    assert bool(made.record) is not bool(made.problems)
    if made.record:
        record, problems = read_record(KINDS[folder], made.path, made.text)
        assert (record, problems) == (made.record, ())


def test_every_question_is_about_a_field_of_its_kind():
    for folder, asked in QUESTIONS.items():
        names = {field.name for field in dataclasses.fields(KINDS[folder].rule.make)}
        assert {question.item.attribute or question.name for question in asked} <= names
        needed = {item.name for item in KINDS[folder].rule.fields if item.required}
        assert needed - {question.name for question in asked} <= {"status"}
        command = main.commands["new"].commands[KINDS[folder].name]
        assert {f"--{each.flag}" for each in asked} <= {o for p in command.params for o in p.opts}
