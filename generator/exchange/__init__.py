"""Timelines of other programs in and out: each becomes records, records become each."""
