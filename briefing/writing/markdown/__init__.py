"""Elements → Markdown that ``reading`` reads back as the same elements.

    lines        lines that know which blocks begin in them
    marks        attributes, code, citations, targets of links
    escaping     backslashes before what would be markup
    typable      sentences as Markdown can hold them
    sentences    what stands inside a block
    tables       tables
    figures      pictures
    blocks       blocks
    markdown     the whole text, with its notes

``as_markdown`` is the way in; ``as_fenced`` and ``as_inline`` write what stands elsewhere, ``all_escaped``
words that are to be none of it.
"""

from briefing.writing.markdown.escaping import all_escaped
from briefing.writing.markdown.lines import Markdown
from briefing.writing.markdown.markdown import as_fenced, as_inline, as_markdown

__all__ = ["Markdown", "all_escaped", "as_fenced", "as_inline", "as_markdown"]
