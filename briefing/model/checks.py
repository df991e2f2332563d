"""The editorial checks: their names, what each finds, and whether it speaks without being asked.

``checking.editorial`` does what is listed here, and the field ``checks`` of the front matter switches it.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["EDITORIAL_CHECKS", "EditorialCheck"]

_NAMES_BY_CAPITALS = ("en", "es", "fr", "it", "nl", "pt")
"""Languages in which capitals tell names, and names have no cases."""


class EditorialCheck(NamedTuple):
    """A check that an author may switch."""

    id: str
    """Its name in the front matter, on the command line and in its diagnostics."""
    summary: str
    """What it finds: one sentence for people."""
    is_on: bool = True
    """Whether it speaks where nobody has switched it; one that is often wrong on well-edited text does not."""
    languages: tuple[str, ...] = ()
    """Primary subtags of the languages that it can judge; empty where it can judge all."""
    needs_today: bool = False
    """Whether it compares with the day of the check: then nothing is said where that is not given."""
    needs_all: bool = False
    """Whether it speaks of what is nowhere in the text: then nothing is said where a part could not be read."""

    def judges(self, language: str) -> bool:
        """Tell whether it can judge a language, given by its primary subtag."""
        return not self.languages or language in self.languages


EDITORIAL_CHECKS = (
    EditorialCheck(
        "acronym",
        "A short form is used before it is explained, or is never explained.",
        is_on=False,
        languages=("en",),
    ),
    EditorialCheck("age", "Ages and years of birth do not fit together.", languages=("en",)),
    EditorialCheck("as-of", "What is said is as of a day more than half a year ago.", is_on=False, needs_today=True),
    EditorialCheck("date-order", "An event is later than its source, or a date later than what follows it."),
    EditorialCheck("deadline", "A last day to sign or to act is over.", needs_today=True),
    EditorialCheck("duplicate", "A title, a heading or a paragraph stands there twice."),
    EditorialCheck("embargo", "An embargo is over, or its zone or time is not one."),
    EditorialCheck("leftovers", "Words of a web page came along: Read more, Advertisement, Click here."),
    EditorialCheck("link-words", "The words of a link do not say where it leads: here, this page.", is_on=False),
    EditorialCheck(
        "name-spelling",
        "A name is spelled in two ways: Massoud, Masoud.",
        is_on=False,
        languages=_NAMES_BY_CAPITALS,
    ),
    EditorialCheck(
        "paragraph-length", "A paragraph has more than 150 words, or 80 where a handout has it.", is_on=False
    ),
    EditorialCheck("percentages", "Percentages of a whole do not add up to 100.", is_on=False),
    EditorialCheck("petition-link", "The link of the petition leads to a place that is kept for examples."),
    EditorialCheck("picture-credit", "Nothing says who made a picture.", is_on=False),
    EditorialCheck("picture-position", "The file of a picture says where on earth it was taken."),
    EditorialCheck("picture-resolution", "A picture has fewer than 150 pixels to an inch on paper.", is_on=False),
    EditorialCheck("private-data", "An e-mail address or a telephone number is not the publisher's own.", is_on=False),
    EditorialCheck(
        "readability",
        "A section has long words and long sentences: LIX above 55.",
        is_on=False,
        languages=("da", "de", "en", "es", "fr", "it", "nb", "nl", "no", "pt", "sv"),
    ),
    EditorialCheck("sentence-length", "A sentence has more than 35 words, or 25 where a handout has it.", is_on=False),
    EditorialCheck(
        "title-name",
        "A name in the title is never used in the text.",
        languages=_NAMES_BY_CAPITALS,
        needs_all=True,
    ),
    EditorialCheck("weekday", "A date does not fall on its day of the week."),
    EditorialCheck("wrong-acronym", "A short form is one letter away from that of a known body.", languages=("en",)),
)
"""In the order of the alphabet."""
