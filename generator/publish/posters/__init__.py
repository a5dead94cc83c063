"""Posters: the picture that a link to a page is shown with elsewhere, drawn while building."""
