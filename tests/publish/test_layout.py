from generator.publish.layout import cut, stand_in

SLOTS = ("title", "content")


def test_a_frame_is_cut_once_and_joined_with_what_differs():
    document = (
        f"<title>{stand_in('title')}</title><h1>{stand_in('title')}</h1>{stand_in('content')}."
    )
    values = {"title": "A & B", "content": "<p>x</p>"}
    assert cut(document).join(values) == "<title>A & B</title><h1>A & B</h1><p>x</p>."


def test_what_stands_in_for_a_value_survives_escaping_and_casing_of_addresses():
    for slot in SLOTS:
        assert cut(f"x{stand_in(slot)}y").pieces == ("x", slot, "y")


def test_values_are_put_in_as_they_are_even_when_they_look_like_stand_ins():
    layout = cut(stand_in("content"))
    assert layout.join({"content": stand_in("title")}) == stand_in("title")
