"""Briefing → Markdown as Pandoc has it, which an import makes the same briefing of.

    days      dates in words that are read without the article around them
    works     sources as Pandoc lists them
    beside    the files that the text needs
    head      the fields
    body      the text
    text      all of the text

What Pandoc has a name for has that name; the rest keeps ours.
"""

from briefing.exporting.markdown.beside import files_beside
from briefing.exporting.markdown.text import markdown_text

__all__ = ["files_beside", "markdown_text"]
