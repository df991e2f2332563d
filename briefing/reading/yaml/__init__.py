"""YAML text → a tree of texts, each with its place; what is mistyped is set right and reported.

    tree      the values
    repair    what the author most likely meant, where a line cannot be read
    text      from text to values
    echoes    one mistake, one message

``compose`` is the way in; ``without_echoes`` goes over all that was found in the end.
"""

from briefing.reading.yaml.echoes import without_echoes
from briefing.reading.yaml.text import Composed, compose
from briefing.reading.yaml.tree import Entry, Listing, Record, Scalar, Value

__all__ = ["Composed", "Entry", "Listing", "Record", "Scalar", "Value", "compose", "without_echoes"]
