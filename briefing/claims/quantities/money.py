"""Signs and codes of currencies, which are the same in every language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.claims.quantities.pieces import Pieces

__all__ = ["is_money", "money_before", "money_behind"]

_SIGNS: Mapping[str, str] = MappingProxyType({
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₺": "TRY", "₪": "ILS",
    "₩": "KRW", "₦": "NGN", "₫": "VND", "₱": "PHP", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₸": "KZT", "₼": "AZN",
    "₾": "GEL", "฿": "THB", "؋": "AFN", "﷼": "IRR", "৳": "BDT", "₭": "LAK", "₮": "MNT", "¢": "cent",
})  # fmt: skip
_DOLLARS = MappingProxyType({
    "us": "USD", "u.s": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "nz": "NZD",
    "hk": "HKD", "s": "SGD", "nt": "TWD", "r": "BRL", "mx": "MXN", "z": "ZWL", "j": "JMD",
})  # fmt: skip
"""Letters right before the sign of the dollar."""
_CODES = frozenset({
    "aed", "afn", "all", "amd", "ars", "aud", "azn", "bam", "bdt", "bgn", "bhd", "brl", "byn", "cad",
    "chf", "clp", "cny", "cop", "czk", "dkk", "dzd", "egp", "etb", "eur", "gbp", "gel", "ghs", "hkd",
    "huf", "idr", "ils", "inr", "iqd", "irr", "isk", "jod", "jpy", "kes", "krw", "kwd", "kzt", "lbp",
    "lkr", "lyd", "mad", "mdl", "mxn", "myr", "ngn", "nok", "npr", "nzd", "omr", "pen", "php", "pkr",
    "pln", "qar", "ron", "rsd", "rub", "rwf", "sar", "sdg", "sek", "sgd", "ssp", "syp", "thb", "tnd",
    "try", "twd", "tzs", "uah", "ugx", "usd", "uzs", "vnd", "yer", "zar", "zmw",
})  # fmt: skip
"""ISO 4217, but for those that are words of English in small letters."""
_RUPEES = frozenset({"rs", "re"})


def is_money(key: str) -> bool:
    """Tell whether a piece is the sign of a currency."""
    return key in _SIGNS


def money_before(pieces: Pieces, place: int) -> tuple[str, int] | None:
    """Read what stands before a number: the currency, and the place where it begins."""
    before = pieces[place - 1]
    if before.key in _SIGNS:
        letters = pieces[place - 2]
        if before.key == "$" and letters.kind == "word" and not before.is_spaced and letters.key in _DOLLARS:
            return _DOLLARS[letters.key], place - 2
        return _SIGNS[before.key], place - 1
    if before.key in _CODES and before.typed.isupper():
        return before.key.upper(), place - 1
    if before.key == "." and pieces[place - 2].key in _RUPEES and pieces[place - 2].is_capital:
        return "rupee", place - 2
    return ("rupee", place - 1) if before.key in _RUPEES and before.is_capital else None


def money_behind(pieces: Pieces, place: int) -> tuple[str, int] | None:
    """Read what stands behind a number: the currency, and the place behind it."""
    piece = pieces[place]
    if piece.key in _SIGNS and not (pieces[place + 1].kind == "number" and not pieces[place + 1].is_spaced):
        return _SIGNS[piece.key], place + 1
    if piece.key in _DOLLARS and pieces[place + 1].key == "$" and not pieces[place + 1].is_spaced:
        return _DOLLARS[piece.key], place + 2
    return (piece.key.upper(), place + 1) if piece.key in _CODES and piece.typed.isupper() else None
