"""Numbers in the digits of a language: page, section and source numbers, dates.

Which digits a language has is the CLDR's default numbering system, release 47. Two rows differ: Urdu has its own
digits everywhere, not in India alone, and Arabic without a country has those of most Arabic countries. A tag may ask
for others, as Unicode Technical Standard 35 has it: ``ur-u-nu-latn``.
"""

from __future__ import annotations

from briefing.model.languages import Tag, read_tag

__all__ = ["digits_of", "in_digits"]

_LATIN = "0123456789"
_ZEROS = {
    "adlm": 0x1E950,
    "arab": 0x0660,
    "arabext": 0x06F0,
    "beng": 0x09E6,
    "cakm": 0x11136,
    "deva": 0x0966,
    "gujr": 0x0AE6,
    "guru": 0x0A66,
    "hmnp": 0x1E140,
    "khmr": 0x17E0,
    "knda": 0x0CE6,
    "laoo": 0x0ED0,
    "latn": 0x0030,
    "mlym": 0x0D66,
    "mtei": 0xABF0,
    "mymr": 0x1040,
    "nkoo": 0x07C0,
    "olck": 0x1C50,
    "orya": 0x0B66,
    "sinh": 0x0DE6,
    "tamldec": 0x0BE6,
    "telu": 0x0C66,
    "thai": 0x0E50,
    "tibt": 0x0F20,
}
"""Numbering systems by their names in the CLDR, each with its nought; nine more digits follow it."""
_SYSTEMS = {
    "ar": "arab",
    **dict.fromkeys(("ar-001", "ar-ae", "ar-dz", "ar-eh", "ar-ly", "ar-ma", "ar-tn"), "latn"),
    "as": "beng",
    "az-arab": "arabext",
    "bgc": "deva",
    "bgn": "arabext",
    "bho": "deva",
    "bn": "beng",
    "ccp": "cakm",
    "ckb": "arab",
    "dz": "tibt",
    "fa": "arabext",
    "ff-adlm": "adlm",
    "hnj": "hmnp",
    "ks": "arabext",
    "ks-deva": "latn",
    "lrc": "arabext",
    "mni": "beng",
    "mni-mtei": "mtei",
    "mr": "deva",
    "my": "mymr",
    "mzn": "arabext",
    "ne": "deva",
    "nqo": "nkoo",
    "pa-arab": "arabext",
    "pa-pk": "arabext",
    "ps": "arabext",
    "raj": "deva",
    "sa": "deva",
    "sat": "olck",
    "sat-deva": "deva",
    "sd": "arab",
    "sd-deva": "latn",
    "sdh": "arab",
    "ur": "arabext",
    "uz-af": "arabext",
    "uz-arab": "arabext",
}
"""Languages that do not count in Latin digits, by language, by language and script, and by language and country."""


def digits_of(language: str) -> str:
    """Ten digits, from nought to nine, of a language given as a BCP 47 tag; the Latin ones of an unknown one."""
    zero = _ZEROS[_system(read_tag(language))]
    return "".join(map(chr, range(zero, zero + 10)))


def in_digits(number: int | str, language: str) -> str:
    """Write a number, or the numbers in a text, in the digits of a language; all but ``0`` to ``9`` stays."""
    digits = digits_of(language)
    return str(number) if digits == _LATIN else str(number).translate(str.maketrans(_LATIN, digits))


def _system(tag: Tag) -> str:
    if tag.numbers in _ZEROS:
        return tag.numbers
    names = (f"{tag.language}-{tag.script}", f"{tag.language}-{tag.region}", tag.language)
    return next((_SYSTEMS[name] for name in names if name in _SYSTEMS), "latn")
