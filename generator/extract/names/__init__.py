"""People, organisations and places, against the registries and beyond them."""
