"""What validators cannot see: a finished file says what its HTML says, block by block, and draws nothing unsaid.

Each check yields sentences about what is wrong; nothing means that all is well.
See: ISO 32000-1, 14.6 to 14.8; ISO 14289-1, 7.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from io import BytesIO
from itertools import groupby, pairwise, zip_longest
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pikepdf
from babel.messages.pofile import read_po
from content_streams import StreamError
from expected_structure import Expected, Leaf, expected, running_text, unbroken, words_of
from painting import Box, Face, Glyph, Page, Picture, Shape, around
from pdf_tools import Node, Read
from visual_order import is_shown, visible

from briefing.model import Element, in_digits
from briefing.theme import Theme
from briefing.typesetting.bidi import is_plain, mirrored

__all__ = ["Proof", "problems"]

_INLINE = frozenset({"Span", "Link", "Quote", "Code", "Reference"})
_WITHOUT_TEXT = frozenset({"Document", "Sect", "L", "LI", "TOC", "Table", "THead", "TBody", "TR"})
"""Elements that only group others. See: 14.8.4.2."""
_HEADING = re.compile(r"H[1-6]")
_WORDS = Path(__file__).parent.parent / "templates" / "words"
_AXIS_BROKEN = "the axis is broken between “{first}” and “{last}”"
_HAIR = 0.02
"""Points: what numbers with three decimals may be off by."""
_SAFE = "".join(map(chr, range(33, 127)))


class _Mark(NamedTuple):
    """A marked-content sequence by its page, from 0, and number."""

    page: int
    mcid: int


class _Block(NamedTuple):
    """A leaf of the tree with the page of each of its words."""

    leaf: Leaf
    pages: tuple[int, ...]


class Proof:
    """A finished file beside the HTML and the theme that it was made from."""

    def __init__(self, data: bytes, html: Element, theme: Theme) -> None:
        self.read, self.html, self.theme = Read(data), html, theme

    @cached_property
    def pages(self) -> list[Page]:
        faces: dict[tuple[int, int], Face] = {}
        return [Page(page, faces) for page in self.read.pages]

    @cached_property
    def nodes(self) -> list[Node]:
        return list(self.read.tree.walk())

    @cached_property
    def marks(self) -> dict[int, list[_Mark]]:
        """Marks that stand directly in each element, by the element's number among ``nodes``."""
        used = iter(self.read.used)
        found: dict[int, list[_Mark]] = defaultdict(list)
        numbers = {id(node): number for number, node in enumerate(self.nodes)}

        def collect(node: Node) -> None:
            for child in node.children:
                if isinstance(child, Node):
                    collect(child)
                else:
                    found[numbers[id(node)]].append(_Mark(*next(used)))

        collect(self.read.tree)
        return found

    @cached_property
    def parents(self) -> dict[int, pikepdf.Object]:
        """Entries of the parent tree by key."""
        return dict(_numbers(self.read.pdf.Root.StructTreeRoot.ParentTree))

    @cached_property
    def painted(self) -> dict[_Mark, list[Shape | Picture | Glyph]]:
        """What each mark paints."""
        found: dict[_Mark, list[Shape | Picture | Glyph]] = defaultdict(list)
        for number, page in enumerate(self.pages):
            for each in page.painted:
                if each.mcid is not None:
                    found[_Mark(number, each.mcid)].append(each)
        return found

    @cached_property
    def blocks(self) -> list[_Block]:
        """The leaves of the tree."""
        return list(_Leaves(self).of(self.read.tree, "Document", ""))

    @cached_property
    def expected(self) -> Expected:
        """What the HTML says, with the page numbers that are right for the places of its ids."""
        starts = expected(self.html, self.theme, _AnyNumber()).starts
        pages = {name: self._page(*place) for name, place in starts.items()}
        told = {f"page-of:{name}": page + 1 for name, page in pages.items() if page is not None}
        told["pages"] = len(self.read.pages)
        language = self.html.get("lang")
        numbers = {name: in_digits(number, language) for name, number in told.items()}
        return expected(self.html, self.theme, _AnyNumber(numbers))

    def page_of(self, name: str) -> int | None:
        """The page, from 0, that the element with an id begins on."""
        place = self.expected.starts.get(name)
        return self._page(*place) if place else None

    def _page(self, leaf: int, word: int) -> int | None:
        pages = self.blocks[leaf].pages if leaf < len(self.blocks) else ()
        return pages[word] if word < len(pages) else None


