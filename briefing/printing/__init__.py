"""A finished PDF of ours → sheets for an office printer or a copy shop: booklets, several pages on a sheet, leaflets.

``impose`` is the whole. It opens the file in a process of its own, as ``verifying`` does:

    papers       sizes of sheets
    planning/    how many pages of which size, and what is wanted → where each page goes
    imposition/  the bytes of a PDF and a plan → sheets; imported in the file's own process alone
    child        what runs in the file's own process
    imposing     starts it, and saves what it made
"""

from briefing.printing.imposing import Printed, impose
from briefing.printing.papers import PAPERS, Size, name_of
from briefing.printing.planning import SCHEMES, Asked, Measured, Plan, Scheme

__all__ = ["Asked", "Measured", "PAPERS", "Plan", "Printed", "SCHEMES", "Scheme", "Size", "impose", "name_of"]
