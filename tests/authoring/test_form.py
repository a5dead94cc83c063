"""An accepted form becomes records and a pull request's text, whatever somebody wrote into it."""

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.authoring.answering import as_code
from generator.authoring.issues import FOLDER, parse_body, questions
from generator.authoring.wording import LANGUAGES, read_words
from generator.record.forms import BROKEN_SOURCE, CORRECTION, FORMS, NEW_EVENT
from generator.record.store import read_content

HERE = Path(__file__).parents[2]
LABELS = {NEW_EVENT: "new-event", CORRECTION: "correction", BROKEN_SOURCE: "broken-source"}
PONT = "events/ouverture-pont"


def body_of(form, answers):
    """Write the body of an issue as a forge does."""
    asked = yaml.safe_load((HERE / FOLDER / form).read_text(encoding="utf-8"))["body"]
    parts = [
        f"### {item['attributes']['label']}\n\n{answers.get(item['id'], '_No response_')}"
        for item in asked
        if "id" in item
    ]
    return "\n\n".join(parts)


@pytest.fixture
def accept(run, root, tmp_path_factory):
    """Have a form turned into records; return the exit code and what was written for the forge."""
    shutil.copytree(HERE / FOLDER, root / FOLDER)
    out = tmp_path_factory.mktemp("answer")

    def accept(form, *, body=None, labels=None, number=12, **answers):
        issue = {
            "number": number,
            "title": '"; rm -rf / #$(id)`id`',
            "body": body_of(form, answers) if body is None else body,
            "labels": [{"name": name} for name in labels or (LABELS[form], "accepted")],
        }
        event = out / "event.json"
        event.write_text(json.dumps({"action": "labeled", "issue": issue}), encoding="utf-8")
        done = run("form", event, "--out", out)
        names = ("pull.json", "reply.json")
        told = {n: json.loads((out / n).read_text()) for n in names if (out / n).exists()}
        return done, told

    return accept


# ------------------------------------------------------------------ a new event


def test_a_new_event_becomes_a_draft_and_a_pull_request(accept, root):
    done, told = accept(
        NEW_EVENT,
        title="Fête du port",
        language="fr – français",
        date="2022-07",
        type="visit – visite",
        place="Belleport",
        who="- Ada Quist\n- CDB",
        summary="La ville danse.\n\nDeux jours.",
        source="https://courrier.example/pont",
    )
    assert done.exit_code == 0, done.output
    made = read_content(root).content.events["fete-port-2022"]
    assert (made.type, made.status, made.place) == ("visit", "draft", "belleport")
    assert [each.who for each in made.participants] == ["ada-quist", "conseil"]
    assert made.cites == ("courrier-2021",)
    assert told["pull.json"]["title"] == "Demande 12 : fete-port-2022"
    assert told["pull.json"]["head"] == "form/issue-12"
    assert "Closes #12" in told["pull.json"]["body"]
    assert "No person has verified it" in told["pull.json"]["body"]


def test_names_without_a_record_are_left_to_a_person_and_not_invented(accept, root, files):
    done, told = accept(
        NEW_EVENT,
        title="Fête",
        type="other – autre",
        place="Nulle-Part",
        who="Ada Quist\nJean Neuf",
        source="https://journal.example/fete",
    )
    assert done.exit_code == 0, done.output
    made = read_content(root).content.events["fete"]
    assert made.place is None
    assert [each.who for each in made.participants] == ["ada-quist"]
    (source,) = (each for each in files() if "sources" in each)
    assert made.cites == (Path(source).stem,)
    body = told["pull.json"]["body"]
    assert all(f"`{name}`" in body for name in ("Nulle-Part", "Jean Neuf"))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"title": "Fête", "date": "16 juillet 2022"}, "2022-07-16"),
        ({"date": "2022"}, "title"),
        (
            {"title": "Rubans", "date": "2021-05", "type": "project", "place": "Belleport"},
            "content/events/2021/ouverture-pont.yml",
        ),
    ],
)
def test_what_cannot_be_written_is_answered_in_words(accept, files, answers, said):
    done, told = accept(NEW_EVENT, **answers)
    assert done.exit_code == 1
    assert said in told["reply.json"]["body"]
    assert "Merci." in told["reply.json"]["body"]
    assert "Thank you." in told["reply.json"]["body"]
    assert "pull.json" not in told
    assert files() == set()