class _AnyNumber(dict[str, str]):
    """Numbers of pages; one that nobody knows is a nought."""

    def __missing__(self, key: str) -> str:
        return "0"


def _numbers(tree: pikepdf.Object) -> Iterator[tuple[int, pikepdf.Object]]:
    """Entries of a number tree. See: 7.9.7."""
    values = list(tree.get("/Nums", []))
    yield from zip(map(int, values[::2]), values[1::2], strict=True)
    for kid in tree.get("/Kids", []):
        yield from _numbers(kid)


class _Leaves:
    """Cuts the tree into leaves as the HTML is cut: text that no block interrupts."""

    def __init__(self, proof: Proof) -> None:
        self._proof = proof
        self._numbers = {id(node): number for number, node in enumerate(proof.nodes)}
        self._pieces: list[tuple[tuple[str, int], str]] = []
        """Language, page and text."""

    def of(self, node: Node, kind: str, language: str) -> Iterator[_Block]:
        language = str(node.element.get("/Lang", language))
        marks = self._proof.marks[self._numbers[id(node)]]
        if "/ActualText" in node.element and _is_text(node):
            self._pieces += (((language, page), text) for page, text in _by_page(node, marks))
            return
        if node.type == "Figure":
            self._pieces = [((language, marks[0].page if marks else -1), str(node.element.get("/Alt", "")))]
            yield from self._end("Figure")
        waiting = iter(marks)
        for child in node.children:
            if isinstance(child, str):
                mark = next(waiting)
                if node.type != "Figure":
                    self._pieces.append(((language, mark.page), child))
            elif child.type in _INLINE:
                yield from self.of(child, kind, language)
            else:
                yield from self._end(kind)
                yield from self.of(child, "H" if _HEADING.fullmatch(child.type) else child.type, language)
        if node.type not in _INLINE:
            yield from self._end(kind)
        if node.type in ("TD", "TH") and not node.children:
            yield _Block(Leaf(node.type, ()), ())

    def _end(self, kind: str) -> Iterator[_Block]:
        words = list(words_of(self._pieces))
        if words:
            leaf = Leaf(kind, tuple((language, word) for (language, _), word in words))
            yield _Block(leaf, tuple(page for (_, page), _ in words))
        self._pieces = []


def _is_text(node: Node) -> bool:
    return node.type == "Span" and all(isinstance(child, str) for child in node.children)


def _by_page(node: Node, marks: list[_Mark]) -> Iterator[tuple[int, str]]:
    """What is to be read in the place of a text, cut where its pages end."""
    rest = str(node.element.ActualText)
    for mark, shown in zip(marks, node.children, strict=True):
        count = len(visible(shown)) if mark != marks[-1] else len(rest)
        end = next((end for end in range(len(rest)) if len(visible(rest[:end])) == count), len(rest))
        yield mark.page, rest[:end]
        rest = rest[end:]


def _said(node: Node) -> str:
    """The text of an element as it is to be read. See: 14.9.4."""
    if "/ActualText" in node.element:
        return str(node.element.ActualText)
    return "".join(child if isinstance(child, str) else _said(child) for child in node.children)


# The checks.


def problems(proof: Proof) -> list[str]:
    """Everything that is wrong with a file, sentence by sentence."""
    try:
        for page in proof.pages:
            _ = page.painted
    except StreamError as error:
        return [f"a content stream: {error}"]
    return [sentence for check in _CHECKS for sentence in check(proof)]


def _check_marks(proof: Proof) -> Iterator[str]:
    """(a) Marks are numbered from 0 on each page, and each is in the tree once."""
    _ = proof.read.tree
    there = []
    for page, sequences in enumerate(proof.read.sequences):
        numbers = [int(sequence.mcid) for sequence in sequences if sequence.mcid is not None]
        there += [(page, number) for number in numbers]
        if sorted(numbers) != list(range(len(numbers))):
            yield f"page {page + 1}: marks are not numbered from 0 without a gap"
    for mark, count in (Counter(proof.read.used) - Counter(there)).items():
        yield f"mark {mark} is in the tree {count} times more than on the page"
    for mark in Counter(there) - Counter(proof.read.used):
        yield f"mark {mark} is on the page and not in the tree"


