"""Signs and codes of currencies that stand before an amount, in any language."""

from __future__ import annotations

import re

CURRENCY_OF_SIGN = {
    "us$": "USD", "us $": "USD", "$": "USD", "usd": "USD", "€": "EUR", "eur": "EUR", "£": "GBP",
    "gbp": "GBP", "chf": "CHF", "cny": "CNY", "rmb": "CNY", "jpy": "JPY", "inr": "INR", "rs": "INR",
    "rs.": "INR", "r$": "BRL", "a$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "s$": "SGD",
    "kes": "KES", "ksh": "KES", "ugx": "UGX", "ngn": "NGN", "₦": "NGN", "₹": "INR", "zar": "ZAR",
    "aed": "AED", "kzt": "KZT", "₽": "RUB", "₸": "KZT", "xof": "XOF", "xaf": "XAF",
}  # fmt: skip
"""Folded sign → ISO 4217 code. Source: ISO 4217 and Unicode's currency symbols."""

_SIGNS = sorted(CURRENCY_OF_SIGN, key=lambda sign: (-len(sign), sign))
_BEFORE = re.compile(rf"(?<![\w$€£])(?:{'|'.join(map(re.escape, _SIGNS))})\s?$")
_REACH = 6  # code points of the longest sign with a space


def sign_before(folded: str, number_start: int) -> tuple[str, int] | None:
    """Return the currency whose sign stands before a number, and where the sign starts."""
    start = max(0, number_start - _REACH)
    match = _BEFORE.search(folded[start:number_start])
    if match is None:
        return None
    return CURRENCY_OF_SIGN[match.group().strip()], start + match.start()
