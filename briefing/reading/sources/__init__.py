"""Files that list sources, and captured texts → ``Source`` by key.

    listed       what every format is read into: a key and a record of our fields
    yaml         our own format
    latex        letters and marks as BibTeX writes them
    bibtex       ``.bib`` files
    csl          CSL-JSON files
    gathering    finds the files, has each read in its format, and makes the sources

``read_sources`` is the way in.
"""

from briefing.reading.sources.gathering import Gathered, read_sources

__all__ = ["Gathered", "read_sources"]
