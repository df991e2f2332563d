"""An article folder → a sheet to be ticked with a pen: each claim beside the words of its source.

It is for the desk that releases a text, and not for publication: it shows what the article tells, what its sources say,
what nobody has compared, and where those sign who have read it. Its own words are English, as those of messages are.

    values   what stands on a sheet
    places   claims → the part of the article that each stands in
    beside   a claim → what its sources say
    filling  briefing and claims → a sheet
    making   article folder → the PDF

A part imports only parts above it.
"""

from briefing.sheet.filling import sheet_of
from briefing.sheet.making import MadeSheet, make_sheet
from briefing.sheet.values import Sheet

__all__ = ["MadeSheet", "Sheet", "make_sheet", "sheet_of"]