def _check_parents(proof: Proof) -> Iterator[str]:
    """(a) The parent tree names the element of each mark and of each annotation, and nothing else."""
    owners = {mark: proof.nodes[number].element for number, marks in proof.marks.items() for mark in marks}
    keys = set()
    for number, page in enumerate(proof.read.pages):
        keys.add(int(page.StructParents))
        entries = list(proof.parents.get(int(page.StructParents), []))
        wanted = [owners[mark] for mark in sorted(owners) if mark.page == number]
        if [entry.objgen for entry in entries] != [owner.objgen for owner in wanted]:
            yield f"page {number + 1}: the parent tree names other elements than the tree"
        keys.update(int(annotation.StructParent) for annotation in page.get("/Annots", []))
    if keys != set(proof.parents):
        yield "the parent tree has keys that nobody uses, or lacks some"
    if int(proof.read.pdf.Root.StructTreeRoot.ParentTreeNextKey) <= max(keys):
        yield "the next key of the parent tree is used already"


def _check_leaves(proof: Proof) -> Iterator[str]:
    """(b), (f) The tree says what the HTML says, word by word, in its order, its blocks and its languages."""
    there = [block.leaf for block in proof.blocks]
    for number, (found, wanted) in enumerate(zip_longest(there, proof.expected.leaves)):
        if found != wanted and not _tells_more(found, wanted):
            yield f"leaf {number} is {_told(found)}, not {_told(wanted)}"
            return
    for node in proof.nodes:
        if node.type in _WITHOUT_TEXT and any(isinstance(child, str) and child.strip() for child in node.children):
            yield f"{node.type} holds text itself: {node.text()[:40]!r}"


def _check_actual_text(proof: Proof) -> Iterator[str]:
    """(b) What is to be read in the place of a text is what the page shows there, in the order of the eye."""
    for number, node in enumerate(proof.nodes):
        if "/ActualText" not in node.element:
            continue
        typed, lines = str(node.element.ActualText), _lines(proof, proof.marks[number])
        if not _is_text(node):
            yield f"{node.type} {typed!r} is to be read in the place of more than a text"
        elif not is_shown(typed, lines):
            yield f"{typed!r} is to be read where the page shows {lines}"


def _lines(proof: Proof, marks: list[_Mark]) -> list[str]:
    """Texts of some marks line by line, as they stand in the stream."""
    glyphs = [(mark.page, each) for mark in marks for each in proof.painted[mark] if isinstance(each, Glyph)]
    lines = groupby(glyphs, key=lambda found: (found[0], round(found[1].origin[1], 1)))
    return ["".join(each.text for _, each in line) for _, line in lines]


def _tells_more(found: Leaf | None, wanted: Leaf | None) -> bool:
    """Tell whether a chart says besides where its axis is broken, which only the page decides."""
    if found is None or wanted is None or not found.type == wanted.type == "Figure":
        return False
    return _axis_breaks().sub("", found.text()) == wanted.text()


@cache
def _axis_breaks() -> re.Pattern[str]:
    """What a chart says of a break of its axis, in each language of the templates, with what parts it from the rest."""
    catalogues = [catalogue.read_bytes() for catalogue in sorted(_WORDS.glob("*.po"))]
    said = [str(read_po(BytesIO(each)).get(_AXIS_BROKEN, "axis_broken").string) for each in catalogues]
    others = [re.escape(each).replace(r"\{first\}", ".+?").replace(r"\{last\}", ".+?") for each in said]
    english = r"the axis is broken (?:between [^;]+? and [^;]+?)(?=\.$|\. The table)"
    return re.compile(f"[;؛] (?:{'|'.join((english, *others))})")


def _told(leaf: Leaf | None) -> str:
    if leaf is None:
        return "nothing"
    languages = "+".join(dict.fromkeys(language for language, _ in leaf.words))
    return f"{leaf.type} {leaf.text()!r} ({languages})"


def _check_headings(proof: Proof) -> Iterator[str]:
    """(c) No level is left out on the way down."""
    above = 0
    for node in proof.nodes:
        if _HEADING.fullmatch(node.type):
            level = int(node.type[1])
            if level > above + 1:
                yield f"{node.type} {node.text()[:40]!r} follows a heading of level {above}"
            above = level


