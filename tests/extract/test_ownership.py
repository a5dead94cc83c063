"""Two hundred records edited in random ways between two extractions: nothing of a person's is lost.

Each round copies a site that was extracted from articles, lets a person at every event, then reads
the articles again, mended, and a new one. Each edited file must be the same bytes, each deleted
record must stay away, each renamed or moved one must stay where it was put.
"""

from __future__ import annotations

import errno
import os
import random
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from generator.errors import StoreError
from generator.extract.drafts import planner as drafts
from generator.extract.drafts.proposals import State, read_proposals
from generator.extract.drafts.settling import accept_all, open_drafts, reject, write_settled
from generator.extract.reading import read
from generator.record.store import read_content

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 25
EDITS = 200  # of records, at least, in all rounds
ARTICLES = {
    "one.txt": """Sommet de l'OMS à Genève

Publié le 17 mai 2024

Le troisième sommet de l'OMS s'est ouvert jeudi à Genève, en présence de Oumar Sidi.
Un séisme a frappé le Chili le 2 mai 2024. Le Pérou a signé un accord avec le Brésil le 6 mai 2024.
""",
    "two.txt": """Élections et chantiers

Publié le 3 juin 2023

Une élection présidentielle a eu lieu en mai 2023 en Finlande. La Norvège a inauguré un pont à Oslo
le 1er juin 2023. Le ministre Jonas Berg a rencontré Aino Salo à Helsinki en avril 2023.
""",
    "three.txt": """Le Japon et la Corée

Publié le 11 octobre 2022

Le Japon a accueilli une conférence sur le climat à Tokyo en septembre 2022. Une tempête a touché le
Portugal le 9 octobre 2022. Le Maroc a signé un accord avec le Sénégal à Rabat en 2021.
""",
}
MENDED = {
    "one.txt": ("jeudi à Genève", "jeudi à Genève (Suisse)"),
    "two.txt": ("en avril 2023.", "le 12 avril 2023. La séance fut brève."),
    "three.txt": ("en septembre 2022", "le 14 septembre 2022"),
}
NEW = """Retour sur une élection

Publié le 20 juin 2024

Le 14 mai 2023, une élection présidentielle a eu lieu en Finlande. Le troisième sommet de l'OMS
s'est tenu à Genève du 16 au 18 mai 2024. Une tempête a touché le Portugal le 9 octobre 2022.
"""


class Site:
    """A project's folder in which articles are read."""

    def __init__(self, root: Path, articles: Path) -> None:
        self.root, self.articles = root, articles

    def put(self, name, text):
        path = self.articles / name
        path.write_text(text, encoding="utf-8")
        return path

    def run(self, *paths):
        loaded = read_content(self.root)
        readings = [read(path, loaded.content, language="fr") for path in paths]
        plan = drafts.plan(readings, loaded, drafts.read_kept(self.root, loaded))
        drafts.apply(plan, self.root)
        return plan

    def files(self):
        paths = sorted((self.root / "content").rglob("*.yml"))
        return {p.relative_to(self.root).as_posix(): p.read_bytes() for p in paths}

    def errors(self):
        problems = read_content(self.root).problems
        return [str(problem) for problem in problems if problem.severity == "error"]


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """Return a site as the first extraction leaves it."""
    folder = tmp_path_factory.mktemp("ownership")
    (folder / "site/content").mkdir(parents=True)
    (folder / "articles").mkdir()
    site = Site(folder / "site", folder / "articles")
    site.run(*(site.put(name, text) for name, text in ARTICLES.items()))
    assert len(list((site.root / "content/events").rglob("*.yml"))) >= 8
    assert site.errors() == []
    return site


# ------------------------------------------------------------------ what a person may do


def new_title(text, chance):
    return re.sub(r'(?m)^(  fr: ").*"$', rf'\1Mon titre {chance.random()}"', text, count=1)


def comment_on_top(text, chance):
    return f"# à moi {chance.random()}\n" + text


def comment_beside(text, chance):
    return text.replace("\nstatus: draft\n", "\nstatus: draft  # pas encore relu\n")


def comment_at_end(text, chance):
    return text + "# fin\n"


def blank_lines(text, chance):
    return text.replace("\ntype:", "\n\n\ntype:")


def other_quotes(text, chance):
    return re.sub(r'(?m)^date: "([^"]+)"', r"date: '\1'", text)


def field_added(text, chance):
    return text + 'note:\n  fr: "Vérifié au journal officiel."\n'


def keys_reordered(text, chance):
    blocks = re.split(r"(?m)^(?=[a-z_]+:)", text)
    head, rest = blocks[0], blocks[1:]
    chance.shuffle(rest)
    return head + "".join(rest)


def coarser_date(text, chance):
    return re.sub(r'(?m)^date: "(\d{4})[^"]*"', r'date: "\1"', text)


def other_date(text, chance):
    return re.sub(r'(?m)^date: "[^"]*"', 'date: "1999-12-31"', text)


def other_type(text, chance):
    return re.sub(r"(?m)^type: .*$", "type: statement", text)


