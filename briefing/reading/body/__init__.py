"""The body of ``briefing.md`` → values of the model; the sentences of a field → text with marks.

    typed            text that knows its place in the file
    chart_plans      a chart as its block says it
    shared           what a language edition takes over from its original
    findings         what is found on the way: diagnostics, citations, notes, ids
    unprintable      characters that no font has
    line_ends        whether the end of a typed line stands for a space
    links            addresses, and what they point to
    inline           text inside a block → nodes
    illustrations    pictures
    tables           tables and their captions
    blocks           blocks → elements, with the three above
    days             the days in asks and key figures
    items            items of summary, figures and asks → values
    options          what an author fixes in the braces of a fenced block
    local_figures    a sentence with figures of a recipient's place → two paragraphs, of which one is printed
    events           items of a timeline → events
    charts           the block of a chart → a plan
    fenced           the fenced blocks by their names
    sections         elements under their headings
    parts            a text part by part, each remembered
    body             the whole way

``read_body`` and ``read_inline`` are the ways in. Any text gives a value; what is wrong with it is among the
diagnostics.
"""

from briefing.reading.body.body import Body, read_body
from briefing.reading.body.chart_plans import ChartPlan, Said
from briefing.reading.body.events import Evidence, evidence_of, has_evidence, says_nothing
from briefing.reading.body.findings import Citation, EventsWanted, PictureUse, id_of_words
from briefing.reading.body.inline import InlineText, cited_keys, read_inline
from briefing.reading.body.shared import NOTHING_SHARED, Shared
from briefing.reading.body.unprintable import is_printable

__all__ = [
    "NOTHING_SHARED",
    "Body",
    "ChartPlan",
    "Citation",
    "EventsWanted",
    "Evidence",
    "InlineText",
    "PictureUse",
    "Said",
    "Shared",
    "cited_keys",
    "evidence_of",
    "has_evidence",
    "id_of_words",
    "is_printable",
    "read_body",
    "read_inline",
    "says_nothing",
]
