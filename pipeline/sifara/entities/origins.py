"""Which given names are Arabic and which are western, and the states where either would be strange."""

from __future__ import annotations

from typing import Any

from sifara.entities.words import key

_GH, _J = "\u063a", "\u062c"
_SHORT = 4  # letters: جال is a verb


def origins(data: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Compile the sets from ``names.yaml``: a line of given names is known by its first word."""
    lines = [line.split() for line in data["given"]]
    arabic = {key(word) for line in lines if line[0] in data["arabic_lines"] for word in line}
    western = {key(word) for line in lines if line[0] in data["western_lines"] for word in line}
    return {
        "arabic_given": frozenset(arabic - western),
        "western_given": frozenset(western - arabic),
        "arabic_particles": frozenset(key(word) for word in data["arabic_particles"]),
        "western_states": frozenset(data["western_states"]),
        "arab_states": frozenset(data["arab_states"]),
        "eastern_states": frozenset(data["eastern_states"]),
    }


def egyptian(given: frozenset[str], sets: dict[str, frozenset[str]]) -> frozenset[str]:
    """Add the Egyptian spellings of foreign given names (keys), with ج for غ: جابرييل."""
    foreign = given - sets["arabic_given"]
    return given | {word.replace(_GH, _J) for word in foreign if _GH in word and len(word) > _SHORT}
