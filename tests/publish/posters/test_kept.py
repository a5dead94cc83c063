"""A rebuild draws what has changed, and forgets what is gone."""

from dataclasses import replace

import pytest

from generator.publish.edition import TEMPLATES
from generator.publish.posters import kept
from generator.publish.posters.kept import write_posters
from generator.publish.posters.poster import Poster

FONTS = TEMPLATES / "assets/fonts"
ONE = Poster(path="a/poster.png", titles=("Un",), shape="day", dates=("2024",))
TWO = replace(ONE, path="b/poster.png", titles=("Deux",))


@pytest.fixture
def counted(monkeypatch):
    drawn = []

    def draw(poster, faces):
        drawn.append(poster)
        return b"a picture"

    monkeypatch.setattr(kept, "draw_poster", draw)
    return drawn


def test_an_unchanged_poster_is_drawn_once(tmp_path, counted):
    first = write_posters([ONE, TWO], FONTS, tmp_path)
    again = write_posters([ONE, TWO], FONTS, tmp_path)
    assert counted == [ONE, TWO]
    assert first == again


def test_a_changed_poster_is_drawn_anew_and_its_old_picture_goes(tmp_path, counted):
    old = write_posters([ONE], FONTS, tmp_path)[ONE]
    new = write_posters([replace(ONE, titles=("Autre",))], FONTS, tmp_path)
    assert len(counted) == 2
    assert list(tmp_path.iterdir()) == list(new.values())
    assert not old.exists()


def test_an_event_that_moves_keeps_its_picture(tmp_path, counted):
    write_posters([ONE], FONTS, tmp_path)
    write_posters([replace(ONE, path="c/poster.png")], FONTS, tmp_path)
    assert counted == [ONE]


def test_another_drawing_draws_all_anew(tmp_path, counted, monkeypatch):
    write_posters([ONE], FONTS, tmp_path)
    monkeypatch.setattr(kept, "VERSION", -1)
    write_posters([ONE], FONTS, tmp_path)
    assert counted == [ONE, ONE]
