"""What was printed → a proof sheet: where each page is, what to fold, which edge to flip.

It is a file of its own and no page of the sheets: a page more would turn fronts into backs. It is for whoever stands at
the printer, and not for publication; its own words are English, as those of messages are.

    diagram  sheets, drawn small
    making   all of it as a PDF
"""

from briefing.printing.proof.making import write_proof

__all__ = ["write_proof"]
