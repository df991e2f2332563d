"""How many pages of which size, and what is wanted → where each page goes. Plain numbers, no PDF.

    values    what is wanted, what was measured, what is planned
    order     which page stands where, so that a stack of sheets reads in order
    placing   how large, and at which place of its sheet
    legible   whether what becomes smaller can still be read

``plan`` is the whole; ``check_legible`` says whether it ought to be done.
"""

from briefing.printing.planning.legible import LEAST_MODULE_MM, LEAST_SMALL_PT, LEAST_TEXT_PT, check_legible
from briefing.printing.planning.order import booklet, copies, in_cells
from briefing.printing.planning.placing import plan
from briefing.printing.planning.values import SCHEMES, Asked, Ink, Measured, Placed, Plan, Scheme, Side

__all__ = [
    "Asked",
    "Ink",
    "LEAST_MODULE_MM",
    "LEAST_SMALL_PT",
    "LEAST_TEXT_PT",
    "Measured",
    "Placed",
    "Plan",
    "SCHEMES",
    "Scheme",
    "Side",
    "booklet",
    "check_legible",
    "copies",
    "in_cells",
    "plan",
]
