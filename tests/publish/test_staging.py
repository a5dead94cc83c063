"""A site is replaced in one step, and whatever happens before that leaves the old one."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.staging import discard, put_in_place, restore, staging_folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site/events").mkdir(parents=True)
    (tmp_path / "site/index.html").write_text("old", "utf-8")
    (tmp_path / "site/events/gone.html").write_text("old", "utf-8")
    return tmp_path / "site"


def staged(site: Path) -> Path:
    new = Path(staging_folder(str(site)))
    new.mkdir()
    (new / "index.html").write_text("new", "utf-8")
    return new


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_finished_site_takes_the_place_of_the_old_one(site: Path) -> None:
    put_in_place(str(staged(site)), str(site))
    assert (site / "index.html").read_text("utf-8") == "new"
    assert names(site) == ["index.html"]
    assert names(site.parent) == ["site"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    site = tmp_path / "deep/site"
    site.parent.mkdir()
    put_in_place(str(staged(site)), str(site))
    assert names(site) == ["index.html"]


def test_a_program_killed_between_the_two_steps_loses_nothing(site: Path) -> None:
    site.rename(site.with_name(".site.old"))
    restore(str(site))
    assert (site / "index.html").read_text("utf-8") == "old"
    restore(str(site))
    assert names(site.parent) == ["site"]


def test_what_an_earlier_kill_left_is_cleared(site: Path) -> None:
    (site.parent / ".site.old").mkdir()
    put_in_place(str(staged(site)), str(site))
    assert names(site.parent) == ["site"]


def test_a_folder_that_cannot_be_renamed_is_filled_anew(site: Path, monkeypatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("Device or resource busy")

    new = staged(site)
    (site / ".git").write_text("kept", "utf-8")
    monkeypatch.setattr(Path, "rename", refuse)
    put_in_place(str(new), str(site))
    assert names(site) == [".git", "index.html"]
    assert (site / "index.html").read_text("utf-8") == "new"


def test_nothing_is_deleted_through_a_link(site: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(site)
    discard(str(link))
    assert (site / "index.html").exists()