def place_taken_out(text, chance):
    text = re.sub(r"(?m)^place: .*\n", "", text)
    return (
        re.sub(r"\bplace, |, place\b", "", text) if "[place]" not in text else text + "place: x\n"
    )


def reviewed(text, chance):
    return text.replace("status: draft", "status: disputed")


def carriage_returns(text, chance):
    return text.replace("\n", "\r\n")


def byte_order_mark(text, chance):
    return "\ufeff" + text


def nothing_but_a_space(text, chance):
    return text.rstrip("\n") + "   \n"


TEXT_EDITS = (
    new_title, comment_on_top, comment_beside, comment_at_end, blank_lines, other_quotes,
    field_added, keys_reordered, coarser_date, other_date, other_type, place_taken_out, reviewed,
    carriage_returns, byte_order_mark, nothing_but_a_space,
)  # fmt: skip


def edit(path: Path, chance: random.Random) -> tuple[str, Path | None]:
    """Do something to a record's file; return what, and where it is now (None: deleted)."""
    kind = chance.choice(["text"] * 6 + ["delete", "rename", "rename-silently", "move"])
    if kind == "delete":
        path.unlink()
        return kind, None
    text = path.read_bytes().decode()
    if kind == "rename":
        text += f"formerly: [{path.stem}]\n"
    if kind.startswith("rename"):
        target = path.with_name(f"mon-{path.stem}"[:70] + ".yml")
    elif kind == "move":
        target = path.parent.parent / "1900" / path.name
    else:
        target, before = path, text
        while text == before:  # a change that finds nothing to change is none
            for change in chance.sample(TEXT_EDITS, chance.choice([1, 1, 2, 3])):
                text = change(text, chance)
    target.parent.mkdir(exist_ok=True)
    path.unlink()
    target.write_bytes(text.encode())
    return kind, target


OWN = """# écrit à la main
title:
  fr: "Une fête au village"
date: "2023-05"
type: other
status: draft
"""


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_nothing_of_a_person_is_lost_between_two_extractions(extracted, tmp_path, seed):
    chance = random.Random(seed)
    shutil.copytree(extracted.root, tmp_path / "site")
    (tmp_path / "articles").mkdir()
    site = Site(tmp_path / "site", tmp_path / "articles")
    events = site.root / "content/events"
    mine, gone = {}, set()
    for path in sorted(events.rglob("*.yml")):
        kind, now = edit(path, chance)
        if now != path:
            gone.add(path)
        if now is not None and kind != "move":  # nobody has touched what was only put elsewhere
            mine[now] = now.read_bytes()
    own = events / "2023" / f"fete-{seed}.yml"
    own.parent.mkdir(exist_ok=True)
    own.write_text(OWN, encoding="utf-8")
    mine[own] = OWN.encode()
    assert site.errors() == []
    before = site.files()

    paths = [site.put(name, text.replace(*MENDED[name])) for name, text in ARTICLES.items()]
    site.run(*paths, site.put("new.txt", NEW))

    assert {path: path.read_bytes() for path in mine} == mine
    assert [path for path in gone if path.exists()] == []
    assert before.keys() <= site.files().keys()
    assert site.errors() == []
    after = site.files()
    site.run(*paths)
    assert site.files() == after
    check_that_answers_lose_nothing(site, mine, chance)


def check_that_answers_lose_nothing(site, mine, chance):
    """Accept and reject what is proposed: comments stay, what is refused stays refused."""
    loaded = read_content(site.root)
    for draft in open_drafts(site.root, loaded).values():
        proposals = [p for p in draft.proposals if p.state is State.OPEN]
        taken = [p for p in proposals if chance.random() < 0.5]
        settled = accept_all(draft, taken, loaded.content)
        settled = reject(settled, [p for p in proposals if p not in taken])
        write_settled(site.root, settled)
    for path, data in mine.items():
        comments = re.findall(rb"#[^\r\n]*", data)
        assert re.findall(rb"#[^\r\n]*", path.read_bytes()) == comments
        assert path.read_bytes().startswith(b"\xef\xbb\xbf") is data.startswith(b"\xef\xbb\xbf")
    assert site.errors() == []
    if chance.random() < 0.7:
        return  # the rest takes its time
    rejected = {(n, p.id) for n, ps in read_proposals(site.root).items() for p in ps}
    (site.root / "content/extracted.yml").unlink()  # as if every article were new
    now = site.files()
    site.run(*sorted(site.articles.iterdir()))
    again = {
        (name, p.id)
        for name, found in read_proposals(site.root).items()
        for p in found
        if p.state is State.REJECTED
    }
    assert rejected <= again
    assert {path: now[path.relative_to(site.root).as_posix()] for path in mine} == {
        path: path.read_bytes() for path in mine
    }


def test_the_rounds_make_at_least_two_hundred_edits(extracted):
    events = list((extracted.root / "content/events").rglob("*.yml"))
    assert ROUNDS * len(events) >= EDITS


# ------------------------------------------------------------------ one case at a time

