"""What a worker answers when it will not or cannot do as it was asked."""

from __future__ import annotations


class Refusal(Exception):
    """A request that is refused; ``status`` is the HTTP status to answer with, the text one sentence."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
