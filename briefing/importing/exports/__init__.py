"""What this program has exported, as HTML or as a Word file → the article as it was, with nothing guessed.

    marks      is a file an export?
    typed      elements as they are shown → elements as they were typed
    works      an entry of the list of sources → fields of a source
    events     a table of events → a timeline
    petition   the panel of the petition → fields
    opening    what stands above and below the text → fields and comments
    article    the tree of an export → an article as it was found

``article_of_export`` takes a tree in the elements and classes of ``docs/vocabulary.md``: the readers of pages and of
documents make one each.
"""

from briefing.importing.exports.article import Exported, article_of_export
from briefing.importing.exports.marks import was_exported

__all__ = ["Exported", "article_of_export", "was_exported"]
