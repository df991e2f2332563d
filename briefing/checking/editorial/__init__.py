"""A briefing → what a careful editor would ask about it, each kind of question switchable by its name.

No check proposes another fact: it shows the words that do not go together.

    word_lists  lists of words as they are typed in tables
    slips       words that are a slip of the pen apart
    edited      what every check is given
    weekdays    dates on the wrong day of the week
    planned     words that say of an event that it has not happened yet, by language
    order       dates that cannot follow each other as they do, and days that are over
    embargoes   embargoes that are over, or no moment
    repetition  what stands there twice
    petitions   the petition's address
    page_words  what stands around the articles of web pages, by language
    leftovers   words of a web page that came along
    title_names names of the title that the text never uses
    bodies      known bodies by their short forms
    acronyms    short forms: mistaken ones, and those that nothing explains
    ages        ages and years of birth
    spellings   one name in two spellings
    staleness   information that was gathered long ago
    percentages shares of a whole
    links       words that do not say where a link leads
    images      pictures: their makers, their pixels, the places they tell
    lengths     long sentences and paragraphs
    readability how hard a section is to read
    private     addresses and numbers of people
    checks      all of them by name, and which speak

A new check is a line of ``model.checks``, a function from ``Edited`` to diagnostics, and a line of ``checks``.
"""

from briefing.checking.editorial.checks import CHECKS, editorial

__all__ = ["CHECKS", "editorial"]
