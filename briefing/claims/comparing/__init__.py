"""A quotation or a figure beside the text of its source.

    comparison   what came of it
    captured     the text of a source → what can be searched
    fragments    a quotation with marked changes → runs of words
    finding      runs of words → where they stand
    nearest      words that stand nowhere → the passage that is most like them
    differing    a quotation and a passage → two lines that show what differs
    turning      marked changes and the words that they stand for → the one that may turn round what is said
    quotation    a quotation beside the text of its source
    contexts     a sentence → since when, of whom and of what its figures are said
    values       are two figures the same number of the same unit?
    measures     are two figures in different units the same?
    opposite_words  men and women, rose and fell, by language
    opposites    a sentence → its words that contradict others, and its dates
    statements   a text → its sentences, with all that
    counted      two figures of the same number → do they count different things?
    candidates   a figure → the figures of a source that could be the one, and what makes them different ones
    quantity     a figure beside the text of its source

Takes time in proportion to the text, a few seconds for twenty million letters.
"""

from briefing.claims.comparing.captured import Captured
from briefing.claims.comparing.comparison import ABSENT, UNCLEAR, Comparison, Outcome
from briefing.claims.comparing.quantity import compare_quantity
from briefing.claims.comparing.quotation import compare_quotation, is_quoted
from briefing.claims.comparing.statements import Statement, Statements
from briefing.claims.comparing.values import is_rough

__all__ = [
    "ABSENT",
    "UNCLEAR",
    "Captured",
    "Comparison",
    "Outcome",
    "Statement",
    "Statements",
    "compare_quantity",
    "compare_quotation",
    "is_quoted",
    "is_rough",
]
