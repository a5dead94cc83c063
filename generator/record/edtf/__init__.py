"""The dates of records: EDTF text in, bounds, order and words for a reader out."""

from generator.record.edtf.display import display
from generator.record.edtf.parse import (
    Day,
    Edtf,
    EdtfError,
    Kind,
    Point,
    earliest,
    latest,
    parse_edtf,
    precision,
    sort_key,
)
from generator.record.edtf.suggest import suggest

__all__ = [
    "Day",
    "Edtf",
    "EdtfError",
    "Kind",
    "Point",
    "display",
    "earliest",
    "latest",
    "parse_edtf",
    "precision",
    "sort_key",
    "suggest",
]
