"""A briefing and the files it was read from → what travels inside the PDF, and what to know before it does.

Only what the briefing itself refers to: its text, the lists of its sources, what it shows of its pictures, the profile
of its organisation. Opens no file: the bytes are those that were read to make this very PDF.

    pictures     the pictures, as they travel
    attached     the files, under the names by which they can be built again
    schema_org   the briefing as catalogues and search engines know it
    notices      what an author should know of it
"""

from briefing.archiving.attached import attached_files
from briefing.archiving.notices import notices
from briefing.archiving.pictures import cut_in_several_ways, travelling
from briefing.archiving.schema_org import schema_org

__all__ = ["attached_files", "cut_in_several_ways", "notices", "schema_org", "travelling"]
