"""Each page of a PDF as a picture in a folder; the first one also, smaller, for the README.

Usage: look.py PDF FOLDER FIRST_PAGE_PNG
"""

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

READING_DPI = 110
README_DPI = 90
COLOURS_OF_THE_README = 64


def main(pdf: str, folder: str, first_page: str) -> None:
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, start=1):
        picture = Path(folder, f"{Path(pdf).stem}-{number}.png")
        page.render(scale=READING_DPI / 72).to_pil().save(picture, optimize=True)
        print(picture)
    small = document[0].render(scale=README_DPI / 72).to_pil().convert("RGB")
    small.quantize(COLOURS_OF_THE_README, method=Image.Quantize.MAXCOVERAGE).save(first_page, optimize=True)
    print(first_page)


if __name__ == "__main__":
    main(*sys.argv[1:])
