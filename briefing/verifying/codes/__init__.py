"""Pages → the QR codes and bar codes that a camera finds on them, each tried as a copier leaves it.

    rendering  a page, or a part of it → a grey picture
    decoding   a picture → the codes in it, with their places
    copying    a picture → what copiers make of it
    measuring  how dark a code is, and how white around it
    trying     a code on a page → how large and dark it is, and what it does not survive
    finding    the bytes of a file → its codes
    proving    the codes that a document has drawn, looked for in its own file

A code is decoded from the rendered page, as it will be printed, with ``zxing-cpp`` of the extra ``verify``. Loaded
late: it needs libraries of pictures.
"""

from briefing.verifying.codes.finding import CodesFound, find_codes
from briefing.verifying.codes.proving import NOT_TRIED, prove_codes

__all__ = ["NOT_TRIED", "CodesFound", "find_codes", "prove_codes"]
