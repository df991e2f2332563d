"""Article folder → ``Briefing`` and diagnostics; a starter folder; the JSON Schema of what an author types.

``read_folder`` is the way in. A part imports only parts above it, and a folder by its face alone:

    limits          how much is read before it is refused
    spelling        did you mean …?
    raised          raised figures → numbers of notes in brackets, and powers
    files           files inside the folder, and nowhere else
    places          where letters stand in those files
    spreadsheets    files of spreadsheets, refused
    csv_table       a CSV file → cells with their places
    pictures        a picture file → ``Picture``
    dates/          a date in words or EDTF → ``Date``
    yaml/           YAML text → values with their places
    json_tree       JSON text → values with their places
    fields/         which fields there are, and whether they are filled in well
    events/         files of events, and lists of them → events as typed
    sources/        YAML, BibTeX and CSL-JSON files → ``Source``
    markdown/       Markdown → a tree of blocks
    body/           the tree → sections, notes, key figures, asks, timelines, plans of charts
    consents        who has agreed to be seen in a picture, and for what
    charts/         charts with the figures of their files
    citation_style  the name of a citation style → its file
    front_matter    the fields at the head of the article
    timelines       timelines whose events stand elsewhere → with their events
    article         one file: its fields and its text, those of an edition beside its original
    profile         the organisation, with logo and fonts
    folder          all of it, put together
    new_folder      files → a folder that is whole or not there
    starter         a first article folder
"""

from briefing.reading.article import Article, language_editions, name_of_edition, named_as_editions
from briefing.reading.consents import CONSENTS
from briefing.reading.fields import json_schema, language_tag
from briefing.reading.folder import Reading, read_folder
from briefing.reading.pictures import says_where_taken
from briefing.reading.places import Places
from briefing.reading.starter import write_starter

__all__ = [
    "CONSENTS",
    "Article",
    "Places",
    "Reading",
    "json_schema",
    "language_editions",
    "language_tag",
    "name_of_edition",
    "named_as_editions",
    "read_folder",
    "says_where_taken",
    "write_starter",
]
