"""A briefing → its claims: what it tells that can be traced, and what stands behind each.

    shortened    words that end with a full stop and end no sentence
    negations    words that deny
    languages/   what words do in quotations and figures
    sentences    text with marks in it → its sentences
    quotations/  text → what is quoted in it
    quantities/  text → its figures
    comparing/   a quotation or a figure beside the text of its source
    typed        words of a passage → where they were typed
    passages     briefing → every passage that tells something
    binding      a place in a passage → the citations and waivers that cover it
    detecting    the text of a passage → what is claimed in it
    claim        the values: a claim, and all claims of a briefing
    compared     a claim → the same with what its sources say
    ledger       briefing → all its claims, each with what stands behind it
    hedges       claims → those that are surer than what stands behind them

``ledger_of`` is the way in. No file is opened here.
"""

from briefing.claims.binding import Coverage
from briefing.claims.claim import LONGEST_SENTENCE, NO_CLAIMS, Claim, Ledger, Status
from briefing.claims.compared import Comparer
from briefing.claims.comparing import Captured, Comparison, Statement, compare_quotation
from briefing.claims.detecting import Detected, detect
from briefing.claims.hedges import Dropped, dropped_hedges
from briefing.claims.languages import is_reporting
from briefing.claims.ledger import MOST_CLAIMS, ledger_of
from briefing.claims.negations import negations_in
from briefing.claims.passages import ClaimKind, Mark, Passage, Place, passages_of
from briefing.claims.quantities import Quantity
from briefing.claims.quotations import quotations_in
from briefing.claims.sentences import Sentence, sentence_ends, sentences
from briefing.claims.typed import Typed, TypedPassage

__all__ = [
    "LONGEST_SENTENCE",
    "MOST_CLAIMS",
    "NO_CLAIMS",
    "Captured",
    "Claim",
    "ClaimKind",
    "Comparer",
    "Comparison",
    "Coverage",
    "Detected",
    "Dropped",
    "Ledger",
    "Mark",
    "Passage",
    "Place",
    "Quantity",
    "Sentence",
    "Statement",
    "Status",
    "Typed",
    "TypedPassage",
    "compare_quotation",
    "detect",
    "dropped_hedges",
    "is_reporting",
    "ledger_of",
    "negations_in",
    "passages_of",
    "quotations_in",
    "sentence_ends",
    "sentences",
]
