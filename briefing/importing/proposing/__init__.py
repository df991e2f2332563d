"""An article as it was found → the same with proposals: petition, sources, speakers, events, and honest questions.

    words        what proposals go by in each language
    languages    words → the language that they are of
    addresses    addresses that are typed as words → links, without what follows readers about
    passages     the paragraphs and items in which the author speaks
    requests     the sentence that asks to sign → what it asks, of whom
    petition     a paragraph that asks to sign → the petition
    links        links to other pages → sources
    quotations   paragraphs that are one quotation → quotations with their speakers
    named        newspapers and bodies that a sentence names → sources
    events       sentences with dates → events of a timeline
    doubts       what an author should look at before others do
    proposing    all of these in their order

``propose`` is the way in, for articles from every kind of file.
"""

from briefing.importing.proposing.addresses import without_tracking
from briefing.importing.proposing.languages import guess_language
from briefing.importing.proposing.proposing import propose

__all__ = ["guess_language", "propose", "without_tracking"]
