"""What stands on a page: blocks that say their strips for a width and draw a run of them.

    block       what every block can do
    paragraph   lines of words
    media       pictures, rules
    codes       QR codes
    drawing     what is drawn as paths and texts, such as a chart
    containers  blocks one above the other, side by side, behind a marker
    table       rows under a head
    fitted      a text in the largest of several sizes that fits
    turned      a block whose lines run up or down the page
    copies      a block several times side by side, to be cut apart

A strip is what no page break cuts: a line, a table's row, a picture.
"""

from briefing.typesetting.blocks.block import Block, Strip
from briefing.typesetting.blocks.codes import QrBlock
from briefing.typesetting.blocks.containers import Figure, ListItem, Row, Stack
from briefing.typesetting.blocks.copies import Copies
from briefing.typesetting.blocks.drawing import DrawingBlock, DrawingSetting, FontMeasure, MirroredSurface
from briefing.typesetting.blocks.fitted import Fitted
from briefing.typesetting.blocks.media import PictureBlock, RuleBlock
from briefing.typesetting.blocks.paragraph import Paragraph
from briefing.typesetting.blocks.table import Cell, Columns, TableBlock, TableRow
from briefing.typesetting.blocks.turned import Turned

__all__ = [
    "Block",
    "Cell",
    "Columns",
    "Copies",
    "DrawingBlock",
    "DrawingSetting",
    "Figure",
    "Fitted",
    "FontMeasure",
    "ListItem",
    "MirroredSurface",
    "Paragraph",
    "PictureBlock",
    "QrBlock",
    "Row",
    "RuleBlock",
    "Stack",
    "Strip",
    "TableBlock",
    "TableRow",
    "Turned",
]
