"""A text without marks, as a scrape or an e-mail is → what was found in it.

    lines       a text → its lines, in groups between empty ones
    mail        the head of a forwarded e-mail
    furniture   what stands around an article on its page
    signature   the signature below an e-mail
    menus       menus before an article and lists of other stories behind it
    joining     lines broken at the edge of a page → paragraphs
    headings    which lines are headings
    lists       lines with bullets or numbers → lists
    tables      lines of columns → tables
    blocks      groups of lines → all blocks
    head        title, standfirst, author and date
    reading     the whole way

``read_text`` is the way in. Any bytes give a value; what is wrong with them is among its diagnostics.
"""

from briefing.importing.text.reading import read_text

__all__ = ["read_text"]
