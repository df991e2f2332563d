"""A tree of HTML, as lxml parsed it → elements of our vocabulary, as ``reading.body`` makes them.

    surroundings  what a page knows and its elements do not say
    inline        text and the marks in it → nodes
    figures       pictures with their captions
    tables        tables with their captions; tables that only place things
    quotations    quotations with their speakers
    lists         lists, and lists of terms
    levels        the levels of headings
    blocks        everything else, and the whole way

``elements_of`` is the way in. Any tree gives elements: an element that is not known is what stands in it.
"""

from briefing.importing.trees.blocks import elements_of
from briefing.importing.trees.levels import closed_up, is_heading
from briefing.importing.trees.surroundings import BLOCKS, Surroundings, is_unseen, words_of

__all__ = ["BLOCKS", "Surroundings", "closed_up", "elements_of", "is_heading", "is_unseen", "words_of"]
