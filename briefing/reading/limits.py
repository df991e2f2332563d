"""How much of an article folder is read before it is refused: all input may be hostile.

Bytes unless the name says otherwise. The values leave an honest author an order of magnitude of room.
"""

from __future__ import annotations

__all__ = [
    "ALL_CAPTURED_BYTES",
    "ALL_EVENTS_CHARACTERS",
    "ARTICLE_EVENTS",
    "ARTICLE_LINKS",
    "ABBREVIATIONS",
    "ARTICLE_BLOCKS",
    "ARTICLE_BRACKETS",
    "ARTICLE_BYTES",
    "ARTICLE_CHARACTERS",
    "BRACKETS",
    "CAPTURED_BYTES",
    "CAPTURES_BYTES",
    "CAPTURED_ORIGINAL_BYTES",
    "CHARTS",
    "CITATION_STYLE_BYTES",
    "CITED_CHARACTERS",
    "CSV_BYTES",
    "CSV_CELLS",
    "CSV_CELL_CHARACTERS",
    "CSV_COLUMNS",
    "CSV_PROBLEMS",
    "CSV_ROWS",
    "DETAIL_CHARACTERS",
    "EVENTS",
    "EVENT_CHARACTERS",
    "FONT_BYTES",
    "FRONT_MATTER_CHARACTERS",
    "JSON_DEPTH",
    "JSON_NUMBER_CHARACTERS",
    "JSON_VALUES",
    "LONG_FORM_CHARACTERS",
    "NAMED_FILES",
    "PICTURES",
    "PICTURE_BYTES",
    "PICTURE_PIXELS",
    "PROFILE_BYTES",
    "SHORT_FORM_CHARACTERS",
    "SOURCES",
    "SOURCES_BYTES",
    "YAML_DEPTH",
    "YAML_REPAIRS",
    "YAML_VALUES",
]

ARTICLE_BYTES = 4_000_000
ARTICLE_CHARACTERS = 2_000_000
ARTICLE_BRACKETS = 20_000
"""Opening square brackets in one text: each may begin a link, a note or a citation, and is looked at many times."""
ARTICLE_LINKS = 5_000
ARTICLE_BLOCKS = 20_000
"""Paragraphs, cells and items of lists in one text."""
FRONT_MATTER_CHARACTERS = 100_000
PROFILE_BYTES = 100_000
CITATION_STYLE_BYTES = 500_000
"""The largest of the styles that Zotero offers has 250 kB."""
SOURCES_BYTES = 1_000_000
CAPTURED_BYTES = 2_000_000
"""The text of one source: a thick book."""
ALL_CAPTURED_BYTES = 40_000_000
CAPTURED_ORIGINAL_BYTES = 50_000_000
"""A page or a PDF that the text of a source is taken from."""
CAPTURES_BYTES = 1_000_000
"""The list of captured texts."""
PICTURE_BYTES = 25_000_000
PICTURE_PIXELS = 50_000_000
FONT_BYTES = 20_000_000
CSV_BYTES = 5_000_000

CHARTS = 50
"""Charts of figures in one briefing."""

CSV_ROWS = 10_000
"""Rows of one CSV file, that of the names not counted."""
CSV_COLUMNS = 200
CSV_CELLS = 250_000
"""Cells of one CSV file: 10,000 rows of 25."""
CSV_CELL_CHARACTERS = 10_000
CSV_PROBLEMS = 20
"""Told of one file: the twenty-first row of another length says nothing new."""

PICTURES = 200
"""Pictures in one briefing."""
CONSENTS_BYTES = 1_000_000
"""Of the file that lists consents."""

ABBREVIATIONS = 200
"""Entries in an article's list."""
SHORT_FORM_CHARACTERS = 40
LONG_FORM_CHARACTERS = 200

SOURCES = 2_000
"""Entries over all sources files."""

YAML_DEPTH = 8
"""Lists and records inside one another."""
YAML_VALUES = 20_000
"""Values in one file."""
YAML_REPAIRS = 12
"""Lines that are set right and read on from, so that later problems are seen as well."""

EVENTS = 2_000
"""Events in one file."""
ARTICLE_EVENTS = 5_000
"""Events that the timelines of one article show."""
NAMED_FILES = 40
"""Files that the blocks of one article take their contents from."""
EVENT_CHARACTERS = 1_000
"""Of what an event says in a timeline."""
BRACKETS = 50
"""Of one text of an event that comes from a file or the front matter."""
CITED_CHARACTERS = 2_000
"""Of the keys of an event's sources, with what stands behind them."""
DETAIL_CHARACTERS = 5_000
"""Of what is told below it."""
ALL_EVENTS_CHARACTERS = 1_000_000
"""Of what the events of one file say, the marks in it counted, and of what those of one article say: a thick book."""

JSON_DEPTH = 12
"""Lists and groups inside one another."""
JSON_VALUES = 100_000
"""Values in one file."""
JSON_NUMBER_CHARACTERS = 40
