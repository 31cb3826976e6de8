"""What the server and its workers say to each other: a head in JSON and a body of bytes, both with their length.

A frame is two big-endian 32-bit lengths, the head, the body.
"""

from __future__ import annotations

import asyncio
import json
import struct
from typing import IO, Any

_LENGTHS = struct.Struct(">II")


def pack(head: dict[str, Any], body: bytes = b"") -> bytes:
    """Return a frame. What no UTF-8 can hold (an unpaired surrogate) is escaped in the head."""
    text = json.dumps(head).encode("ascii")
    return _LENGTHS.pack(len(text), len(body)) + text + body


def read(file: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """Return the next frame of ``file``, or ``None`` at its end."""
    lengths = file.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head, body = _LENGTHS.unpack(lengths)
    return json.loads(file.read(head)), file.read(body)


async def receive(stream: asyncio.StreamReader) -> tuple[dict[str, Any], bytes]:
    """Return the next frame of ``stream``.

    :raises asyncio.IncompleteReadError: if it ends before.
    """
    head, body = _LENGTHS.unpack(await stream.readexactly(_LENGTHS.size))
    return json.loads(await stream.readexactly(head)), await stream.readexactly(body)
