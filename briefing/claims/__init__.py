"""A briefing → its claims: what it tells that can be traced, and what stands behind each.

    shortened    words that end with a full stop and end no sentence
    sentences    text with marks in it → its sentences
    comparing/   a quotation or a figure beside the text of its source

No file is opened here.
"""

from briefing.claims.sentences import Sentence, sentences

__all__ = ["Sentence", "sentences"]
