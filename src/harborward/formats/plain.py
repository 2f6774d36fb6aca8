"""Plain text: bytes <-> one document.

``decode(encode(d)) == d`` for every document. Line ends are kept as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NoReturn

from harborward.domain.errors import TooLargeError, UndecodableError
from harborward.domain.phi import Phi
from harborward.formats.kinds import Encoding

BOM: Final = "\ufeff"
_BOM_BYTES: Final = BOM.encode()
#: First bytes of formats that may pass for text and hide words from a reader of text.
_DISGUISED: Final = {b"%PDF-": "PDF", b"{\\rtf": "RTF", b"PK\x03\x04": "a ZIP or Office file"}


@dataclass(frozen=True, slots=True)
class Document:
    """One text, and whether a byte order mark stood before it."""

    text: Phi
    bom: bool = False

    def __post_init__(self) -> None:
        """Refuse a mark inside the text: it belongs in ``bom``."""
        if self.text.reveal().startswith(BOM):
            msg = "the byte order mark is not part of the text: say bom=True"
            raise ValueError(msg)


def decode(raw: bytes, encoding: Encoding = Encoding.UTF_8, *, limit: int) -> Document:
    """Return the document in ``raw``. Empty bytes are an empty document.

    Raises:
        TooLargeError: there are more than ``limit`` bytes.
        UndecodableError: the bytes are binary, or not text in ``encoding``.
    """
    if len(raw) > limit:
        refuse_size("document", limit, setting="max_text_bytes")
    bom = encoding is Encoding.UTF_8 and raw.startswith(_BOM_BYTES)
    text = text_of(raw, encoding)
    return Document(Phi(text.lstrip(BOM) if bom else text), bom=bom)


def encode(document: Document) -> bytes:
    """Return the document as UTF-8, with a byte order mark where it had one."""
    text = document.text.reveal()
    return (BOM + text if document.bom else text).encode()


def text_of(raw: bytes, encoding: Encoding, *, offset: int = 0) -> str:
    """Return ``raw`` as text; ``offset`` is where it begins in its file.

    Raises:
        UndecodableError: naming the byte offset and nothing of the content.
    """
    nul = raw.find(0)
    if nul >= 0:
        msg = f"the file is binary or UTF-16: there is a zero byte at offset {offset + nul}"
        raise UndecodableError(msg, advice="Convert it to UTF-8 text first")
    if offset == 0:
        _refuse_disguised(raw)
    try:
        return raw.decode(encoding.value)
    except UnicodeDecodeError as error:
        msg = f"the bytes are not {encoding.value} from byte offset {offset + error.start}"
    advice = "Repair the file, or name its encoding with --encoding"
    raise UndecodableError(msg, advice=advice)


def refuse_size(what: str, limit: int, *, setting: str) -> NoReturn:
    """Raise the error for a document or record beyond its bound.

    Raises:
        TooLargeError: always.
    """
    msg = f"the {what} is larger than {limit} bytes"
    raise TooLargeError(msg, advice=f"Split it, or raise the setting {setting}")


def _refuse_disguised(raw: bytes) -> None:
    for magic, name in _DISGUISED.items():
        if raw.startswith(magic):
            msg = f"the file is {name}, not plain text"
            raise UndecodableError(msg, advice="Extract its text first")
