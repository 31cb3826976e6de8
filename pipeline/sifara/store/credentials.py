"""Who asks a remote store: a user with a password, or a token, both from the environment and nowhere else.

``SIFARA_STORE_USER`` and ``SIFARA_STORE_PASSWORD``, or ``SIFARA_STORE_TOKEN``. Neither is ever part of an address,
of a message, or of what is printed of an object.
"""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.request import HTTPDigestAuthHandler, HTTPPasswordMgr, Request, parse_http_list, parse_keqv_list

from sifara.errors import StoreError

USER, PASSWORD, TOKEN = "SIFARA_STORE_USER", "SIFARA_STORE_PASSWORD", "SIFARA_STORE_TOKEN"


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user with a password, or a token, or (all empty) nobody."""

    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Credentials:
        """Return what ``environment`` says, by default that of the process.

        :raises StoreError: if half of it is missing, both ways are given, or a value cannot stand in a header.
        """
        found = os.environ if environment is None else environment
        values = {name: found.get(name, "") for name in (USER, PASSWORD, TOKEN)}
        for name, value in values.items():
            if any(ord(char) < 32 or ord(char) == 127 for char in value):
                raise StoreError(f"{name} holds a line break or a control character; expected one line")
        if bool(values[USER]) != bool(values[PASSWORD]):
            raise StoreError(f"expected both {USER} and {PASSWORD}, or neither; found one of them")
        if values[USER] and values[TOKEN]:
            raise StoreError(f"found both {USER} and {TOKEN}; expected one way to say who asks")
        if not values[TOKEN].isascii():
            raise StoreError(f"{TOKEN} holds other characters than ASCII")
        return cls(values[USER], values[PASSWORD], values[TOKEN])


class Authorization:
    """Makes the header ``Authorization``: Bearer, Basic, or Digest for a server that asks for it (Virtuoso does)."""

    def __init__(self, credentials: Credentials, address: str) -> None:
        """Remember who asks, and at which server (an address of it)."""
        self._credentials = credentials
        self._challenge: dict[str, str] | None = None
        self._silent = False
        manager = HTTPPasswordMgr()
        self._digest = HTTPDigestAuthHandler(manager)
        self._manager = manager
        self._address = address

    def header(self, request: Request) -> str | None:
        """Return the value of the header for ``request``, or ``None`` for nobody."""
        who = self._credentials
        if who.token:
            return f"Bearer {who.token}"
        if not who.user or self._silent:
            return None
        if self._challenge is not None:
            made = self._digest.get_authorization(request, self._challenge)
            return f"Digest {made}"
        return "Basic " + b64encode(f"{who.user}:{who.password}".encode()).decode("ascii")

    def challenged(self, header: str | None) -> bool:
        """Learn from the header WWW-Authenticate of a 401; return whether the request is worth repeating.

        A server that knows only Digest may say so only to a request without credentials (Virtuoso does).
        """
        if not self._credentials.user:
            return False
        scheme, _, rest = (header or "").strip().partition(" ")
        if scheme.lower() != "digest":
            self._silent = not scheme and not self._silent and self._challenge is None
            return self._silent
        self._silent = False
        self._challenge = parse_keqv_list([item for item in parse_http_list(rest) if "=" in item])
        realm = self._challenge.get("realm", "")
        self._manager.add_password(realm, self._address, self._credentials.user, self._credentials.password)
        return "nonce" in self._challenge
