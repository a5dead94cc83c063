"""The records for other programs: feeds, calendars, an API of files, tables."""
