"""`timeline verify` on a small site: folders of articles, one fetched page, what it prints."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.record.model import Event, Evidence, Source
from generator.record.passage import digest, name_passage, normalise
from generator.record.store import write_record

ARTICLE = """Le Courrier du Port

Le 3 mai 2021, la ville de Belleport a ouvert le pont des Trois-Rives, long de 420 mètres.
"""
WORDS = "la ville de Belleport a ouvert le pont des Trois-Rives, long de 420 mètres"
URL = "https://courrier.example/pont"


@pytest.fixture
def root(tmp_path):
    text = normalise(ARTICLE)
    start = text.text.index(WORDS)
    found = name_passage(text, start, start + len(WORDS))
    proof = Evidence(
        id="e1", source="courrier", supports=("title",), from_=found.from_, to=found.to,
        at=found.at, hash=found.hash,
    )  # fmt: skip
    source = Source(id="courrier", title="Le pont", language="fr", url=URL, hash=digest(text.text))
    write_record(tmp_path, source)
    write_record(tmp_path, Source(id="autre", title="Autre", language="fr"))
    write_record(tmp_path, Event(id="pont", title={"fr": "Un pont"}, evidence=(proof,)))
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "content/articles/private").mkdir(parents=True)
    return tmp_path


def run(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), "verify", *map(str, arguments)])
    return result.exit_code, result.output


def put(root, text, name="content/articles/private/courrier.txt"):
    path = root / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_text_it_says_what_is_unread_and_where_to_put_it(root):
    code, said = run(root)
    assert code == 0
    assert (
        "courrier: 1 passage unread: save the article as content/articles/private/courrier.txt"
        in said
    )
    assert said.endswith("0 ok, 0 moved, 0 changed, 0 missing, 1 unread\n")


def test_the_private_folder_is_looked_into(root):
    put(root, ARTICLE)
    assert run(root) == (0, "1 ok, 0 moved, 0 changed, 0 missing, 0 unread\n")


def test_a_changed_passage_is_shown_as_it_reads_now(root):
    put(root, ARTICLE.replace("420", "240"))
    code, said = run(root)
    assert code == 1
    assert "pont: e1: changed (courrier)" in said
    assert "long de 240 mètres" in said


def test_a_missing_passage_is_named_by_its_ends(root):
    put(root, "Tout autre chose.")
    code, said = run(root)
    assert code == 1
    assert '"la ville de Belleport … long de 420 mètres" is not in the text' in said


def test_a_page_just_fetched_is_held_against_its_source_alone(root):
    page = put(root, f"<html><body><nav>Menu</nav><p>{ARTICLE}</p></body></html>", "fetched.html")
    code, said = run(root, "--article", page, "--source", "courrier")
    assert code == 0
    assert "pont: e1: moved (courrier), now at 40-114: …" in said
    assert said.endswith("0 ok, 1 moved, 0 changed, 0 missing, 0 unread\n")


@pytest.mark.parametrize("name", ["courrier.txt", "other.txt"])
def test_an_article_is_known_by_its_name_or_its_text(root, name):
    page = put(root, ARTICLE, name)
    assert run(root, "--article", page)[1].startswith("1 ok")


def test_an_article_is_known_by_the_address_that_it_gives(root):
    head = f'<link rel="canonical" href="{URL}">'
    page = put(root, f"<html><head>{head}</head><body><p>{ARTICLE}</p></body></html>", "x.html")
    assert run(root, "--article", page)[1].startswith("1 ok")


def test_an_article_of_no_source_is_refused_with_what_to_add(root):
    page = put(root, "Rien de tout cela.", "x.txt")
    code, said = run(root, "--article", page)
    assert code == 2
    assert "add --source ID" in said
    assert run(root, "--article", page, "--source", "nobody")[0] == 2
    assert run(root, "--source", "courrier")[0] == 2
