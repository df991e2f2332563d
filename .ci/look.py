"""Each page of a PDF as a picture in a folder; the first ones also, in few colours, for the documentation.

Pictures of pages that the PDF had before go first.

Usage: look.py PDF FOLDER PNG...
"""

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

DPI = 130
FEW_COLOURS = 128


def main(pdf: str, folder: str, *kept: str) -> None:
    pages = [page.render(scale=DPI / 72).to_pil().convert("RGB") for page in pypdfium2.PdfDocument(pdf)]
    for old in Path(folder).glob(f"{Path(pdf).stem}-*.png"):
        if old.stem.removeprefix(f"{Path(pdf).stem}-").isdecimal():
            old.unlink()
    for number, page in enumerate(pages, start=1):
        save(page, Path(folder, f"{Path(pdf).stem}-{number}.png"))
    for page, picture in zip(pages, kept, strict=False):
        # Tints that fill much of a page stay as they are: other methods take them for their neighbours.
        save(page.quantize(FEW_COLOURS, method=Image.Quantize.MEDIANCUT), Path(picture))


def save(page: Image.Image, picture: Path) -> None:
    page.save(picture, optimize=True)
    print(picture)


if __name__ == "__main__":
    main(*sys.argv[1:])
