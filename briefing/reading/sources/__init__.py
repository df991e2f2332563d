"""Files that list sources, and captured texts → ``Source`` by key.

    listed       what every format is read into: a key and a record of our fields
    yaml         our own format
    latex        letters and marks as BibTeX writes them
    bibtex       ``.bib`` files
    csl          CSL-JSON files
    unclaimed    what lies in the folder of captured texts and belongs to no source
    captures     the words of sources, kept beside the article
    confidential what may be known of sources that are confidential
    hidden       what may not, and where the article says it after all
    gathering    finds the files, has each read in its format, and makes the sources

``read_sources`` is the way in; ``read_bibtex``, ``read_csl`` and ``read_yaml`` read one list as it was typed,
``captures_in`` reads the list of captured texts.
"""

from briefing.reading.sources.bibtex import read_bibtex
from briefing.reading.sources.captures import (
    CAPTURES,
    HEAD,
    ORIGINALS,
    Capture,
    TextOf,
    captures_in,
    digest,
    heading,
    legible,
    written,
)
from briefing.reading.sources.csl import read_csl
from briefing.reading.sources.gathering import Gathered, read_sources
from briefing.reading.sources.listed import Listed
from briefing.reading.sources.yaml import read_yaml

__all__ = [
    "CAPTURES",
    "HEAD",
    "ORIGINALS",
    "Capture",
    "Gathered",
    "Listed",
    "TextOf",
    "captures_in",
    "digest",
    "heading",
    "legible",
    "read_bibtex",
    "read_csl",
    "read_sources",
    "read_yaml",
    "written",
]