# ------------------------------------------------------------------ a correction


def test_a_correction_changes_one_line_and_leaves_the_rest(accept, root):
    path = root / "content/events/2021/ouverture-pont.yml"
    path.write_text(path.read_text() + "# vu sur place\n")
    before = path.read_text()
    done, told = accept(CORRECTION, record=PONT, claim="date", now="3 mai", should="2021-05-04")
    assert done.exit_code == 0, done.output
    assert path.read_text() == before.replace("2021-05-03", "2021-05-04")
    assert "content/events/2021/ouverture-pont.yml" in told["pull.json"]["body"]


@pytest.mark.parametrize(
    ("record", "claim", "should", "expected"),
    [
        (PONT, "title", "Le pont est ouvert", ("title", {"fr": "Le pont est ouvert"})),
        (
            PONT,
            "title.en",
            "The bridge",
            ("title", {"fr": "Ouverture du pont des Trois-Rives", "en": "The bridge"}),
        ),
        (PONT, "type", "visit", ("type", "visit")),
        (PONT, "summary", "Deux rives.", ("summary", {"fr": "Deux rives."})),
        ("people/ada-quist", "country", "SE", ("country", "SE")),
        ("places/belleport", "country", "FR", ("country", "FR")),
        ("sources/courrier-2021", "issued", "2021-05-04", None),
    ],
)
def test_each_simple_field_can_be_corrected(accept, root, record, claim, should, expected):
    done, told = accept(CORRECTION, record=record, claim=claim, should=should)
    if not expected:
        assert done.exit_code == 0, told
    else:
        folder, name = record.split("/")
        loaded = read_content(root)
        found = getattr(loaded.content, folder).get(name)
        assert found is not None, loaded.problems
        assert getattr(found, expected[0]) == expected[1]


def test_the_source_of_a_correction_is_cited(accept, root):
    accept(
        *(CORRECTION,),
        record=PONT,
        claim="date",
        should="2021-05-04",
        source="https://journal.example/pont",
    )
    event = read_content(root).content.events["ouverture-pont"]
    assert [read_content(root).content.sources[each].url for each in event.cites] == [
        "https://journal.example/pont"
    ]


def test_the_sources_that_a_link_has_filled_in_are_known(accept, root):
    path = root / "content/sources/radio-2021.yml"
    path.write_text('title: "Radio"\nlanguage: fr\nurl: https://radio.example/\n')
    sources = "courrier-2021, radio-2021"
    accept(CORRECTION, record=PONT, claim="date", should="2021-05-04", source=sources)
    event = read_content(root).content.events["ouverture-pont"]
    assert event.cites == ("courrier-2021", "radio-2021")


@pytest.mark.parametrize(
    "answers",
    [
        {"record": "events/nowhere", "claim": "date", "should": "2021"},
        {"record": "../../etc/passwd", "claim": "date", "should": "2021"},
        {"record": "__class__/x", "claim": "date", "should": "2021"},
        {"record": PONT, "claim": "date", "should": "4 mai"},
        {"record": PONT, "claim": "date", "should": "2021-05-03"},
        {"record": PONT, "claim": "", "should": "Tout est faux."},
        {"record": PONT, "claim": "figures.length", "should": "420"},
        {"record": PONT, "claim": "status", "should": "reviewed"},
        {"record": PONT, "claim": "generated", "should": "sha256-0000000000000000"},
        {"record": PONT, "claim": "place", "should": "Atlantis"},
        {"record": PONT, "claim": "title", "should": "deux\nlignes"},
        {"record": PONT, "claim": "date"},
        {"claim": "date", "should": "2021"},
    ],
)
def test_a_correction_that_only_a_person_can_make_is_answered(accept, root, answers):
    before = (root / "content/events/2021/ouverture-pont.yml").read_bytes()
    done, told = accept(CORRECTION, **answers)
    assert done.exit_code == 1, done.output
    assert len(told["reply.json"]["body"]) > 100
    assert (root / "content/events/2021/ouverture-pont.yml").read_bytes() == before


# ------------------------------------------------------------------ a broken source


def test_a_source_gets_its_new_address_and_its_copy(accept, root):
    copy = "https://web.archive.org/web/2021/https://courrier.example/pont"
    accept(BROKEN_SOURCE, source="courrier-2021", url="https://courrier.example/2", archive=copy)
    source = read_content(root).content.sources["courrier-2021"]
    assert (source.url, source.archive) == ("https://courrier.example/2", copy)