MONTH = """L'OMS réunie en mai

Publié le 3 juin 2024

Le troisième sommet de l'OMS s'est tenu en mai 2024 en Suisse. Oumar Sidi y était.
"""
DAY = """Sommet de l'OMS en Suisse

Publié le 17 mai 2024

Le troisième sommet de l'OMS s'est ouvert jeudi en Suisse, en présence de Oumar Sidi.
"""


@pytest.fixture(scope="module")
def month_only(tmp_path_factory):
    """Return a site that knows the month of a summit."""
    folder = tmp_path_factory.mktemp("month")
    (folder / "site/content").mkdir(parents=True)
    (folder / "articles").mkdir()
    site = Site(folder / "site", folder / "articles")
    site.run(site.put("month.txt", MONTH))
    return site


@pytest.fixture
def site(month_only, tmp_path):
    """Return a copy of that site, with its own articles."""
    shutil.copytree(month_only.root, tmp_path / "site")
    (tmp_path / "articles").mkdir()
    return Site(tmp_path / "site", tmp_path / "articles")


@pytest.fixture
def path(site):
    """Return the file of the summit."""
    return next((site.root / "content/events").rglob("*.yml"))


def read_day(site, day="jeudi"):
    return site.run(site.put("day.txt", DAY.replace("jeudi", day)))


def answer(site, settle):
    loaded = read_content(site.root)
    for draft in open_drafts(site.root, loaded).values():
        write_settled(site.root, settle(draft, draft.proposals, loaded.content))


def test_accepting_makes_a_record_its_editors_even_when_nothing_else_was_changed(site, path):
    untouched = path.read_bytes()
    path.write_bytes(untouched + b"# mine\n")
    read_day(site)
    path.write_bytes(untouched)  # the comment was taken back: the record is as it was written
    answer(site, accept_all)
    assert b'date: "2024-05-16"' in path.read_bytes()
    accepted = path.read_bytes()
    (site.root / "content/extracted.yml").unlink()
    site.run(site.put("month.txt", MONTH))
    assert path.read_bytes() == accepted


def test_a_rejection_outlasts_the_edit_that_led_to_the_proposal(site, path):
    untouched = path.read_bytes()
    path.write_bytes(untouched + b"# mine\n")
    read_day(site)
    answer(site, lambda draft, chosen, _content: reject(draft, chosen))
    path.write_bytes(untouched)
    (site.root / "content/extracted.yml").unlink()
    read_day(site)
    assert path.read_bytes() == untouched


def test_what_an_article_newly_says_is_proposed_after_a_rejection(site, path):
    path.write_bytes(path.read_bytes() + b"# mine\n")
    read_day(site)
    answer(site, lambda draft, chosen, _content: reject(draft, chosen))
    read_day(site, "mercredi")
    opened = [p for p in read_proposals(site.root)[path.stem] if p.state is State.OPEN]
    assert [p.value for p in opened if p.field == "date"] == ["2024-05-15"]
    # Beside it there may be the passage that says so, which is another one than was rejected.
    assert {p.field for p in opened} <= {"date", "evidence"}


def test_an_article_that_is_not_read_again_keeps_its_proposals(site, path):
    path.write_bytes(path.read_bytes() + b"# mine\n")
    read_day(site)
    before = {p.id for p in read_proposals(site.root)[path.stem]}
    site.run(
        site.put("four.txt", "Le Japon a accueilli une conférence à Tokyo en septembre 2022.\n")
    )
    assert before <= {p.id for p in read_proposals(site.root)[path.stem]}


def test_a_disk_that_fills_up_at_any_file_of_an_extraction_loses_nothing(site, monkeypatch):
    read_day(site)
    old = site.files()
    loaded = read_content(site.root)
    readings = [read(site.put("new.txt", NEW), loaded.content, language="fr")]
    plan = drafts.plan(readings, loaded, drafts.read_kept(site.root, loaded))
    drafts.apply(plan, site.root)
    new = site.files()
    flush = os.fsync
    for number in range(1, 50):
        shutil.rmtree(site.root / "content")
        for name, data in old.items():
            (site.root / name).parent.mkdir(parents=True, exist_ok=True)
            (site.root / name).write_bytes(data)
        left = [flush] * (number - 1)

        def fsync(handle, left=left):
            if not left:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            left.pop()(handle)

        monkeypatch.setattr(os, "fsync", fsync)
        loaded = read_content(site.root)
        plan = drafts.plan(readings, loaded, drafts.read_kept(site.root, loaded))
        try:
            drafts.apply(plan, site.root)
        except StoreError as error:
            assert "make room on the disk" in str(error)  # noqa: PT017 -- one of many tries
            assert all(data in {old.get(n), new.get(n)} for n, data in site.files().items())
            assert old.keys() <= site.files().keys()
        else:
            break
        monkeypatch.setattr(os, "fsync", flush)
        loaded = read_content(site.root)
        drafts.apply(drafts.plan(readings, loaded, drafts.read_kept(site.root, loaded)), site.root)
        assert site.files() == new
    assert number > 3
