"""A briefing → its claims: what it tells that can be traced, and what stands behind each.

    shortened    words that end with a full stop and end no sentence
    languages/   what words do in quotations and figures
    sentences    text with marks in it → its sentences
    quotations/  text → what is quoted in it
    quantities/  text → its figures
    comparing/   a quotation or a figure beside the text of its source
    typed        words of a passage → where they were typed
    passages     briefing → every passage that tells something
    binding      a place in a passage → the citations and waivers that cover it

No file is opened here.
"""

from briefing.claims.passages import Mark, Passage, Place, passages_of
from briefing.claims.sentences import Sentence, sentences
from briefing.claims.typed import Typed

__all__ = ["Mark", "Passage", "Place", "Sentence", "Typed", "passages_of", "sentences"]
