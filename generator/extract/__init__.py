"""From an article to candidate records, each field with the words it was taken from."""
