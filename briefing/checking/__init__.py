"""A briefing → what an editor would say about it.

Reading refuses what is wrong; checking speaks of what is doubtful or still open. It takes the briefing as it is,
opens no file and asks no network.
"""

from briefing.checking.content import content_hash
from briefing.checking.release import without_lapsed_check
from briefing.checking.rules import check, differences
from briefing.checking.stand_ins import with_stand_ins

__all__ = ["check", "content_hash", "differences", "with_stand_ins", "without_lapsed_check"]
