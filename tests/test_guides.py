"""Every snippet of the editors' guides is executed: a walk does it, or it is held to the rules."""

import re
import tomllib
from pathlib import Path

import pytest

from generator.authoring.wording import LANGUAGES
from generator.record.store import read_content

DOCS = Path(__file__).resolve().parent.parent / "docs"
GUIDES = ["editing.md", "editing.fr.md", "reviewing.md", "reviewing.fr.md"]
FENCE = re.compile(r"^```(\w*)(?: (\S+))?(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RECORD = {
    "title": 'title:\n  fr: "Ouverture du pont"\n',
    "date": 'date: "2025-06-16"\n',
    "type": "type: project\n",
    "status": "status: draft\n",
    "place": "place: lyon\n",
}


def read(name):
    return (DOCS / name).read_text(encoding="utf-8")


def marked(name):
    """Return mark, code and text of the snippets that are right or wrong on purpose."""
    return [(mark, what, text) for _, mark, what, text in FENCE.findall(read(name)) if what]


CASES = [
    pytest.param(*case, id=f"{name}-{n}") for name in GUIDES for n, case in enumerate(marked(name))
]


@pytest.mark.parametrize("name", GUIDES)
def test_every_snippet_is_one_that_a_test_executes(name):
    for kind, first, second, _ in FENCE.findall(read(name)):
        walked = kind == "console" or bool(first and not second)
        assert walked or first in ("👍", "👎"), (kind, first, second)


@pytest.mark.parametrize(("mark", "what", "text"), CASES)
def test_a_good_example_is_good_and_a_bad_one_has_the_problem_that_it_shows(
    tmp_path, mark, what, text
):
    fields = dict(RECORD)
    fields[re.match(r"\w+", text)[0]] = text
    for name, said in {
        "events/2025/pont.yml": "".join(fields.values()),
        "places/lyon.yml": 'name:\n  fr: "Lyon"\nkind: city\n',
        "people/jeanne-martin.yml": 'name:\n  fr: "Jeanne Martin"\n',
    }.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True)
        path.write_text(said, encoding="utf-8")
    errors = {each.code for each in read_content(tmp_path).problems if each.severity == "error"}
    assert errors == (set() if mark == "👍" else {what})


@pytest.mark.parametrize("stem", ["editing", "reviewing"])
def test_both_languages_tell_the_same(stem):
    english, french = read(f"{stem}.md"), read(f"{stem}.fr.md")
    assert marked(f"{stem}.md") == marked(f"{stem}.fr.md")
    for sign in (r"^#+ ", r"^\d\. ", r"^\|", r"!\[", "👍", "👎"):
        counted = [len(re.findall(sign, text, re.MULTILINE)) for text in (english, french)]
        assert counted[0] == counted[1], sign


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_site_are_told_as_they_stand_there(language):
    words = tomllib.loads((DOCS.parent / f"site_templates/words/{language}.toml").read_text())
    guide = " ".join(read("editing.fr.md" if language == "fr" else "editing.md").split())
    for group, key in (("footer", "edit_record"), ("report", "claim"), ("report", "event")):
        assert f"**{words[group][key]}**" in guide