def _check_tables(proof: Proof) -> Iterator[str]:
    """(d) Rows are as wide as the HTML has them and as each other; head cells say what they head."""
    tables = [node for node in proof.nodes if node.type == "Table"]
    columns = [[_columns(row) for row in table.walk() if row.type == "TR"] for table in tables]
    if columns != proof.expected.tables:
        yield f"tables have {columns} columns, not {proof.expected.tables}"
    for rows in columns:
        if len(set(rows)) > 1:
            yield f"rows of a table have {rows} columns"
    for node in proof.nodes:
        if node.type == "TH" and str(node.attribute("/Scope")) not in ("/Row", "/Column"):
            yield f"TH {node.text()!r} has no scope"
        if node.type == "THead" and any(cell.type == "TD" for cell in node.walk()):
            yield "a head holds cells that are no head cells"


def _columns(row: Node) -> int:
    cells = [child for child in row.children if isinstance(child, Node)]
    return sum(int(cell.attribute("/ColSpan") or 1) for cell in cells)


def _annotations(node: Node) -> list[pikepdf.Object]:
    kids = node.element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid.Obj for kid in kids if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"]


def _check_annotations(proof: Proof) -> Iterator[str]:
    """(e) Every annotation has words, and one element that the parent tree names too."""
    there = Counter(each.objgen for page in proof.read.pages for each in page.get("/Annots", []))
    named: Counter[tuple[int, int]] = Counter()
    for node in proof.nodes:
        annotations = _annotations(node)
        named.update(each.objgen for each in annotations)
        if bool(annotations) != (node.type == "Link"):
            yield f"{node.type} {node.text()!r} has {len(annotations)} annotations"
        for each in annotations:
            if not str(each.get("/Contents", "")).strip():
                yield f"the link {node.text()!r} has no words for its annotation"
            if proof.parents[int(each.StructParent)].objgen != node.element.objgen:
                yield f"the parent tree names another element for the link {node.text()!r}"
    if there != named or any(count > 1 for count in there.values()):
        yield "annotations and elements of links are not one to one"


def _check_links(proof: Proof) -> Iterator[str]:
    """(e) Links have the words and the goals of the HTML, and their areas lie on their words."""
    wanted = [
        link for link in proof.expected.links if not _is_inner(link.href) or proof.page_of(link.href[1:]) is not None
    ]
    links = [node for node in proof.nodes if node.type == "Link"]
    for node, link in zip_longest(links, wanted):
        words = " ".join(unbroken(_said(node)).split()) if node else None
        if node is None or link is None or words != link.words:
            yield f"the link {words!r} stands where the HTML has {link}"
            return
        yield from _check_goal(proof, node, link.href)
        yield from _check_areas(proof, node)


def _is_inner(href: str) -> bool:
    return href.startswith("#")


def _check_goal(proof: Proof, node: Node, href: str) -> Iterator[str]:
    for each in _annotations(node):
        if _is_inner(href):
            page = proof.read.page_number(each.Dest[0])
            if page != proof.page_of(href[1:]):
                yield f"the link {node.text()!r} leads to page {page + 1}, and {href} is elsewhere"
        elif str(each.A.URI) != quote(href, safe=_SAFE):
            yield f"the link {node.text()!r} leads to {each.A.URI}"


def _check_areas(proof: Proof, node: Node) -> Iterator[str]:
    areas = [
        (proof.read.page_number(each.P), Box(*(float(value) for value in each.Rect))) for each in _annotations(node)
    ]
    inked = [
        (mark.page, each.box) for mark in _all_marks(proof, node) for each in proof.painted[mark] if each.text.strip()
    ]
    for page, box in inked:
        if not any(page == at and area.holds(_middle(box), _HAIR) for at, area in areas):
            yield f"a letter of the link {node.text()!r} has no area"
    for page, area in areas:
        if not proof.pages[page].box.covers(area):
            yield f"an area of the link {node.text()!r} is not on its page"
        if not any(page == at and area.holds(_middle(box), _HAIR) for at, box in inked):
            yield f"an area of the link {node.text()!r} has no letter"


def _middle(box: Box) -> tuple[float, float]:
    return ((box.left + box.right) / 2, (box.bottom + box.top) / 2)


