"""A briefing → what an editor would say about it.

Reading refuses what is wrong; checking speaks of what is doubtful or still open. It takes the briefing as it is,
opens no file and asks no network. A part imports only parts above it:

    trees              all that a briefing says, wherever it stands
    content            the hashes of what is approved
    changed_names      whether the text has the names that stand for real ones
    asked              which editorial checks speak
    stand_ins          what an article lacks, so that its pages can be tried
    differing          the words for what differs in a translation
    embargo            whether it names one moment
    evidence           what is told and has no source
    compared           what sources and text say otherwise
    people             who can be recognised in pictures, and whether they have agreed
    dates              how dates were read
    same_person        whether two names are of one person
    release            who approved, who translated
    voters             whether it is intended to influence voters, and the imprint
    translated_fields  the fields of an edition beside those of its original
    counterparts       the text of an edition beside that of its original
    editorial/         what a careful editor would ask, check by check
    rules              all of it
"""

from briefing.checking.asked import NOTHING_ASKED, Asked
from briefing.checking.content import answered_content, claims_hash, content_hash
from briefing.checking.evidence import ledger_for
from briefing.checking.people import NOTHING_PUBLISHED, OF_THE_DAY, Publication, people_in_pictures
from briefing.checking.release import NOT_SIGNED_OFF, is_author, not_approved, without_lapsed_check
from briefing.checking.rules import check, differences
from briefing.checking.stand_ins import with_stand_ins
from briefing.checking.voters import (
    NOT_ANSWERED,
    audience_answered,
    country_of,
    imprint_printed,
    influences_voters,
    not_answered,
    voters,
)

__all__ = [
    "NOTHING_ASKED",
    "NOTHING_PUBLISHED",
    "OF_THE_DAY",
    "NOT_ANSWERED",
    "NOT_SIGNED_OFF",
    "Asked",
    "Publication",
    "answered_content",
    "audience_answered",
    "check",
    "claims_hash",
    "content_hash",
    "differences",
    "country_of",
    "imprint_printed",
    "influences_voters",
    "is_author",
    "ledger_for",
    "not_answered",
    "not_approved",
    "people_in_pictures",
    "voters",
    "with_stand_ins",
    "without_lapsed_check",
]
