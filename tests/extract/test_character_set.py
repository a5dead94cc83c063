"""A text in any character set is read as what it says."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.article.character_set import decode

TEXTS = {
    "cp1252": "Le président a été reçu à Genève, où l’accord a été signé.",
    "cp1251": "3 июля 2024 года президенты подписали соглашение в Астане.",
    "gb18030": "2024年7月3日，两国元首在阿斯塔纳签署协议。会议持续了两天，各方讨论了贸易问题。",
    "cp932": "2024年7月3日、両大統領はアスタナで協定に署名した。会談は二日間続いた。",
    "cp1256": "في 3 يوليو 2024 وقع الرئيسان اتفاقا في أستانا بعد يومين من المحادثات",
}
ANY = " ".join(TEXTS.values())


@pytest.mark.parametrize("name", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_told_by_its_bytes(name: str) -> None:
    text = TEXTS["cp1252"] if name[-2:] in {"le", "be"} else ANY
    assert decode(text.encode(name)) == text


def test_the_mark_at_the_start_stays_a_character_of_the_file() -> None:
    assert decode(ANY.encode("utf-8-sig")) == "\ufeff" + ANY


@pytest.mark.parametrize(("name", "text"), TEXTS.items())
def test_other_character_sets_are_guessed(name: str, text: str) -> None:
    assert decode((text * 4).encode(name)) == text * 4


@pytest.mark.parametrize("declared", ["utf-8", "ascii", "nope", "iso-8859-1", "shift_jis"])
def test_a_page_that_declares_itself_wrongly_is_read(declared: str) -> None:
    page = f"<html><meta charset='{declared}'><p>{TEXTS['cp1252']}</p>"
    assert decode(page.encode("cp1252")) == page
    assert decode(page.encode()) == page


def test_a_declared_set_stands_for_the_larger_one() -> None:
    page = f"<html><meta charset=gb2312><p>{TEXTS['gb18030']}㐀</p>"
    assert decode(page.encode("gb18030")) == page


def test_half_a_character_at_the_end_costs_that_one_only() -> None:
    data = ANY.encode()
    cut = next(end for end in range(len(data) // 2, len(data)) if data[end] & 0xC0 == 0x80)
    text = decode(data[:cut])
    assert text.endswith("\ufffd")
    assert ANY.startswith(text[:-1])


@given(st.binary(max_size=400))
def test_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(UnicodeDecodeError):
        assert isinstance(decode(data), str)