def _all_marks(proof: Proof, node: Node) -> list[_Mark]:
    inside = {id(each) for each in node.walk()}
    return [mark for number, marks in proof.marks.items() if id(proof.nodes[number]) in inside for mark in marks]


def _check_figures(proof: Proof) -> Iterator[str]:
    """(g) Figures have words and a box that lies on their page and covers what is drawn."""
    for number, node in enumerate(proof.nodes):
        if node.type != "Figure":
            continue
        alt = str(node.element.get("/Alt", ""))
        marks = proof.marks[number]
        if not alt.strip() or not marks:
            yield f"the figure {alt!r} has no words or no marks"
            continue
        box = Box(*(float(value) for value in node.attribute("/BBox")))
        page = proof.pages[marks[0].page].box
        drawn = around([each.box for mark in marks for each in proof.painted[mark] if not _is_blank(each)])
        if {mark.page for mark in marks} != {marks[0].page} or not page.covers(box):
            yield f"the figure {alt!r} is not on one page"
        if not box.covers(drawn, _HAIR):
            yield f"the figure {alt!r} draws {drawn}, beyond its box {box}"


def _is_blank(painted: Shape | Picture | Glyph) -> bool:
    return isinstance(painted, Glyph) and painted.box.left == painted.box.right


def _check_artifacts(proof: Proof) -> Iterator[str]:
    """(h) All is tagged or an artifact, never both; what only decorates is an artifact."""
    figures = {mark for number, marks in proof.marks.items() if proof.nodes[number].type == "Figure" for mark in marks}
    for number, page in enumerate(proof.pages):
        for each in page.painted:
            if each.artifact == (each.mcid is not None) or len(each.marks) != 1:
                yield f"page {number + 1}: something is not either tagged or an artifact"
                return
            if not isinstance(each, Glyph) and not each.artifact and _Mark(number, each.mcid) not in figures:
                yield f"page {number + 1}: a rule or ground is tagged, at {each.box}"


def _check_running_lines(proof: Proof) -> Iterator[str]:
    """(d), (h) Texts of artifacts are the running lines, and the heads that a table repeats on each further page."""
    repeated = Counter(_repeated_heads(proof))
    for number, sequences in enumerate(proof.read.sequences):
        texts = unbroken("".join("".join(each.text.split()) for each in sequences if each.mcid is None))
        running = running_text(proof.html, proof.theme, number, len(proof.read.pages))
        heads = sorted(head for page, head in repeated.elements() if page == number)
        # Nobody reads these in their order, which differs where something runs from right to left.
        begins = texts.startswith(running) or not is_plain(running)
        if not begins or _letters(texts) != _letters(running + "".join(heads)):
            yield f"page {number + 1}: artifacts say {texts!r}, not {running + ''.join(heads)!r}"


def _letters(text: str) -> list[str]:
    return sorted(min(each, mirrored(each)) for each in visible(text))


def _check_hyphens(proof: Proof) -> Iterator[str]:
    """A hyphen that the text does not have stands at the end of a line, and says that it is none of the text's."""
    for number, page in enumerate(proof.pages):
        inked = [each for each in page.glyphs if not _is_blank(each)]
        for hyphen, after in pairwise(inked):
            on_line = abs(hyphen.origin[1] - after.origin[1]) < _HAIR and hyphen.mcid == after.mcid
            if hyphen.text == "\u00ad" and on_line:
                yield f"page {number + 1}: a line goes on after a hyphen that ends lines, with {after.text!r}"


def _repeated_heads(proof: Proof) -> Iterator[tuple[int, str]]:
    for table in (node for node in proof.nodes if node.type == "Table"):
        head = next((node for node in table.walk() if node.type == "THead"), None)
        bodies = {mark.page for node in table.walk() if node.type == "TBody" for mark in _all_marks(proof, node)}
        if head:
            first = max((mark.page for mark in _all_marks(proof, head)), default=0)
            yield from ((page, "".join(unbroken(head.text()).split())) for page in bodies if page > first)


_CHECKS = (
    _check_marks,
    _check_parents,
    _check_leaves,
    _check_actual_text,
    _check_headings,
    _check_tables,
    _check_annotations,
    _check_links,
    _check_figures,
    _check_artifacts,
    _check_running_lines,
    _check_hyphens,
)
