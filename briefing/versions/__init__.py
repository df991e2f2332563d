"""Two versions of a briefing → what changed, what of it is significant, and what readers have to be told of that.

    words      text → words; is it another spelling, or are there other words?
    told       briefing → all that it tells, sentence by sentence
    contents   what is told → its quotations, figures, dates and numbers
    shown      two texts → what differs in them, and the words around it
    pairing    which sentence became which
    works      which source became which
    fields     which of the short fields changed
    changes    all of it: the changes, and how much each matters
    required   significant changes → what the new version lacks
    said       changes → the words for them
    versions   two briefings → all of that
    opening    an earlier version, wherever it is → a folder
    folders    the same for two article folders

``against`` is the way in.
"""

from briefing.versions.changes import Change, ChangeKind, Weight
from briefing.versions.folders import against
from briefing.versions.versions import Versions, compare

__all__ = ["Change", "ChangeKind", "Versions", "Weight", "against", "compare"]
