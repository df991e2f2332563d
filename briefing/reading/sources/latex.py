"""LaTeX as it stands in bibliographies → plain text: accents, special letters, escapes, dashes, quotation marks.

Unknown commands are dropped and their arguments kept. Nothing is ever run.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["plain_address", "plain_words"]

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "r": "\u030a", "k": "\u0328", "d": "\u0323",
    "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "i": "i", "j": "j", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "NG": "Ŋ", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…", "textellipsis": "…",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "guillemotleft": "«", "guillemotright": "»", "textasciitilde": "~", "textbackslash": "\\", "texteuro": "€",
    "euro": "€", "pounds": "£", "textsterling": "£", "copyright": "©", "S": "§", "P": "¶", "textdegree": "°",
}  # fmt: skip
_ACCENTED = re.compile(
    r"""\\(?:(?P<sign>[`'^~"=.])|(?P<letter>[cvuHrkdb])(?=[\s{\\]))   # \' or \c
        \s*(?:\{\s*\\?(?P<braced>[^\W\d_])\s*\}|\\?(?P<bare>[^\W\d_]))""",
    re.VERBOSE,
)
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*(\{\})?")
_ESCAPE = re.compile(r"\\([&%$#_{}~^ ])")
_SIGNS = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("~", "\u00a0"))
_KEPT = {character: chr(0xE000 + number) for number, character in enumerate("&%$#_{}~^ ")}
"""Escaped characters wait as private ones until braces and ties are gone."""


def plain_words(text: str) -> str:
    """Decode a title, a name, a note."""
    text = re.sub(r"\\\\", " ", text)
    text = re.sub(r"\\href\s*\{[^{}]*\}", "", text)
    text = _ACCENTED.sub(_accented, text)
    text = text.replace("\\,", "\u202f")
    text = _ESCAPE.sub(lambda match: _KEPT[match[1]], text)
    text = _COMMAND.sub(lambda match: _LETTERS.get(match[1], ""), text)
    for typed, sign in _SIGNS:
        text = text.replace(typed, sign)
    text = re.sub(r"[{}$]", "", text)
    for character, private in _KEPT.items():
        text = text.replace(private, character)
    return unicodedata.normalize("NFC", re.sub(r"[ \t\n]+", " ", text).strip())


def plain_address(text: str) -> str:
    """Decode a web address: only escapes and braces, for two dashes are two dashes there."""
    text = re.sub(r"\\url\s*", "", text).replace("\\textasciitilde", "~").replace("{}", "")
    return re.sub(r"[{}]|\s+", "", _ESCAPE.sub(r"\1", text))


def _accented(match: re.Match[str]) -> str:
    accent = _ACCENTS[match["sign"] or match["letter"]]
    return unicodedata.normalize("NFC", (match["braced"] or match["bare"]) + accent)
