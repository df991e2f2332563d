"""A file from elsewhere → an article folder that builds at once, with everything said that has no place in it.

    draft         what is to be written, and what is to be told
    keys          keys for sources that have none
    writing       texts as YAML and CSV write them
    events        events as somebody keeps them → a draft
    fields        the front matter of a Markdown file → a draft
    importing     a file, by its kind → a draft → a folder

``import_file`` is the way in. A further kind of file is a reader in ``importing`` that gives a draft.
"""

from briefing.reading.importing.draft import Imported
from briefing.reading.importing.importing import KINDS, LARGEST, import_file

__all__ = ["KINDS", "LARGEST", "Imported", "import_file"]
