"""The checks by their ids, and which of them speak."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from briefing.checking.asked import Asked
from briefing.checking.editorial.acronyms import never_spelled_out, wrong_acronyms
from briefing.checking.editorial.ages import impossible_ages
from briefing.checking.editorial.edited import Edited
from briefing.checking.editorial.embargoes import embargo_in_doubt
from briefing.checking.editorial.images import pictures_that_say_where, pictures_too_coarse, pictures_without_credit
from briefing.checking.editorial.leftovers import leftovers
from briefing.checking.editorial.lengths import long_paragraphs, long_sentences
from briefing.checking.editorial.links import links_without_meaning
from briefing.checking.editorial.order import dates_out_of_order, deadlines_past
from briefing.checking.editorial.percentages import shares_that_do_not_add_up
from briefing.checking.editorial.petitions import petition_leads_nowhere
from briefing.checking.editorial.private import private_data
from briefing.checking.editorial.readability import hard_sections
from briefing.checking.editorial.repetition import said_twice
from briefing.checking.editorial.spellings import names_spelled_in_two_ways
from briefing.checking.editorial.staleness import old_information
from briefing.checking.editorial.title_names import names_of_title_alone
from briefing.checking.editorial.weekdays import wrong_weekdays
from briefing.errors import Diagnostic
from briefing.model import Briefing
from briefing.model.checks import EDITORIAL_CHECKS, EditorialCheck

__all__ = ["CHECKS", "editorial"]

CHECKS: Mapping[str, Callable[[Edited], Iterator[Diagnostic]]] = MappingProxyType(
    {
        "acronym": never_spelled_out,
        "age": impossible_ages,
        "as-of": old_information,
        "date-order": dates_out_of_order,
        "deadline": deadlines_past,
        "duplicate": said_twice,
        "embargo": embargo_in_doubt,
        "leftovers": leftovers,
        "link-words": links_without_meaning,
        "name-spelling": names_spelled_in_two_ways,
        "paragraph-length": long_paragraphs,
        "percentages": shares_that_do_not_add_up,
        "petition-link": petition_leads_nowhere,
        "picture-credit": pictures_without_credit,
        "picture-position": pictures_that_say_where,
        "picture-resolution": pictures_too_coarse,
        "private-data": private_data,
        "readability": hard_sections,
        "sentence-length": long_sentences,
        "title-name": names_of_title_alone,
        "weekday": wrong_weekdays,
        "wrong-acronym": wrong_acronyms,
    }
)
"""What each of ``EDITORIAL_CHECKS`` does."""


def editorial(
    briefing: Briefing,
    asked: Asked,
    *,
    whole: bool = True,
    original: Briefing | None = None,
) -> Iterator[Diagnostic]:
    """Run the checks that are on and can judge the language of the briefing.

    Where it is not ``whole``, because a part of it could not be read, nothing is called missing. Of a language edition
    only that is said which stands in its own file; the rest is said of its original.
    """
    edited = Edited(briefing, asked)
    for check in EDITORIAL_CHECKS:
        if _speaks(check, edited) and (whole or not check.needs_all):
            found = CHECKS[check.id](edited)
            yield from (each for each in found if original is None or _is_own(each, briefing))


def _speaks(check: EditorialCheck, edited: Edited) -> bool:
    asked = edited.asked
    is_on = asked.everything or edited.briefing.checks.get(check.id, check.is_on)
    can_judge = check.judges(edited.language) and not (check.needs_today and asked.today is None)
    return can_judge and asked.switched.get(check.id, is_on)


def _is_own(diagnostic: Diagnostic, briefing: Briefing) -> bool:
    return diagnostic.position is not None and diagnostic.position.file == briefing.position.file
