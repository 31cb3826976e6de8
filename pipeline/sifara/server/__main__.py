"""``python -m sifara.server``: the same as ``sifara serve``."""

from __future__ import annotations

from sifara.server.command import serve

if __name__ == "__main__":
    serve()
