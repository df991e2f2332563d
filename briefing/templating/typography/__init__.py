"""Typewriter's signs and spaces → those of print, by the rules of the language, and the way back.

    row         the form of the table of languages
    eastern     its rows of the languages of Asia and Africa
    languages   the table itself
    months      the names of months
    language    the rules of one language, made ready for use
    line        a line of text with its languages, and what is changed in it
    addresses   what is no prose: addresses, names of files
    words       the words beside a place
    quotes      quotation marks and apostrophes
    ranges      which hyphens stand for "to"
    dashes      dashes, minus signs, ellipses
    spaces      spaces at which a line does not break
    signs       all of these together, for one line
    document    the finished document tree
    typed       the way back

Replaced are the signs of a typewriter, ``" ' - -- --- ...``, and ordinary spaces; what an author typed as a typographic
sign stays. What is not sure stays as typed: a quotation mark without its partner, a hyphen between what may be a score,
a telephone number or a date, anything in a language that is not in the table.
"""

from briefing.templating.typography.document import typeset, typeset_line
from briefing.templating.typography.signs import typeset_text
from briefing.templating.typography.typed import as_typed

__all__ = ["as_typed", "typeset", "typeset_line", "typeset_text"]
