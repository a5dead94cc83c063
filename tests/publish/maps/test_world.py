"""The outlines: whole, small, and the same after the way through their file."""

from hypothesis import given
from hypothesis import strategies as st
from make_world import STEPS, encode

from generator.publish.maps.projection import distance
from generator.publish.maps.world import FILE, contains, decode, lands_by_code, read_lands

MOST = 60_000  # bytes of the file, which every checkout carries


def test_the_file_is_small_and_says_where_it_is_from():
    text = FILE.read_text(encoding="ascii")
    assert len(text) < MOST
    assert "Natural Earth" in text.partition("\n")[0]


def test_every_country_has_land_and_each_outline_closes():
    lands = read_lands()
    assert len(lands) > 230
    for code, pieces in lands:
        assert pieces, code
        for piece in pieces:
            assert piece.ring[0] == piece.ring[-1], code
            assert len(piece.ring) >= 3, code  # half of an island may be a line


def test_the_larger_comes_first_so_that_enclaves_lie_on_top():
    order = [code for code, _ in read_lands()]
    assert order.index("ZA") < order.index("LS")
    assert order.index("IT") < order.index("SM")


def test_capitals_lie_in_their_countries():
    capitals = {
        "KZ": (71.45, 51.18), "CN": (116.4, 39.9), "FR": (2.35, 48.85), "RU": (37.6, 55.75),
        "BR": (-47.9, -15.8), "AU": (149.1, -35.3), "EG": (31.2, 30.05), "US": (-77.0, 38.9),
    }  # fmt: skip
    for code, point in capitals.items():
        inside = [piece for piece in lands_by_code()[code] if contains(piece.ring, point)]
        assert len(inside) == 1, code
        assert distance(point, inside[0].middle) <= inside[0].radius
    assert not any(contains(piece.ring, (-30.0, 40.0)) for piece in lands_by_code()["FR"])


def test_land_across_the_180th_meridian_is_one_piece():
    chukotka, moscow = (-172.0, 66.0), (37.6, 55.75)
    largest = lands_by_code()["RU"][0].ring
    assert contains(largest, chukotka)
    assert contains(largest, moscow)


@given(st.lists(st.tuples(st.integers(-7200, 7200), st.integers(-3600, 3600)), min_size=1))
def test_a_line_is_the_same_after_its_way_through_the_file(steps):
    line = [(x / STEPS, y / STEPS) for x, y in steps]
    kept = [point for at, point in enumerate(line) if not at or point != line[at - 1]]
    found = decode(encode(line), STEPS)
    if line[-1:] == line[-2:-1]:  # the last point stays even where it is the one before
        found = found[:-1]
    assert list(found) == kept
