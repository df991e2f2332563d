"""A finished PDF, of whatever program → what it is, and what is wrong with it.

``verify`` is the whole. It opens the file in a process of its own, so that nothing a file does can reach this one;
what reads files (``inspect``, ``codes``, ``conformance``, and the libraries behind them) is imported there alone.
"""

from briefing.verifying.addresses import bare_address
from briefing.verifying.extras import NOT_INSTALLED
from briefing.verifying.findings import (
    ActionFound,
    Attached,
    Box,
    BrokenRule,
    Code,
    Conformance,
    FontUsed,
    FormField,
    ImageShown,
    Inspection,
    LinkFound,
    OutlineEntry,
    PageSeen,
    Problem,
    Tag,
)
from briefing.verifying.problems import problems_of
from briefing.verifying.records import from_record, to_record, walk
from briefing.verifying.rules import plain_words
from briefing.verifying.verify import verify
from briefing.verifying.words import and_joined, beginning, counted, on_pages

__all__ = [
    "ActionFound",
    "Attached",
    "Box",
    "BrokenRule",
    "Code",
    "Conformance",
    "FontUsed",
    "FormField",
    "ImageShown",
    "Inspection",
    "LinkFound",
    "NOT_INSTALLED",
    "OutlineEntry",
    "PageSeen",
    "Problem",
    "Tag",
    "and_joined",
    "bare_address",
    "beginning",
    "counted",
    "from_record",
    "on_pages",
    "plain_words",
    "problems_of",
    "to_record",
    "verify",
    "walk",
]
