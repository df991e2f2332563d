"""A finished PDF of ours → sheets for an office printer or a copy shop: booklets, several pages on a sheet, leaflets.

``impose`` is the whole. It opens the file in a process of its own, as ``verifying`` does:

    papers       sizes of sheets
    planning/    how many pages of which size, and what is wanted → where each page goes
    imposition/  the bytes of a PDF and a plan → sheets; imported in the file's own process alone
    child        what runs in the file's own process
    imposing     starts it, and saves what it made
    telling      what there is to say about sheets
    proof/       the proof sheet: where each page is, what to fold, which edge to flip;
                 imported where one is wanted, for it sets pages
"""

from briefing.printing.imposing import Printed, impose
from briefing.printing.papers import PAPERS, Size, name_of
from briefing.printing.planning import SCHEMES, Asked, Measured, Plan, Scheme
from briefing.printing.telling import MOST_FOLDED, left_out, on_sheets, rows_of_pages, to_do, what_became

__all__ = [
    "Asked",
    "MOST_FOLDED",
    "Measured",
    "PAPERS",
    "Plan",
    "Printed",
    "SCHEMES",
    "Scheme",
    "Size",
    "impose",
    "left_out",
    "name_of",
    "on_sheets",
    "rows_of_pages",
    "to_do",
    "what_became",
]
