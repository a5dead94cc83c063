"""Text between HTML and Markdown: nothing runs, nothing that can be read is lost."""

import html
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exchange.prose import (
    find_links,
    is_html,
    link_addresses,
    plain_words,
    to_html,
    to_markdown,
    to_plain,
)

PAYLOADS = [
    "<script>alert(1)</script>a",
    "<img src=x onerror=alert(1)>a",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href='java\tscript:alert(1)'>a</a>",
    "<svg/onload=alert(1)>a</svg>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>a",
    "<style>@import 'https://example.org'</style>a",
    "[a](javascript:alert(1))",
    "<a href='data:text/html,x'>a</a>",
]


@pytest.mark.parametrize("text", PAYLOADS)
def test_nothing_of_foreign_html_runs(text):
    made = to_html(to_markdown(text))
    assert not any(word in made for word in ("<script", "onerror", "onload", "<svg", "<iframe"))
    assert 'href="java' not in made
    assert 'href="data' not in made
    assert "a" in made


def test_paragraphs_emphasis_lists_and_links_stay():
    text = (
        '<p>One <b>two</b> <em>three</em></p><ul><li>four</li></ul><a href="https://x.org/">f</a>'
    )
    assert to_markdown(text) == "One **two** *three*\n\n- four\n\n[f](https://x.org/)"


@pytest.mark.parametrize(
    "text", ["2 * 3 * 4", "a_b_c", "# 1", "- x", "1. x", "<3 &lt; x", "[x](y)"]
)
def test_plain_text_is_shown_as_it_was(text):
    shown = to_html(to_markdown(html.escape(text, quote=False)))
    assert html.unescape(shown) == text


@settings(deadline=None)
@given(st.text(alphabet="ab *_[]()<>&#-+.1\\`!", max_size=40))
def test_any_plain_text_is_shown_as_it_was(text):
    made = to_markdown(html.escape(text))
    shown = plain_words(to_html(made))
    assert shown.split() == text.split()


def test_links_are_found_once_each_and_only_to_the_web():
    text = "[a](https://x.org/1) <https://x.org/2> [b](https://x.org/1) [c](javascript:d)"
    assert [(link.words, link.url) for link in find_links(text)] == [
        ("a", "https://x.org/1"),
        ("https://x.org/2", "https://x.org/2"),
    ]


def test_addresses_in_plain_text_become_links_without_the_full_stop():
    assert link_addresses("See https://x.org/a_b.") == "See <https://x.org/a_b>."


def test_markdown_becomes_plain_text_with_its_addresses():
    assert to_plain("A **b** [c](https://x.org/)\n\n- d") == "A b c (https://x.org/)\n\nd"


def test_a_mere_sign_is_no_tag():
    assert not is_html("a < b > c")
    assert is_html("a<br>b")


@pytest.mark.parametrize("text", ["<b>" * 30_000, "<" * 100_000, "<ul>" * 25_000, "[" * 100_000])
def test_hostile_depth_takes_no_time(text):
    start = time.process_time()
    to_html(to_markdown(text))
    assert time.process_time() - start < 3
