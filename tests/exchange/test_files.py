"""Files of any encoding are read; what is no text is refused with what to do."""

import pytest

from generator.errors import ExchangeError
from generator.exchange import files
from generator.exchange.files import read_foreign
from generator.exchange.imported import Remarks

TEXT = "Année,Titre\r\n1911,Pôle\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_is_read(file, encoding):
    remarks = Remarks("a.csv")
    assert read_foreign(file("a.csv", TEXT.encode(encoding)), remarks) == TEXT.replace("\r", "")
    assert remarks.problems == []


def test_an_old_spreadsheets_encoding_is_read_and_said_to_be_guessed(file):
    remarks = Remarks("a.csv")
    assert "Pôle" in read_foreign(file("a.csv", TEXT.encode("cp1252")), remarks)
    assert [(p.code, p.line, p.column) for p in remarks.problems] == [("import-guess", 1, 4)]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"PK\x03\x04rest", "spreadsheet"),
        (b"Year,Headline\n19\x0011,x\n", "a.csv:2:3: found a NUL"),
        (b"\xff\xfea\x00b", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(file, content, reason):
    with pytest.raises(ExchangeError, match=reason):
        read_foreign(file("a.csv", content), Remarks("a.csv"))


def test_a_file_that_is_too_large_is_refused(file, monkeypatch):
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    with pytest.raises(ExchangeError, match="in parts"):
        read_foreign(file("a.csv", "x" * 11), Remarks("a.csv"))
