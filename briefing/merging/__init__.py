"""An article and a list of people → a copy for each of them.

names     values and a pattern → the name of a file
journal   what is due and what is made, in a database beside the copies
copies    article and recipient → the bytes of a copy, and what they depend on
planning  list and fields → what is due, and who is left out
batches   recipients → files that are whole and on the disk
running   all of it in order, in one process or several
"""

from briefing.merging.copies import Order
from briefing.merging.journal import JOURNAL
from briefing.merging.planning import PROOFS, Plan
from briefing.merging.running import PROOF_FOLDER, Merged, Progress, merge

__all__ = ["JOURNAL", "PROOFS", "PROOF_FOLDER", "Merged", "Order", "Plan", "Progress", "merge"]
