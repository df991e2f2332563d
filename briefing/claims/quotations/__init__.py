"""Text → what is quoted in it.

    marks    text → pairs of quotation marks
    speech   a pair and the words beside it → whether somebody says it
    finding  both together

Give it whole paragraphs: a quotation may run over several sentences.
"""

from briefing.claims.quotations.finding import Quoted, quotations_in

__all__ = ["Quoted", "quotations_in"]
