"""Briefing and template → semantic HTML text, and that text → document tree.

``load_template`` finds and compiles a template, for ours ``compile_ahead`` has done so; ``render`` fills it,
``parse_html`` reads the result for typesetting, ``with_abbreviations`` marks the abbreviations of the article's list in
it, and ``to_html`` writes a tree back. It refuses what is not in the closed vocabulary of ``docs/vocabulary.md`` and
never compiles content as a template.
"""

from briefing.templating.abbreviations import with_abbreviations
from briefing.templating.chart import LOGO, events_of_drawing, picture_of
from briefing.templating.parse import parse_html
from briefing.templating.render import render
from briefing.templating.serialise import to_html
from briefing.templating.template import Template, compile_ahead, find_template, load_template, template_names

__all__ = [
    "LOGO",
    "Template",
    "compile_ahead",
    "events_of_drawing",
    "find_template",
    "load_template",
    "parse_html",
    "picture_of",
    "render",
    "template_names",
    "to_html",
    "with_abbreviations",
]