@pytest.mark.parametrize(
    "answers",
    [
        {"source": "courrier-2021"},
        {"source": "courrier-2021", "url": "javascript:alert(1)"},
        {"source": "courrier-2021", "url": "https://courrier.example/pont"},
        {"source": "nowhere", "url": "https://a.example/"},
    ],
)
def test_a_source_without_a_good_address_stays(accept, root, answers):
    before = (root / "content/sources/courrier-2021.yml").read_bytes()
    done, told = accept(BROKEN_SOURCE, **answers)
    assert done.exit_code == 1
    assert told.keys() == {"reply.json"}
    assert (root / "content/sources/courrier-2021.yml").read_bytes() == before


# ------------------------------------------------------------------ hostile issues


HOSTILE = (
    "@everyone ![x](https://evil.example/a.png) [click](javascript:x) <img src=x onerror=y> "
    "`$(id)` ``` #1 ::error::x %0A"
)


def test_nothing_of_a_stranger_is_live_in_what_a_forge_is_sent(accept):
    done, told = accept(NEW_EVENT, title="Fête", who=HOSTILE, place=HOSTILE, source=HOSTILE)
    assert done.exit_code == 0, done.output
    pull = told["pull.json"]
    assert pull["title"] == "Demande 12 : fete"
    outside = re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", "", pull["body"])
    for part in ("@everyone", "evil.example", "javascript", "<img", "::error"):
        assert part not in outside


def test_a_hostile_title_makes_a_plain_name_of_a_file(accept, files):
    accept(NEW_EVENT, title="../../../etc/passwd; $(touch x) `id`", date="2022")
    assert files() == {"content/events/2022/etc-passwd-touch-x-id-2022.yml"}


def test_a_heading_in_an_answer_is_text(root):
    asked = questions(HERE, CORRECTION)
    record, claim = asked["record"][0], asked["claim"][0]
    body = f"### {record}\n\nevents/x\n\n### {claim}\n\ndate\n\n### {record}\n\nevents/y\n"
    answers = parse_body(body.replace("\n", "\r\n"), asked)
    assert answers["record"] == "events/x"
    assert "### " in answers["claim"]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"issue": 1}', '{"issue": {"number": "12; id"}}', "[" * 10_000, "\0"],
)
def test_a_file_that_is_no_event_is_refused(run, root, tmp_path_factory, text):
    event = tmp_path_factory.mktemp("event") / "event.json"
    event.write_text(text, encoding="utf-8")
    assert run("form", event, "--out", event.parent / "out").exit_code == 2


@pytest.mark.parametrize("labels", [["accepted"], ["new-event", "correction"], ["bug"]])
def test_an_issue_of_no_form_is_refused(accept, labels):
    done, told = accept(NEW_EVENT, labels=labels, title="x")
    assert done.exit_code == 2
    assert told == {}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(body=st.text(max_size=400), form=st.sampled_from(sorted(FORMS)))
def test_any_body_is_answered(accept, body, form):
    done, _ = accept(form, body=body)
    assert done.exit_code in {0, 1}


@given(st.text(alphabet="`@a <>\n![]()", max_size=60))
def test_a_span_of_code_ends_where_it_should(text):
    shown = as_code(text)
    marks = re.match("`*", shown)[0]
    inner = shown[len(marks) : len(shown) - len(marks)]
    assert "\n" not in shown
    assert marks not in re.findall("`+", inner)


# ------------------------------------------------------------------ words


def test_both_languages_say_the_same_things():
    french, english = map(read_words, LANGUAGES)
    assert french.keys() == english.keys()
    holes = re.compile(r"{\w+}")
    for key, text in french.items():
        assert set(holes.findall(text)) == set(holes.findall(english[key])), key


def test_every_sentence_is_said_somewhere():
    code = "".join(path.read_text() for path in (HERE / "generator").glob("[ac]*/*.py"))
    made = ("kind.", "like.", "todo.", "form.", "reply.", "review.")
    unsaid = [
        k
        for k in read_words("en")
        if not re.search(f"""["']{k}["']""", code) and not k.startswith(made)
    ]
    assert unsaid == []
