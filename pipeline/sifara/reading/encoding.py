"""Bytes to text: UTF-8, UTF-16 with a byte order mark, and the Windows code page of older archives."""

from __future__ import annotations

import codecs
import unicodedata

#: The 8-bit encodings that Arabic archives use. Any bytes decode in them, so a guess has to be good.
_LEGACY = ("cp1256", "iso8859_6")
#: The least share of the letters that must be Arabic before a guessed encoding is believed.
_ARABIC_SHARE = 0.6


class Undecodable(ValueError):
    """Bytes in no known encoding; ``line`` and ``column`` (from 1, in bytes) show the first bad one."""

    def __init__(self, line: int, column: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.column = column


def decode(data: bytes) -> str:
    """Return the text of ``data`` without its byte order mark.

    :raises Undecodable: if the bytes are neither UTF-8, nor UTF-16 with a mark, nor plainly Arabic text
        of an 8-bit encoding (which is only tried where charset-normalizer is installed).
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Undecodable(1, error.start + 1, f"not valid UTF-16, although it begins so: {error.reason}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _guess(data)
        if text is not None:
            return text
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        byte = data[error.start]
        raise Undecodable(line, column, f"byte 0x{byte:02X} is not UTF-8; save the file as UTF-8") from None


def _guess(data: bytes) -> str | None:
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return None
    best = from_bytes(data, cp_isolation=list(_LEGACY)).best()
    if best is None or b"\x00" in data:
        return None
    text = data.decode(best.encoding, errors="replace")
    return text if _looks_arabic(text) else None


def _looks_arabic(text: str) -> bool:
    letters = [char for char in text if unicodedata.category(char) in ("Lo", "Ll", "Lu")]
    arabic = sum(0x0621 <= ord(char) <= 0x064A for char in letters)
    return bool(letters) and "\ufffd" not in text and arabic >= _ARABIC_SHARE * len(letters)
