"""A page of the web → an article as it was found.

    lightening    the text of a saved page without what only a browser needs
    parsing       text of a page → a tree, made ready
    units         a tree as the parts that its text stands in
    sentences     parts of sentences that are named like furniture, links that ask to sign
    telling       addresses and words of a page as they can be shown
    stand_ins     words in the place of formulas and of pictures in a sentence
    leftovers     what was left out in the middle of an article, quoted in a question
    facts         what a page says about its article
    addresses     addresses of links, made whole
    furniture     what stands around an article, by its names
    choosing      which parts of a page are its article
    quoting       pull quotes
    opening       title, standfirst and line of facts
    notes         notes and their markers
    illustrations pictures that are at hand
    unprintable   films, other pages in frames, struck words
    headings      headings that are only set in bold type
    exported      a page that this program has exported
    page          the whole way
    whole         all that a page shows, as text

``read_page`` is the way in, ``whole_page`` for whoever looks for words. Nothing is fetched, and no script is run.
"""

from briefing.importing.html.page import read_page
from briefing.importing.html.whole import Whole, whole_page

__all__ = ["Whole", "read_page", "whole_page"]
