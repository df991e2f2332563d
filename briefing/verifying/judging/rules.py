"""Rules of standards that files break most often → a sentence for people who do not know the standard.

The words of a validator are for those who write programs that make PDFs. See: ISO 14289-1, 7; ISO 19005-2, 6.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["plain_words"]


class _Explained(NamedTuple):
    """A sentence, and the rules that it stands for."""

    sentence: str
    validation: str
    """By the names of page-validation, without the standard before them and the number after them."""
    verapdf: tuple[str, ...] = ()
    """By the family of the standard, clause and test, which is how veraPDF names them."""


_EXPLAINED = (
    _Explained(
        "Something on a page is neither tagged nor marked as decoration.",
        "CONTENT-TAGGING",
        ("UA 7.1-3",),
    ),
    _Explained(
        "There is no tag tree.",
        "STRUCT-TREE-ROOT|TAGGED-DOCUMENT",
        ("UA 7.1-11", "UA 6.2-1", "A 6.7.2.2-1", "A 6.7.3.3-1"),
    ),
    _Explained("A font is not embedded.", "FONT-EMBEDDING", ("UA 7.21.4.1-1", "A 6.2.11.4.1-1")),
    _Explained("Letters of a font cannot be turned into text.", "FONT-UNICODE-(MAPPING|VALUE)", ("UA 7.21.7-1",)),
    _Explained(
        "Nothing says how the colours are meant: the file has no output intent.",
        "DEVICE-(RGB|GRAY|CMYK)",
        ("A 6.2.4.3-2", "A 6.2.4.3-3", "A 6.2.4.3-4"),
    ),
    _Explained("The file is encrypted.", "ENCRYPTION", ("A 6.1.3-2",)),
    _Explained("The file forbids screen readers to take its text.", "ENCRYPTION-P", ("UA 7.16-1",)),
    _Explained("The file has no title in its metadata.", "METADATA-TITLE", ("UA 7.1-9",)),
    _Explained(
        "Viewers are not told to show the title instead of the file's name.", "VIEWER-PREFERENCES", ("UA 7.1-10",)
    ),
    _Explained("The file has no metadata.", "METADATA-STRUCTURE", ("UA 7.1-8", "A 6.6.2.1-1")),
    _Explained(
        "The file does not say that it keeps this standard.", "ID-(PART|SCHEMA|CONFORMANCE)", ("UA 5-1", "A 6.6.4-1")
    ),
    _Explained(
        "Nothing says in which language a text is.",
        "(TEXT|ALT-TEXT|ACTUAL-TEXT|E-TEXT|OUTLINE|METADATA|FORM-FIELD-TU)-LANGUAGE",
        ("UA 7.2-34", "UA 7.2-21", "UA 7.2-33"),
    ),
    _Explained("A picture has no text alternative.", "(FIGURE|FORMULA)-ALTERNATIVE-TEXT", ("UA 7.3-1",)),
    _Explained("Headings skip a level.", "HEADING-NESTING", ("UA 7.4.2-1",)),
    _Explained("A link is not tagged.", "LINK-LINK-TAG", ("UA 7.18.5-1",)),
    _Explained("A link has no description.", "LINK-CONTENTS", ("UA 7.18.5-2",)),
    _Explained("A form field has no name to be read aloud.", "FORM-FIELD-TU-ALT", ("UA 7.18.1-3",)),
    _Explained(
        "Something in the file runs, which a file to be kept must not do.",
        "ACTION-TYPE|NAMED-ACTION|(CATALOG|PAGE|FIELD|WIDGET)-ADDITIONAL-ACTIONS|WIDGET-ACTION",
        ("A 6.5.1-1", "A 6.5.1-2", "A 6.5.2-1", "A 6.5.2-2"),
    ),
)
_NAME = re.compile(r"PDF[A-Z0-9]+-(?P<name>[A-Z0-9-]+)-\d{3}")


def plain_words(standard: str, rule: str) -> str:
    """Say what a broken rule means; empty where only the validator has words for it.

    ``standard`` is named as in ``Conformance``, ``rule`` as in ``BrokenRule``.
    """
    match = _NAME.fullmatch(rule)
    family = "UA" if standard.startswith("PDF/UA-1") else "A" if re.match("PDF/A-[23]", standard) else ""
    for each in _EXPLAINED:
        named = bool(match and re.fullmatch(each.validation, match["name"]))
        if named or f"{family} {rule}" in each.verapdf:
            return each.sentence
    return ""
