"""What was found → what is wrong with it.

    rules        what the rules of validators mean, in plain words
    conformance  what page-validation says of each standard
    verapdf      what veraPDF says, where it is installed
    evidence     what the pages say otherwise than the ledger of claims and the words of the sources
    problems     everything that is wrong, a sentence each

Nothing here opens a file, but for handing it to a validator.
"""

from briefing.verifying.judging.conformance import broke_down, check_conformance, joined
from briefing.verifying.judging.problems import problems_of
from briefing.verifying.judging.rules import plain_words
from briefing.verifying.judging.verapdf import check_with_verapdf

__all__ = ["broke_down", "check_conformance", "check_with_verapdf", "joined", "plain_words", "problems_of"]
