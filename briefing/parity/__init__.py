"""All editions of a briefing are made, read back as readers get them, and compared: they say the same.

    told        a briefing and its claims → what every edition owes its readers
    editions    an article folder → what each edition says, and what one of them lacks

Nothing is taken from the document that an edition was made of: what counts is what the finished file prints.
"""

from briefing.parity.editions import Parity, compare_editions

__all__ = ["Parity", "compare_editions"]
