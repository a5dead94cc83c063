"""Amounts, shares, capacities and counts, with unit, currency, period and bound."""
