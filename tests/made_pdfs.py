"""PDFs made object by object, for what our own writer never writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String


class Made:
    """A file with a page of 400 by 400 units, to which a test adds what it is about."""

    def __init__(self, *contents: bytes) -> None:
        self.pdf = pikepdf.new()
        self.font = self.pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        )
        for content in contents or (b"",):
            self.add_page(content)

    def add_page(self, content: bytes) -> Dictionary:
        page = self.pdf.add_blank_page(page_size=(400, 400)).obj
        page.Resources = self.resources()
        page.Contents = Stream(self.pdf, content)
        return page

    def resources(self) -> Dictionary:
        return Dictionary(Font=Dictionary(F=self.font), XObject=Dictionary())

    @property
    def root(self) -> Dictionary:
        return self.pdf.Root

    def page(self, number: int = 1) -> Dictionary:
        return self.pdf.pages[number - 1].obj

    def form(self, content: bytes, **forms: Stream) -> Stream:
        """A form, with the forms that it draws by their names."""
        form = Stream(self.pdf, content)
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 400, 400])
        form.Resources = self.resources()
        form.Resources.XObject = Dictionary(**forms)
        return self.pdf.make_indirect(form)

    def image(self, width: int = 100, height: int = 50) -> Stream:
        image = Stream(self.pdf, b"\0" * width * height)
        image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, width, height
        image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
        return self.pdf.make_indirect(image)

    def link(self, rect: Sequence[float], address: str, page: int = 1, **entries: object) -> Dictionary:
        action = Dictionary(S=Name.URI, URI=String(address))
        annotation = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(list(rect)), A=action)
        return self.annotate(annotation, page, **entries)

    def annotate(self, annotation: Dictionary, page: int = 1, **entries: object) -> Dictionary:
        for name, value in entries.items():
            annotation[f"/{name}"] = value
        made = self.pdf.make_indirect(annotation)
        target = self.page(page)
        if "/Annots" not in target:
            target.Annots = Array()
        target.Annots.append(made)
        return made

    def tag(self, *kids: object, page: int = 1, **entries: object) -> Dictionary:
        """Give the file a structure tree; ``entries`` are those of its root."""
        root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, **entries))
        root.K = Array([self.element(kid, root, page) for kid in kids])
        self.root.StructTreeRoot = root
        self.root.MarkInfo = Dictionary(Marked=True)
        return root

    def element(self, kid: object, parent: Dictionary, page: int) -> object:
        if not isinstance(kid, tuple):
            return kid
        name, *rest = kid
        entries = rest.pop(0) if rest and isinstance(rest[0], Mapping) else {}
        made = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{name}"), P=parent, Pg=self.page(page))
        )
        for key, value in entries.items():
            made[f"/{key}"] = value
        made.K = Array([self.element(each, made, page) for each in rest])
        return made

    def mark(self, number: int, *, page: int = 1, stream: Stream | None = None) -> Dictionary:
        reference = Dictionary(Type=Name.MCR, MCID=number, Pg=self.page(page))
        if stream is not None:
            reference.Stm = stream
        return reference

    def annotation(self, annotation: Dictionary) -> Dictionary:
        return Dictionary(Type=Name.OBJR, Obj=annotation)

    def data(self, **saving: object) -> bytes:
        file = BytesIO()
        self.pdf.save(file, **saving)
        return file.getvalue()


def words(*texts: str, first: int = 0, size: int = 12, top: int = 380, tag: str = "P") -> bytes:
    """A line for each text, each a mark of its own."""
    lines = (
        f"/{tag} <</MCID {number}>> BDC BT /F {size} Tf 20 {top - 20 * index} Td ({text}) Tj ET EMC"
        for index, (number, text) in enumerate(enumerate(texts, first))
    )
    return "\n".join(lines).encode("latin-1")
