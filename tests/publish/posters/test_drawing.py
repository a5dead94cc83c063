"""A poster is small, deterministic, inside its edges, and says the certainty of its date."""

import io
import re
from dataclasses import replace

import pytest
from PIL import Image, ImageColor

from generator.publish.edition import TEMPLATES
from generator.publish.posters.drawing import COLUMN, EDGE, HEIGHT, INKS, PAPER, WIDTH, draw_poster
from generator.publish.posters.faces import our_faces
from generator.publish.posters.marks import BODIES, OUTLINED, draw_mark
from generator.publish.posters.poster import Poster

OURS = our_faces(TEMPLATES / "assets/fonts")
POSTER = Poster(
    path="events/conseil/poster.png",
    site="Chronologie",
    titles=("Le conseil se réunit à Lyon",),
    dates=("4 mars 2024", "2024-03-04"),
    shape="day",
    foot="Réunion · Lyon · 2 sources",
)


def picture(poster):
    return Image.open(io.BytesIO(draw_poster(poster, OURS))).convert("RGB")


def inked(image, box):
    """Return whether anything but paper is in a box."""
    part = image.crop(box)
    return part.getcolors(maxcolors=WIDTH * HEIGHT) != [
        (part.width * part.height, ImageColor.getrgb(PAPER))
    ]


TITLE_BOX = (COLUMN, 216, WIDTH - EDGE, 550)
OUTSIDE = (WIDTH - EDGE + 1, 108, WIDTH, HEIGHT)


@pytest.mark.parametrize(
    "title",
    [
        "Court",
        "W" * 300,
        "mot " * 300,
        "Саммит ШОС в Астане: итоги",
        "Ligne\nDeux",
        "Z\u0337\u0322" * 99,
    ],
)
def test_nothing_leaves_the_edges_and_the_file_is_small(title):
    data = draw_poster(replace(POSTER, titles=(title,)), OURS)
    image = Image.open(io.BytesIO(data)).convert("RGB")
    assert image.size == (1200, 630)
    assert len(data) < 25_000
    assert inked(image, TITLE_BOX)
    assert not inked(image, OUTSIDE)
    assert not inked(image, (COLUMN, 600, WIDTH, HEIGHT))


def test_a_poster_full_of_text_is_small_as_well():
    text = "Wäğ$x%&@ßQ" * 40
    full = replace(
        POSTER, site=text, titles=(text,), dates=(text,), note=text, lead=text, foot=text
    )
    assert len(draw_poster(full, OURS)) < 25_000


def test_the_same_poster_has_the_same_bytes():
    assert draw_poster(POSTER, OURS) == draw_poster(replace(POSTER), OURS)


@pytest.mark.parametrize("title", ["上海合作组织成员国元首理事会会议", "قمة منظمة شنغهاي", "💥"])
def test_a_title_that_cannot_be_drawn_leaves_its_place_empty_and_no_boxes(title):
    assert not inked(picture(replace(POSTER, titles=(title,))), TITLE_BOX)


def test_a_title_that_cannot_be_drawn_gives_way_to_one_in_another_language():
    both = replace(POSTER, titles=("上海合作组织", "Shanghai Cooperation Organisation"))
    only = replace(POSTER, titles=("Shanghai Cooperation Organisation",))
    assert draw_poster(both, OURS) == draw_poster(only, OURS)


def test_a_date_that_cannot_be_drawn_in_words_is_drawn_in_figures():
    both = replace(POSTER, dates=("2024年3月4日", "2024-03-04"))
    assert draw_poster(both, OURS) == draw_poster(replace(POSTER, dates=("2024-03-04",)), OURS)


def test_every_certainty_has_a_picture_of_its_own():
    standings = ("happened", *OUTLINED)
    marks = {
        (shape, standing, broken): draw_mark(shape, standing, broken, 4)
        for shape in BODIES
        for standing in standings
        for broken in (False, True)
    }
    for shape in BODIES:
        plain = marks[shape, "happened", False].ink.tobytes()
        assert any(plain), shape
        for standing in standings:
            mark = marks[shape, standing, False]
            if shape not in {"one-of", "unknown"}:
                assert (mark.ink.tobytes() != plain) == (standing != "happened"), (shape, standing)
            assert any(mark.strike.tobytes()) == (standing == "cancelled")
        if shape != "unknown":
            assert marks[shape, "happened", True].ink.tobytes() != plain, shape
    assert len({marks[shape, "happened", False].ink.tobytes() for shape in BODIES}) == len(BODIES)


def test_an_uncertain_date_has_a_question_mark_below_its_mark():
    sure = picture(replace(POSTER, approximate=True))
    unsure = picture(replace(POSTER, uncertain=True))
    below = (EDGE, 148 + 48 * 4 - 20, EDGE + 80, 148 + 48 * 4 + 40)
    assert sure.crop(below).tobytes() != unsure.crop(below).tobytes()


def test_the_title_of_what_was_cancelled_is_struck_through():
    accent = ImageColor.getrgb(INKS["accent"])
    struck = picture(replace(POSTER, standing="cancelled")).crop(TITLE_BOX).convert("RGB")
    assert accent in {colour for _, colour in struck.getcolors(maxcolors=99)}
    plain = picture(POSTER).crop(TITLE_BOX)
    assert accent not in {colour for _, colour in plain.getcolors(maxcolors=99)}


def test_a_page_from_right_to_left_has_its_mark_at_the_right():
    box = (WIDTH - EDGE - 80, 148, WIDTH - EDGE, 340)
    assert inked(picture(replace(POSTER, mirrored=True)), box)
    assert not inked(picture(POSTER), box)


def test_the_colours_are_those_of_the_site():
    css = (TEMPLATES / "assets/css/10-tokens.css").read_text("utf-8")
    tokens = dict(re.findall(r"--(\w+): (#\w{6});", css))
    assert {name: tokens[name] for name in ("paper", *INKS)} == {"paper": PAPER, **INKS}


def test_the_marks_have_the_forms_of_the_templates():
    macros = (TEMPLATES / "parts/macros.html").read_text("utf-8")
    for shape in ("interval", "month", "year", "decade"):
        left, top, width, height, _ = BODIES[shape]
        assert re.search(
            rf'"{shape}".*?x="{left}" y="{top}" width="{width}" height="{height}"', macros
        ), shape
