"""Letters come from a font that has them, or not at all."""

import pytest

from generator.publish.edition import TEMPLATES
from generator.publish.posters.faces import SHAPED, Face, find_runs, machine_faces, our_faces

OURS = our_faces(TEMPLATES / "assets/fonts")
CHINESE = "上海合作组织成员国元首理事会会议"
ARABIC = "قمة منظمة شنغهاي"


def drawn(text, faces=OURS, share=1 / 3):
    return "".join(run.text for run in find_runs(text, faces, share))


@pytest.mark.parametrize(
    "text", ["Sommet à Astana – « œuvre »", "Саммит ШОС", "Σύνοδος", "Đà Nẵng"]
)
def test_our_fonts_have_latin_cyrillic_greek_and_vietnamese(text):
    assert drawn(text) == text


def test_letters_that_our_fonts_lack_are_known_to_be_missing():
    assert not any(face.has(letter) for face in OURS for letter in CHINESE + "ق💥")


@pytest.mark.parametrize("text", [CHINESE, ARABIC, "💥🎉", "\u0301", " "])
def test_a_text_that_no_font_can_draw_gives_nothing(text):
    assert find_runs(text, OURS) == ()


def test_a_few_letters_without_a_font_are_left_out():
    assert drawn("Accord signé 💥") == "Accord signé "
    assert find_runs("Accord 上海合作组织成员国", OURS) == ()


def test_where_every_letter_counts_none_is_left_out():
    assert find_runs("2024年7月4日", OURS, 0) == ()
    assert drawn("4 juillet 2024", share=0) == "4 juillet 2024"


def test_an_accent_comes_from_the_font_of_its_letter():
    assert drawn("Z\u0337a\u0322lgo") == "Zalgo"


def test_a_text_in_two_scripts_comes_from_two_fonts_with_the_spaces_of_the_first():
    runs = find_runs("Астана и Paris", OURS)
    assert [run.text for run in runs] == ["Астана", " ", "и", " Paris"]
    assert [OURS.index(run.face) for run in runs] == [1, 0, 1, 0]


@pytest.mark.skipif(not SHAPED, reason="FriBiDi is not installed")
def test_joined_letters_come_from_one_font_of_the_machine():
    able = [face for face in machine_faces() if face.covers(ARABIC)]
    if not able:
        pytest.skip("no font with Arabic letters on this machine")
    (run,) = find_runs(ARABIC, (*OURS, *machine_faces()))
    assert run.text == ARABIC
    assert run.face is able[0]


def test_joined_letters_are_not_drawn_without_an_engine_for_them(monkeypatch):
    monkeypatch.setattr("generator.publish.posters.faces.SHAPED", False)
    faces = (*OURS, *machine_faces())
    assert find_runs.__wrapped__(ARABIC, faces) == ()


def test_a_file_that_is_no_font_is_no_face(tmp_path, monkeypatch):
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0 nothing of a font")
    monkeypatch.setattr("generator.publish.posters.faces._folders", lambda: [tmp_path])
    assert machine_faces.__wrapped__() == ()


def test_a_face_remembers_what_it_has():
    face = Face(OURS[0].path)
    assert face.covers("Lyon")
    assert face.known == {"L": True, "y": True, "o": True, "n": True}
