"""What people give in the place of data: a web page, a spreadsheet file, a PDF, nothing. Told by the first bytes, never by a name.

In: a document. Out: nothing, or a `SourceFault` that says what it is and what to give instead.
"""

from __future__ import annotations

from localoffer.exchange.document import Document
from localoffer.exchange.fault import SourceFault

AS_CSV = "open it in the program that made it, save the table as CSV, and give that."
#: First bytes, what that is, and the way out.
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a spreadsheet or another packed file", AS_CSV),
    (b"\xd0\xcf\x11\xe0", "an older spreadsheet or text file", AS_CSV),
    (b"%PDF", "a PDF", "ask its owner for the same as CSV or JSON."),
    (b"\x1f\x8b", "a packed file", "unpack it, and give what is in it."),
    (b"\x89PNG", "a picture", "ask its owner for the same as CSV or JSON."),
    (b"\xff\xd8\xff", "a picture", "ask its owner for the same as CSV or JSON."),
)
BLANKS = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"


def refuse_other_kinds(document: Document) -> None:
    """SourceFault where these bytes can be no data."""
    head = document.head()
    for signature, what, fix in SIGNATURES:
        if head.startswith(signature):
            raise SourceFault(f"{document.name} is {what}.", fix)
    start = head.replace(b"\x00", b"").lstrip(BLANKS)
    if not start:
        raise SourceFault(f"{document.name} is empty.", "check that it is the right address or file.")
    if start.startswith(b"<"):
        raise SourceFault(
            f"{document.name} is a web page, not a list of services.",
            "ask its owner for the address of the data: it often has /api/ or /services in it.",
        )
