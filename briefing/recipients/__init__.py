"""A list of people, as they keep it → its fields, and its rows one after the other.

Read are CSV as spreadsheets save it, JSON lines, and sheets of Excel. A list may be longer than a memory is large: rows
are read when they are asked for, and none is kept. What is wrong with one row keeps no other from being read.

    recipient   fields and rows as values
    letters     bytes → text, line by line, whatever its encoding
    delimited   the lines of CSV → rows
    objects     JSON lines → rows
    opening     a file → its list
"""

from briefing.recipients.opening import RecipientList, open_recipients
from briefing.recipients.recipient import MOST_FIELDS, Field, Recipient, field_name

__all__ = ["MOST_FIELDS", "Field", "Recipient", "RecipientList", "field_name", "open_recipients"]
