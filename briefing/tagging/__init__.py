"""The tag layer: what a set document says, as PDF's structure tree, before a byte of it is written.

    numbered tree ──roles──▶ structure type of each node
    numbered tree ──typed──▶ texts that are drawn in another order than they were typed
    fragments on pages ──Marks──▶ a marked-content id for each sequence that was opened for a node
    all of it ──structure_of──▶ ``StructureElement``, the tree that ``pdf.structure`` writes

The tree is that of the document and not of what was drawn: drawing only says which marks belong to which node, so
splits over pages, repeated heads, footnotes and the order of drawing cannot disturb it. What was drawn for no node
is an artifact: nothing on a page is untagged.

The one seam into ReportLab is ``typesetting.recorder``, a canvas that notes the node for which it draws; it names
what it rests on there, and ``tests/test_recorder_seams.py`` pins it. See: ISO 32000-1, 14.6 to 14.8;
ISO 14289-1, 7; ISO 19005-2, 6.7.
"""

from briefing.tagging.conforming import LONGEST_STRING, check_conforming
from briefing.tagging.figures import FigurePart, figures_by_node
from briefing.tagging.marks import MarkedContent, Marks
from briefing.tagging.roles import GROUPING, Roles, roles_of
from briefing.tagging.structure import Attributes, Kid, ObjectReference, StructureElement, structure_of
from briefing.tagging.typed import typed_texts

__all__ = [
    "GROUPING",
    "LONGEST_STRING",
    "Attributes",
    "FigurePart",
    "Kid",
    "MarkedContent",
    "Marks",
    "ObjectReference",
    "Roles",
    "StructureElement",
    "check_conforming",
    "figures_by_node",
    "roles_of",
    "structure_of",
    "typed_texts",
]
