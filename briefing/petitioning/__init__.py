"""An article folder → sheets of paper to be signed: a general petition, or one to the House of Commons.

The two are kept apart from each other and from the petition online, whose signatures count elsewhere. The author
answers what a rule asks, and the organisation's profile has the words about people's data; nothing is inferred from the
text. What was looked at is said, and never that a sheet is lawful.

    values      what was made
    notice      a profile and a rule → what people are told of their data
    signatures  a briefing → what stands on a general sheet
    commons     a briefing → what stands on a petition to the House of Commons
    days        a briefing and a day → days that cannot be right
    fitting     how many rows a sheet has room for
    filling     values → the document of a form
    making      article folder → the files

A part imports only parts above it.
"""

from briefing.petitioning.making import make_petition
from briefing.petitioning.values import KINDS, MadeFile, MadePetition

__all__ = ["KINDS", "MadeFile", "MadePetition", "make_petition"]
