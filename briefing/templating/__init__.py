"""Briefing and template → semantic HTML text, and that text → document tree.

    vocabulary      the elements and attributes of the document
    content         how deep content may be
    catalogue       translations of the words of the interface
    borrowed        English phrases in a document of another language
    words           the words of the interface
    missing_words   whether a language has all of them
    machine_marks   what is said of a machine's translation that nobody has checked
    whitespace      spaces as HTML means them
    faults          what is wrong with a tree
    reader          the reader of HTML, and the mistakes it finds
    blockwise       HTML text → document tree, block by block
    parse           HTML text → document tree
    serialise       document tree → HTML text
    plain_macros    macros whose words are remembered
    sandbox         where templates run
    ahead           templates compiled ahead
    template        a template, found and filled
    note_letters    letters of notes, by language
    numbering       numbers of sources, marks of notes, ids
    sentences       ends of sentences, texts cut short
    styled          sources in a citation style
    references      sources as notes say them
    source_names    what a source is called in few words
    typography/     the signs and spaces of print
    chart           a timeline as figure and table
    data_chart      a chart of figures as figure and table
    resolve         citations and notes settled
    page            what a template can say
    render          the whole way to HTML text
    abbreviations   abbreviations marked in the tree
    bracketed       numbers in brackets, for large print

``load_template`` finds and compiles a template, for ours ``compile_ahead`` has done so; ``render`` fills it,
``parse_html`` reads the result for typesetting, ``with_abbreviations`` marks the abbreviations of the article's list in
it, ``typeset`` gives it the signs of print, ``with_numbers_in_brackets`` is for large print, ``as_typed`` is the way
back, and ``to_html`` writes a tree back. It refuses what is not in the closed vocabulary of ``docs/vocabulary.md`` and
never compiles content as a template.
"""

from briefing.templating.abbreviations import with_abbreviations
from briefing.templating.bracketed import with_numbers_in_brackets
from briefing.templating.chart import LOGO, ShownTimeline, picture_of, timeline_of_drawing
from briefing.templating.data_chart import chart_of_drawing
from briefing.templating.missing_words import language_problems
from briefing.templating.parse import parse_html
from briefing.templating.render import render
from briefing.templating.serialise import to_html
from briefing.templating.template import (
    Template,
    compile_ahead,
    find_template,
    load_form,
    load_template,
    template_names,
)
from briefing.templating.typography import as_typed, typeset
from briefing.templating.vocabulary import INLINES
from briefing.templating.words import Words, read_words

__all__ = [
    "INLINES",
    "LOGO",
    "ShownTimeline",
    "Template",
    "Words",
    "as_typed",
    "chart_of_drawing",
    "compile_ahead",
    "find_template",
    "language_problems",
    "load_form",
    "load_template",
    "parse_html",
    "picture_of",
    "read_words",
    "render",
    "template_names",
    "timeline_of_drawing",
    "to_html",
    "typeset",
    "with_abbreviations",
    "with_numbers_in_brackets",
]
