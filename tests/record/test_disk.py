"""Whatever stops a write: the file is the old or the new one, the message says what to do."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import textwrap

import pytest

from generator.errors import StoreError
from generator.record import disk
from generator.record.disk import file_digest, remove_file, write_text, writing


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "content/events/a.yml"
    path.parent.mkdir(parents=True)
    path.write_text("old", encoding="utf-8")
    return path


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def run_python(program, *arguments):
    command = [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("call", ["mkstemp", "fdopen", "fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file_and_no_other(target, monkeypatch, call, code):
    def fail(*_, **__):
        raise OSError(code, os.strerror(code))

    owner = {"mkstemp": disk.tempfile, "replace": disk.Path}.get(call, os)
    monkeypatch.setattr(owner, call, fail)
    with pytest.raises(StoreError, match=rf"a\.yml: could not be written: {os.strerror(code)}"):
        write_text(target, "new")
    assert target.read_text() == "old"
    assert names(target.parent) == ["a.yml"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root mounts")
def test_a_full_disk_and_a_read_only_one_say_what_to_do_and_lose_nothing(tmp_path):
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this machine allows no mount")
    try:
        target = place / "a.yml"
        write_text(target, "old")
        with pytest.raises(StoreError, match=r"a\.yml: .*make room on the disk"):
            write_text(target, "x" * 200_000)
        assert (target.read_text(), names(place)) == ("old", ["a.yml"])
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        with pytest.raises(StoreError, match=r"a\.yml: .*make it writable"):
            write_text(target, "new")
        with pytest.raises(StoreError, match=r"a\.yml: could not be removed"):
            remove_file(target)
        with pytest.raises(StoreError, match=r"\.cache: could not be locked"), writing(place):
            pytest.fail("nobody can write here")
        assert (target.read_text(), names(place)) == ("old", ["a.yml"])
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_newer_work_than_a_text_was_made_from_is_kept(target):
    for expected in ("", file_digest(b"older")):
        with pytest.raises(StoreError, match="somebody has just changed it"):
            write_text(target, "new", expected=expected)
    assert (target.read_text(), names(target.parent)) == ("old", ["a.yml"])
    write_text(target, "new", expected=file_digest(b"old"))
    assert target.read_text() == "new"


def test_many_files_wait_for_the_disk_once(target, monkeypatch):
    waited = []
    monkeypatch.setattr(disk.os, "fsync", lambda _handle: waited.append("file"))
    monkeypatch.setattr(disk.os, "sync", lambda: waited.append("all"), raising=False)
    write_text(target, "one")
    write_text(target, "two", durable=False)
    disk.settle_disk()
    assert (waited, target.read_text(encoding="utf-8")) == (["file", "all"], "two")


def test_a_file_keeps_its_mode_and_its_line_ends(target):
    target.chmod(0o640)
    write_text(target, "a\r\nb\n")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"a\r\nb\n", 0o640)


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from generator.record.disk import write_text, writing
    os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
    note = Path(sys.argv[1], ".cache/timeline.holder")
    note.parent.mkdir()
    Path(sys.argv[1], ".cache/timeline.holder").write_text("timeline extract (process 77)")
    write_text(Path(sys.argv[2]), "half")
"""


def test_what_a_killed_command_left_is_named_and_cleared_by_the_next(tmp_path, target):
    assert run_python(KILLED, tmp_path, target).returncode == -signal.SIGKILL
    assert target.read_text() == "old"
    assert len(names(target.parent)) == 2
    said = []
    with writing(tmp_path, said.append):
        assert names(target.parent) == ["a.yml"]
    assert said == [
        (
            "timeline extract (process 77) was cut short: each file is as it was before or as it "
            "was to be; 1 half-written files of it removed."
        )
    ]
    with writing(tmp_path, said.append):
        pass
    assert len(said) == 1


def test_a_command_that_waits_says_for_whom_and_gives_up_in_the_end(tmp_path, monkeypatch):
    monkeypatch.setattr(disk, "PATIENCE_SECONDS", 0.01)
    monkeypatch.setattr(disk, "LOCK_SECONDS", 0.05)
    said = []
    too_late = pytest.raises(StoreError, match=r"process \d+\) is still writing: nothing was done")
    with writing(tmp_path), too_late, writing(tmp_path, said.append):
        pytest.fail("two at once")
    assert [line.split(" to end")[0] for line in said] == [
        f"Waiting for {disk._own_name()}"  # noqa: SLF001 -- the name this very process goes by
    ]


def test_the_lock_goes_with_the_process_that_holds_it(tmp_path):
    program = """
        import os, signal, sys
        from pathlib import Path
        from generator.record.disk import writing
        with writing(Path(sys.argv[1])):
            os.kill(os.getpid(), signal.SIGKILL)
    """
    assert run_python(program, tmp_path).returncode == -signal.SIGKILL
    said = []
    with writing(tmp_path, said.append):
        pass
    assert "was cut short" in said[0]
    assert names(tmp_path / ".cache") == ["timeline.lock"]


def test_a_command_that_fails_leaves_no_note_behind(tmp_path):
    with pytest.raises(KeyboardInterrupt), writing(tmp_path):
        raise KeyboardInterrupt
    assert names(tmp_path / ".cache") == ["timeline.lock"]
