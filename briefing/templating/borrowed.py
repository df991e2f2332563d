"""Phrases in another language than that of the document around them, and the directions of texts."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from briefing.model import direction

__all__ = ["BorrowedPhrase", "marks_of", "span", "way_of"]


@dataclass(frozen=True, slots=True)
class BorrowedPhrase:
    """A phrase with fields, of which a template says ``words.page_of_pages.format(page=…)``.

    It is one isolate of its own direction, so that no word of it goes to another side; each value in it is marked as
    what it is, of the document's language. See: UAX #9, 2.4.
    """

    text: str
    """Plain text with fields such as ``{page}``."""
    spoken: str
    """Language of the phrase, as a BCP 47 tag."""
    language: str
    """That of the document and of what is filled in."""

    def format(self, **values: object) -> Markup:
        """Fill the phrase in; what is no markup is escaped."""
        filled = {name: self._marked(escape(value)) for name, value in values.items()}
        return span(marks_of(self.spoken, self.language), escape(self.text).format(**filled))

    def __html__(self) -> str:
        """Write the phrase as it stands, with its fields unfilled."""
        return span(marks_of(self.spoken, self.language), escape(self.text))

    def _marked(self, value: Markup) -> Markup:
        way = way_of(value)
        own = {"lang": self.language}
        return span(own if way == direction(self.spoken) else {**own, "dir": way}, value)


def marks_of(spoken: str, language: str) -> Mapping[str, str]:
    """Give the attributes of words in one language inside a document in another, both given as BCP 47 tags."""
    way = direction(spoken)
    return {"lang": spoken} if way == direction(language) else {"lang": spoken, "dir": way}


def way_of(text: str) -> Literal["ltr", "rtl"]:
    """Direction of the first letter that has one, without tags where it is markup. See: UAX #9, P2 and P3."""
    letters = text.striptags() if isinstance(text, Markup) else text
    classes = (unicodedata.bidirectional(character) for character in letters)
    return next(("ltr" if each == "L" else "rtl" for each in classes if each in ("L", "R", "AL")), "ltr")


def span(attributes: Mapping[str, str], content: Markup) -> Markup:
    """Write content with attributes."""
    written = Markup("").join(Markup(' {}="{}"').format(*each) for each in attributes.items())
    return Markup("<span{}>{}</span>").format(written, content)
