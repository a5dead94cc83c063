"""`timeline accept` and `reject`: one field changes, nothing else; each odd case is said."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from click.testing import CliRunner

from generator.cli import main, terminal
from generator.extract.drafts.proposals import (
    Proposal,
    State,
    read_proposals,
    write_proposals,
)
from generator.record.edtf import parse_edtf
from generator.record.model import Basis, Dating
from generator.record.passage import digest
from generator.record.store import read_content

COMMANDS = sys.modules["generator.cli.accept"]  # the package has the command under that name
EVENT = """# yaml-language-server: $schema=../../../schemas/event.schema.json
# Mine since March; ask me before you change it. – Ada
title: {fr: 'Le pont « des Trois-Rives »'}   # as on the plaque

date: '2021-05'   # the month is certain
dating:
  basis: resolved
  anchor: "2021-05-04"
  rule: month-alone   # see the minutes
  note:
    fr: "Le jour n'est pas connu."
type: project
status: reviewed
place: belleport
participants:
- who: ada-quist
  role: "mayor"
  # she spoke first
organisations: [ville-de-belleport,
                courrier]  # both of them

evidence:
  - {id: e1, source: courrier-2021, supports: [title, date, place, participants.ada-quist,
      organisations.ville-de-belleport, organisations.courrier], from: "Le pont", to: "Ada Quist",
     at: [0, 90], hash: sha256-00000000000000aa}
