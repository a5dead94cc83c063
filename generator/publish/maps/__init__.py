"""Maps of our own: outlines of countries, two projections, a locator and an overview, as paths."""
