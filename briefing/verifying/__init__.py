"""A finished PDF, of whatever program → what it is, and what is wrong with it.

``verify`` is the whole. It opens the file in a process of its own, so that nothing a file does can reach this one:

    findings     the values that all of it is about
    printed      the tag tree → the words that are printed
    words        words for people
    addresses    when two addresses are the same
    limits       of sizes, memory and time
    records      findings as JSON, and back
    extras       libraries that may be missing
    processes    other programs, with limits
    code_faults  what keeps a code from being read, in words
    inspecting/  the bytes of a file → what is in it; imported in the file's own process alone
    codes/       the QR codes and bar codes on pages, each tried
    judging/     what was found → what is wrong with it
    child        what runs in the file's own process
    verify       starts it, and asks veraPDF
    taking       the files inside a PDF; also in a process of its own
    attached     starts that
"""

from briefing.verifying.addresses import bare_address
from briefing.verifying.attached import attached_files
from briefing.verifying.extras import NOT_INSTALLED
from briefing.verifying.findings import (
    ActionFound,
    Attached,
    Box,
    BrokenRule,
    ClaimFinding,
    ClaimFindingId,
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
    Rechecked,
    Tag,
)
from briefing.verifying.judging import plain_words, problems_of
from briefing.verifying.records import from_record, to_record, walk
from briefing.verifying.verify import verify
from briefing.verifying.words import agreeing, and_joined, beginning, counted, on_pages

__all__ = [
    "ActionFound",
    "Attached",
    "Box",
    "BrokenRule",
    "ClaimFinding",
    "ClaimFindingId",
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
    "Rechecked",
    "Tag",
    "agreeing",
    "and_joined",
    "attached_files",
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