# the end
"""
FILES = {
    "events/2021/pont.yml": EVENT,
    "sources/courrier-2021.yml": 'title: "Le Courrier"\nlanguage: fr\nurl: https://a.example/\n',
    "sources/gazette.yml": 'title: "La Gazette"\nlanguage: fr\nurl: https://b.example/\n',
    "people/ada-quist.yml": 'name:\n  fr: "Ada Quist"\n',
    "people/bob-roi.yml": 'name:\n  fr: "Bob Roi"\n',
    "places/belleport.yml": 'name:\n  fr: "Belleport"\nkind: city\n',
    "places/quai-neuf.yml": 'name:\n  fr: "Quai neuf"\nkind: site\n',
    "organisations/ville-de-belleport.yml": 'name:\n  fr: "Ville de Belleport"\n',
    "organisations/courrier.yml": 'name:\n  fr: "Le Courrier"\n',
    "organisations/port.yml": 'name:\n  fr: "Le Port"\n',
}
DATE = Proposal(
    event="pont", field="date", value="2021-05-03", found="2021-05", source="gazette",
    from_="Lundi 3 mai", to="à Belleport", at=(10, 80), hash="sha256-00000000000000bb",
    dating=Dating(basis=Basis.STATED),
)  # fmt: skip
PLACE = replace(DATE, field="place", value="quai-neuf", found="belleport", dating=None)
BOB = replace(DATE, field="participants.bob-roi", value="bob-roi", found=None, dating=None)
PORT = replace(BOB, field="organisations.port", value="port")
PROOF = replace(
    BOB,
    field="evidence",
    value="title, date",
    says={"date": "2021"},
    hash="sha256-00000000000000cc",
)  # fmt: skip
EVERY = (DATE, PROOF, PORT, BOB, PLACE)


@pytest.fixture
def root(tmp_path):
    for name, text in FILES.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    write_proposals(tmp_path, "pont", EVERY)
    return tmp_path


@pytest.fixture
def run(root):
    def run(*arguments, **options):
        return CliRunner().invoke(main, ["--root", str(root), *arguments], **options)

    return run


@pytest.fixture
def record(root):
    return root / "content/events/2021/pont.yml"


def files(root):
    return {p: p.read_bytes() for p in sorted((root / "content").rglob("*")) if p.is_file()}


def event_of(root):
    loaded = read_content(root)
    assert [str(problem) for problem in loaded.problems if problem.severity == "error"] == []
    return loaded.content.events["pont"]


def fields_left(root):
    return {p.field: p.state for found in read_proposals(root).values() for p in found}


def test_accepting_a_date_changes_the_date_and_proves_it(root, run, record):
    done = run("accept", "pont", "--field", "date")
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"accepted: pont: date 2021-05 → 2021-05-03 ({DATE.id})" in done.output
    expected = (
        EVENT.replace("'2021-05' ", "'2021-05-03' ")
        .replace("  basis: resolved\n", "  basis: stated\n")
        .replace('  anchor: "2021-05-04"\n', "")
        .replace("  rule: month-alone   # see", "  # see")
        .replace("00000000000000aa}", '00000000000000aa, says: {"date": "2021-05"}}')
        .replace(
            "# the end\n",
            "  - id: e2\n    source: gazette\n    supports: [date]\n"
            '    from: "Lundi 3 mai"\n    to: "à Belleport"\n    at: [10, 80]\n'
            "    hash: sha256-00000000000000bb\n# the end\n",
        )
    )
    assert record.read_text(encoding="utf-8") == expected
    assert event_of(root).dating.note == {"fr": "Le jour n'est pas connu."}
    assert "date" not in fields_left(root)


def test_accepting_all_leaves_nothing_proposed_and_a_clean_record(root, run):
    done = run("accept", "--all")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "5 accepted" in done.output
    event = event_of(root)
    assert (event.date.text, event.place) == ("2021-05-03", "quai-neuf")
    assert [p.who for p in event.participants] == ["ada-quist", "bob-roi"]
    assert event.organisations == ("ville-de-belleport", "courrier", "port")
    old, new, proof = event.evidence
    assert old.says == {"date": "2021-05", "place": "belleport"}
    assert set(new.supports) == {"date", "place", "participants.bob-roi", "organisations.port"}
    assert (proof.supports, proof.says) == (("title", "date"), {"date": "2021"})
    assert not (root / "content/proposals/pont.yml").exists()
    assert run("check").exit_code == 0


@pytest.mark.parametrize("proposal", EVERY, ids=lambda p: p.field)
def test_only_the_field_that_was_named_changes_and_each_comment_stays(root, run, record, proposal):
    before = event_of(root)
    assert run("accept", proposal.id).exit_code == 0
    after = event_of(root)
    changed = {n for n in before.__slots__ if getattr(before, n) != getattr(after, n)}
    head = proposal.field.partition(".")[0]
    assert changed == {head, "evidence"} | ({"dating"} if head == "date" else set())
    left = [line for line in EVENT.splitlines() if "#" in line]
    text = record.read_text(encoding="utf-8")
    assert [line.rpartition("# ")[2] for line in left] == [
        line.rpartition("# ")[2] for line in text.splitlines() if "#" in line
    ]
    assert set(fields_left(root)) == {p.field for p in EVERY} - {proposal.field}


def test_rejecting_touches_no_record_and_lasts(root, run, record):
    done = run("reject", "pont", "--field", "place", "--field", "participants")
    assert (done.exit_code, done.stderr) == (0, "")
    assert record.read_text(encoding="utf-8") == EVENT
    assert {f for f, state in fields_left(root).items() if state is State.REJECTED} == {
        "place",
        "participants.bob-roi",
    }
    assert "quai-neuf" not in run("accept", "--list").output
    assert run("accept", "--all").exit_code == 0
    assert event_of(root).place == "belleport"


def test_somebody_who_thinks_again_accepts_what_was_rejected_by_its_name(root, run):
    run("reject", PLACE.id)
    assert run("accept", PLACE.id).exit_code == 0
    assert event_of(root).place == "quai-neuf"


def test_the_list_shows_old_and_new_and_the_passage(run, root):
    before = files(root)
    output = run("accept", "--list").output
    assert "now        belleport (Belleport)" in output
    assert "proposed   quai-neuf (Quai neuf)" in output
    assert 'passage    "Lundi 3 mai … à Belleport"' in output
    assert 'source     gazette, "La Gazette"' in output
    assert "5 proposals for 1 record" in output
    assert files(root) == before


def test_the_whole_passage_is_shown_where_the_article_is_at_hand(root, run):
    text = "Une page. Lundi 3 mai, on a ouvert le pont à Belleport. La suite."
    start, end = text.index("Lundi"), text.index(" La suite")
    passage = replace(PLACE, at=(start, end), hash=digest(text[start:end]))
    write_proposals(root, "pont", (passage,))
    article = root / "content/articles/private/gazette.txt"
    article.parent.mkdir(parents=True)
    article.write_text(text, encoding="utf-8")
    assert f'passage    "{text[start:end]}"' in run("accept", "--list").output
    article.write_text(text.replace("3 mai", "4 mai"), encoding="utf-8")
    assert 'passage    "Lundi 3 mai … à Belleport"' in run("accept", "--list").output


@pytest.mark.parametrize("command", ["accept", "reject"])
def test_a_dry_run_writes_nothing(run, root, command):
    before = files(root)
    done = run(command, "pont", "--dry-run")
    assert done.exit_code == 0
    assert ("+place: quai-neuf" in done.output) is (command == "accept")
    assert "Nothing was written." in done.output
    assert files(root) == before


# What is odd.


def test_what_the_record_says_by_now_is_settled_without_a_write(root, run, record):
    run("accept", BOB.id)
    write_proposals(root, "pont", EVERY)
    text = record.read_bytes()
    done = run("accept", BOB.id)
    assert (done.exit_code, record.read_bytes()) == (0, text)
    assert "said already" in done.output
    assert BOB.field not in fields_left(root)


def test_a_value_that_a_person_typed_meanwhile_gets_its_proof(root, run, record):
    record.write_text(EVENT.replace("'2021-05' ", "'2021-05-03' "), encoding="utf-8")
    assert run("accept", DATE.id).exit_code == 0
    event = event_of(root)
    assert event.evidence[0].says == {}
    assert event.evidence[1].supports == ("date",)


def test_a_field_that_changed_since_is_left_unless_forced(root, run, record):
    text = EVENT.replace("'2021-05' ", "'2021-06' ")
    record.write_text(text, encoding="utf-8")
    done = run("accept", "--field", "date")
    assert done.exit_code == 1
    assert "the record says 2021-06 now, and said 2021-05 then" in done.stderr
    assert record.read_text(encoding="utf-8") == text
    assert run("accept", "--field", "date", "--force").exit_code == 0
    assert event_of(root).date == parse_edtf("2021-05-03")


def test_two_proposals_for_one_field_must_be_told_apart(root, run, record):
    other = replace(DATE, value="2021-05-04", source="courrier-2021")
    write_proposals(root, "pont", (DATE, other))
    done = run("accept", "--all")
    assert done.exit_code == 1
    assert f"{other.id} says 2021-05-04" in done.stderr
    assert record.read_text(encoding="utf-8") == EVENT
    assert run("accept", other.id).exit_code == 0
    assert event_of(root).date.text == "2021-05-04"


def test_a_deleted_record_is_not_brought_back_and_its_proposals_can_go(root, run, record):
    record.unlink()
    done = run("accept", "pont", "--all")
    assert done.exit_code == 1
    assert "the record was deleted" in done.stderr
    assert not record.exists()
    assert run("reject", "pont", "--all").exit_code == 0


def test_a_renamed_record_is_found_by_its_earlier_id(root, run, record):
    record.rename(record.with_name("pont-neuf.yml"))
    record = record.with_name("pont-neuf.yml")
    record.write_text(EVENT + "formerly: [pont]\n", encoding="utf-8")
    assert run("accept", "pont", "--field", "place").exit_code == 0
    assert "place: quai-neuf\n" in record.read_text(encoding="utf-8")
    assert list(read_proposals(root)) == ["pont-neuf"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (b"nmae: x\n", "pont.yml:27:1: [field-unknown]"),
        (b"note: {fr: \xe9t\xe9}\n", "pont.yml:27:12: [file-encoding]"),
        (b"note: [\n", "pont.yml:28:1: [yaml-syntax]"),
    ],
)
def test_a_record_with_a_fault_is_named_and_left(root, run, record, more, said):
    data = EVENT.encode() + more
    record.write_bytes(data)
    done = run("accept", BOB.id)
    assert done.exit_code == 1
    assert said in done.stderr
    assert "Mend the record first" in done.stderr
    assert record.read_bytes() == data
    assert BOB.field in fields_left(root)


def test_a_value_that_names_no_record_any_more_is_refused(root, run, record):
    (root / "content/people/bob-roi.yml").unlink()
    (root / "content/sources/gazette.yml").unlink()
    for proposal, name in ((BOB, "bob-roi"), (DATE, "gazette")):
        done = run("accept", proposal.id)
        assert done.exit_code == 1
        assert f'found "{name}", which is no' in done.stderr
    assert record.read_text(encoding="utf-8") == EVENT


def test_a_file_that_says_hostile_things_is_data(root, run, record):
    evil = '"\n  x: !!python/object {{ config }} # x'
    for proposal in (replace(DATE, value="16 juin"), replace(PLACE, value=evil.replace("\n", " "))):
        write_proposals(root, "pont", (proposal,))
        done = run("accept", "--all")
        assert done.exit_code == 1
        assert "refused" in done.stderr
    assert record.read_text(encoding="utf-8") == EVENT


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("pnot", "--all"), 'Did you mean "pont"?'),
        (("p-00000000",), "is no record and no proposal"),
        (("pont", "--field", "plaec"), 'Did you mean "place"?'),
        (("pont",), "there is no terminal to ask on"),
        ((), "there is no terminal to ask on"),
    ],
)
@pytest.mark.parametrize("command", ["accept", "reject"])
def test_wrong_usage_says_what_is_right(root, run, command, arguments, said):
    before = files(root)
    done = run(command, *arguments)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())
    assert files(root) == before


def test_nothing_proposed_is_said_and_no_fault_unless_a_field_was_asked_for(run):
    run("accept", "--all")
    done = run("accept", "--all")
    assert (done.exit_code, done.output) == (0, "Nothing is proposed.\n")
    assert run("accept", "pont", "--field", "date").exit_code == 1


# On a terminal.


def test_on_a_terminal_each_proposal_is_asked_for(root, run, monkeypatch):
    monkeypatch.setattr(COMMANDS, "is_terminal", lambda: True)
    done = run("accept", input="y\nx\nn\ns\nq\n")
    assert done.exit_code == 0
    assert "4 of 5" in done.output
    assert "1 accepted, 1 rejected" in done.output
    left = fields_left(root)
    assert "date" not in left
    assert left["evidence"] is State.REJECTED
    assert {left[f] for f in ("organisations.port", "participants.bob-roi", "place")} == {"open"}


def test_what_was_answered_before_an_interruption_is_kept(root, run, monkeypatch):
    monkeypatch.setattr(COMMANDS, "is_terminal", lambda: True)
    assert run("accept", input="y\n").exit_code == 1
    assert event_of(root).date.text == "2021-05-03"


def test_somebody_else_may_answer_while_one_is_thinking(root, run, monkeypatch):
    monkeypatch.setattr(COMMANDS, "is_terminal", lambda: True)
    ask = COMMANDS.click.prompt

    def prompt(*arguments, **options):
        write_proposals(root, "pont", ())
        return ask(*arguments, **options)

    monkeypatch.setattr(COMMANDS.click, "prompt", prompt)
    done = run("accept", input="y\nq\n")
    assert "answered or withdrawn in the meantime" in done.output
    assert event_of(root).date.text == "2021-05"


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_real_terminal_is_recognised(root):
    import pty  # noqa: PLC0415 -- not on every platform

    main_end, other_end = pty.openpty()
    command = [sys.executable, "-m", "generator.cli", "--root", str(root), "accept", "pont"]
    program = "from generator.cli import main; main()"
    command = [sys.executable, "-c", program, *command[3:]]
    with subprocess.Popen(command, stdin=other_end, stdout=other_end, stderr=other_end) as process:
        os.write(main_end, b"y\nq\n")
        process.wait(timeout=60)
        os.close(other_end)
        shown = os.read(main_end, 65536).decode()
        os.close(main_end)
    assert process.returncode == 0
    assert "Accept? [y]es, [n]o and never again, [s]kip for now, [q]uit" in shown
    assert event_of(root).date.text == "2021-05-03"


def test_without_a_terminal_nobody_is_asked():
    assert terminal.is_terminal() is (sys.stdin.isatty() and sys.stdout.isatty())


# What stops a write.


@pytest.mark.parametrize("command", ["accept", "reject"])
def test_a_disk_that_fills_up_between_two_files_loses_nothing(root, run, monkeypatch, command):
    """The record is written before its proposals: what is left over is found said already."""
    flush, calls = os.fsync, []

    def fsync(handle):
        calls.append(handle)
        if len(calls) == {"accept": 3, "reject": 2}[command]:  # 1: who holds the lock
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        flush(handle)

    before = files(root)
    monkeypatch.setattr(os, "fsync", fsync)
    done = run(command, "--field", "date", "--field", "place")
    assert done.exit_code == 1
    assert "content/proposals/pont.yml: could not be written: No space left" in done.stderr
    assert "make room on the disk, then run the command again" in done.stderr
    proposals = root / "content/proposals/pont.yml"
    assert proposals.read_bytes() == before[proposals]
    again = run(command, "--field", "date", "--field", "place")
    assert (again.exit_code, again.stderr) == (0, "")
    assert len(event_of(root).evidence) == (2 if command == "accept" else 1)
    assert {f for f, state in fields_left(root).items() if state is State.OPEN} == {
        "evidence",
        "organisations.port",
        "participants.bob-roi",
    }


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root mounts")
@pytest.mark.parametrize("command", ["accept", "reject"])
def test_a_read_only_folder_is_named_and_nothing_is_lost(root, run, command):
    content = str(root / "content")
    bound = subprocess.run(["mount", "--bind", content, content], check=False, capture_output=True)
    if bound.returncode:
        pytest.skip("this machine allows no mount")
    before = files(root)
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", content], check=True)
        done = run(command, "--all")
    finally:
        subprocess.run(["umount", content], check=True)
    assert done.exit_code == 1
    assert "pont.yml: could not be written: Read-only file system" in done.stderr
    assert "make it writable, then run the command again" in done.stderr
    assert files(root) == before


def test_two_commands_at_once_do_the_work_once(root, record):
    program = "from generator.cli import main; main()"
    command = [sys.executable, "-c", program, "--root", str(root), "accept", "--all"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as one, subprocess.Popen(command, **pipes) as two:
        said = [process.communicate(timeout=120)[0] for process in (one, two)]
    assert [one.returncode, two.returncode] == [0, 0]
    assert sorted(text.splitlines()[-1] for text in said)[1] == "Nothing is proposed."
    assert len(event_of(root).evidence) == 3


def test_an_edit_saved_while_a_command_runs_is_kept(root, run, record, monkeypatch):
    from generator.extract.drafts import settling  # noqa: PLC0415 -- patched where it is used

    newer = EVENT.replace("# the end", "# saved a moment ago")
    write = settling.write_text

    def slow(target, text, **options):
        record.write_text(newer, encoding="utf-8")
        write(target, text, **options)

    monkeypatch.setattr(settling, "write_text", slow)
    done = run("accept", "--all")
    assert done.exit_code == 1
    assert "somebody has just changed it, so it stays as it is" in done.stderr
    assert record.read_text(encoding="utf-8") == newer
    assert len(fields_left(root)) == len(EVERY)
