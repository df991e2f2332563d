"""Sources and a citation style → the entries of the list of sources, as nodes of the document tree.

A room of its own, for it alone knows the library that reads styles, which is loaded where a style is asked for and
nowhere else: the house style is the template's. Nothing is opened here and nothing is fetched.

    marks    signs in a text that stand for italics, and what becomes of them
    items    a source → what the Citation Style Language calls an item
    styles   a style as it was found → one that the library sets well
    entries  the way in
"""

from briefing.citing.entries import Entries, Entry
from briefing.citing.styles import StyleError

__all__ = ["Entries", "Entry", "StyleError"]
