"""A date as the author typed it → a ``Date``, or the reason why it is none.

    english    English words → EDTF; another language is another such module
    date       words or EDTF → ``Date``

``read_date`` is the way in.
"""

from briefing.reading.dates.date import read_date

__all__ = ["read_date"]
