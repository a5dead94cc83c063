import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.links import (
    Words,
    anchor_name,
    any_url,
    passage_url,
    record_path,
    root_of,
    web_url,
)

RUNS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    " javascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript%3aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//evil.example/x",
    "\\\\evil.example\\x",
    "https:\\\\evil.example",
    "blob:https://x",
    "http://",
    "http:///path",
    "http://[::1",
)


@pytest.mark.parametrize("url", RUNS)
def test_an_address_that_could_run_or_leave_is_dropped(url):
    assert web_url(url) == ""
    assert any_url(url) == ""


@pytest.mark.parametrize("url", ["https://a.example/b?c=d#e", "http://127.0.0.1/x", "HTTPS://A.B/"])
def test_web_addresses_pass(url):
    assert web_url(url) == url
    assert any_url(url) == url


@pytest.mark.parametrize(
    "url", ["mailto:a@b.example", "../events/x/", "#anchor", "page.html?a=b:c"]
)
def test_contributed_text_may_link_by_mail_and_within_the_site(url):
    assert any_url(url) == url
    assert web_url(url) == ""


def test_no_address_is_an_empty_one():
    assert (web_url(None), any_url(None), any_url("")) == ("", "", "")


@given(st.text(max_size=40))
def test_no_text_at_all_becomes_an_address_with_another_scheme(text):
    url = any_url(text)
    scheme = url.partition(":")[0].lower() if ":" in url.partition("/")[0] else ""
    assert scheme in ("", "http", "https", "mailto")


def opened(url, first, last="", **beside):
    return passage_url(url, Words(first=first, last=last, **beside))


def test_a_passage_is_opened_by_its_first_and_last_words():
    url = opened("https://a.example/b", "Le 16 juin 2025", "au Kazakhstan")
    assert url == "https://a.example/b#:~:text=Le%2016%20juin%202025,au%20Kazakhstan"


def test_punctuation_of_the_directive_is_encoded():
    url = opened("https://a.example/", "a-b, c & d", "e-f")
    assert url == "https://a.example/#:~:text=a%2Db%2C%20c%20%26%20d,e%2Df"


def test_a_passage_given_whole_needs_no_range():
    assert opened("https://a.example/", "mot", "mot") == "https://a.example/#:~:text=mot"


def test_words_beside_a_passage_part_it_from_its_likes():
    url = opened("https://a.example/", "mot", "fin", prefix="avant-hier", suffix="puis, non")
    assert url == "https://a.example/#:~:text=avant%2Dhier-,mot,fin,-puis%2C%20non"


def test_the_anchor_of_an_address_stays_and_an_old_directive_goes():
    url = opened("https://a.example/#haut:~:text=vieux", "neuf", "fin")
    assert url == "https://a.example/#haut:~:text=neuf,fin"


def test_without_words_the_address_stays():
    assert opened("https://a.example/x", "", "") == "https://a.example/x"


TEXTS = st.text(min_size=1, max_size=30)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_a_directive_never_holds_a_bare_separator(first, last, prefix, suffix):
    directive = opened("u", first, last, prefix=prefix, suffix=suffix).partition(":~:text=")[2]
    parts = [part.strip("-") for part in directive.split(",")]
    assert len(parts) <= 4
    assert not any(sign in part for part in parts for sign in "-&<>\"' #")


@pytest.mark.parametrize("bad", ["", "../x", "a/b", "A", "a--b", "a.b", "x" * 81, "é", "a\n"])
def test_an_id_that_could_leave_its_folder_is_refused(bad):
    with pytest.raises(ValueError, match="no id"):
        record_path("events", bad)


@pytest.mark.parametrize(
    ("path", "root"), [("", "./"), ("events/", "../"), ("events/a/", "../../")]
)
def test_the_way_back_to_the_root(path, root):
    assert root_of(path) == root


def test_anchors_have_no_signs_that_an_address_would_encode():
    assert anchor_name("p", "a b", "É<>") == "p-a-b-x"
