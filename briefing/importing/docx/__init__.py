"""A document of Word → an article as it was found.

    names          what the parts of a document are called
    told           what is left out or changed, by its kind
    package        the parts of a document
    styles         styles and lists
    numerals       numbers that stand before paragraphs
    fields         fields, and which of their words are shown
    signs          letters of fonts of symbols, fields of forms
    equations      equations as lines of text
    plain          a document in the few elements that are read of it
    graphics       drawings → pictures and text boxes
    runs           runs → runs that are read
    rewriting      a document → one that is read
    sentences      paragraphs → sentences of the article
    items          items → lists in lists
    tables         tables
    figures        pictures → figures and files
    blocks         paragraphs and tables → blocks of the article
    exported       a document that this program has exported → its tree
    article        title and headings
    places         links inside the document
    linked_notes   notes that are written as links
    properties     what a document says of itself
    counting       which words are missing
    document       a document → an article

``read_docx`` is the way in. The words, links, notes and tables are read by mammoth. What it would pass over in silence
is rewritten first, and the words of the article are counted against those of the document at the end.
"""

from briefing.importing.docx.document import read_docx

__all__ = ["read_docx"]
