"""A file from elsewhere → an article folder that builds at once, with everything said that has no place in it.

    given         what is imported
    draft         what is to be written, and what is to be told
    found         an article as it was found, before it is written
    keys          keys for sources that have none
    solar_dates   days of the solar calendar
    bylines       lines that say who wrote an article and when
    sidelines     lines that stand around an article on its page
    decoding      bytes → text, in whatever encoding
    archives      zip files, within limits
    xml_trees     files of XML, within limits
    pictures      pictures that a briefing can show
    trees/        a tree of HTML → elements of an article
    events        events as somebody keeps them → a draft
    sheets        a sheet of a spreadsheet → rows of CSV
    recipients    a list of people → a draft
    exports/      what this program has exported → the article as it was
    docx/         a document of Word → an article as it was found
    html/         a page of the web → an article as it was found
    text/         a plain text → what is found in it
    markdown/     Markdown of other tools → what is found in it
    proposing/    what is found → the same with sources, petition, speakers and events
    belongings    what an article of ours has beside it
    amounts       is there too much for one article?
    head          the fields of an article → the lines at its head
    asking        questions → comments where they belong
    plainer       a block that would stop a build → its words alone
    article       what was found → a draft
    importing     a file, by its kind → a draft → a folder

``import_file`` is the way in. A further kind of file is a reader in ``importing`` that gives a draft.
"""

from briefing.importing.draft import Imported
from briefing.importing.importing import KINDS, LARGEST, import_file

__all__ = ["KINDS", "LARGEST", "Imported", "import_file"]
