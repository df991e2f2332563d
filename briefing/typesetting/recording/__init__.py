"""What a block draws, as a value.

    fragment  operators with holes, the nodes that they belong to, links and anchors
    recorder  a ReportLab canvas that collects them

The origin is the lower left corner of what was drawn, lengths are points.
"""

from briefing.typesetting.recording.fragment import (
    Anchor,
    Artifact,
    Close,
    CodeArea,
    DrawnPart,
    FigureArea,
    Fragment,
    LinkArea,
    NumberHole,
    Open,
    Operation,
    PictureMark,
    Show,
)
from briefing.typesetting.recording.recorder import Recorder

__all__ = [
    "Anchor",
    "Artifact",
    "Close",
    "CodeArea",
    "DrawnPart",
    "FigureArea",
    "Fragment",
    "LinkArea",
    "NumberHole",
    "Open",
    "Operation",
    "PictureMark",
    "Recorder",
    "Show",
]
