"""Folder → PDF: the one place that calls the stages in order. The first room to read.

    read → check → fill the template → parse its HTML → mark abbreviations → set signs and spaces → set the pages
    → write the file

``loading`` reads an article folder and looks at it; ``listing`` lists problems or claims; ``building`` makes the
file: these are what others call. ``making`` is the ``Press`` behind them: it holds what is opened once and used for
many documents, compiled templates, themes, fonts. It is passed in, never global. ``language_editions`` looks at the
translations beside an original; ``captured_pages`` takes the text out of pages and PDFs that lie there; ``protected``
stops all of it where a protected word stands; ``release`` says what keeps a text from being final; ``proving`` reads
the QR codes of what was made; ``marked`` looks whether the pages of a draft say that it is one; ``themes``, ``shown``
and ``metadata`` gather what a document needs.
"""

from briefing.press.building import Built, build, default_output
from briefing.press.listing import Preflight, check, ledger, preflight
from briefing.press.loading import Checked, files_read, fonts_folder, load, load_checked, publication_of
from briefing.press.making import Attached, Press, Rendered, without_collecting
from briefing.press.metadata import metadata_of
from briefing.press.proving import prove
from briefing.press.shown import drawings_of, pictures_of

__all__ = [
    "Attached",
    "Built",
    "Checked",
    "Preflight",
    "Press",
    "Rendered",
    "build",
    "check",
    "default_output",
    "drawings_of",
    "files_read",
    "fonts_folder",
    "ledger",
    "load",
    "load_checked",
    "metadata_of",
    "pictures_of",
    "preflight",
    "prove",
    "publication_of",
    "without_collecting",
]
