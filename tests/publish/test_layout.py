import base64
import hashlib

from generator.publish.layout import SLOTS, add_policy, cut, stand_in


def test_a_frame_is_cut_once_and_joined_with_what_differs():
    document = (
        f"<title>{stand_in('title')}</title><h1>{stand_in('title')}</h1>{stand_in('content')}."
    )
    layout = cut(document)
    values = dict.fromkeys(SLOTS, "") | {"title": "A & B", "content": "<p>x</p>"}
    assert layout.join(values) == "<title>A & B</title><h1>A & B</h1><p>x</p>."


def test_what_stands_in_for_a_value_survives_escaping_and_casing_of_addresses():
    for slot in SLOTS:
        assert cut(f"x{stand_in(slot)}y").pieces == ("x", slot, "y")


def test_values_are_put_in_as_they_are_even_when_they_look_like_stand_ins():
    layout = cut(stand_in("content"))
    assert layout.join({"content": stand_in("title")}) == stand_in("title")


def test_the_policy_allows_the_themes_scripts_by_hash_and_nothing_else():
    code = "var a = 1"
    page = add_policy(f'<head><meta charset="utf-8"><script>{code}</script></head>')
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}'" in page
    assert "unsafe" not in page
    assert page.index("Content-Security-Policy") < page.index("<script>")


def test_data_blocks_and_script_files_need_no_hash():
    page = add_policy(
        '<meta charset="utf-8"><script type="application/ld+json">{"a":1}</script>'
        '<script src="x.js"></script>'
    )
    assert "sha256" not in page
