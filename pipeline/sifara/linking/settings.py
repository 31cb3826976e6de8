"""How an endpoint is asked: from ``settings.yaml``, or a file in its place."""

from __future__ import annotations

from dataclasses import dataclass, fields
from importlib.resources import files
from pathlib import Path

import yaml

from sifara.errors import InputError


@dataclass(frozen=True, slots=True)
class Settings:
    """Seconds, but for ``tries``, ``give_up`` and ``batch``, which are counts, and ``keep_days``."""

    user_agent: str
    pause: float
    timeout: float
    tries: int
    backoff: float
    longest_wait: float
    give_up: int
    batch: int
    keep_days: int

    @classmethod
    def load(cls, file: Path | None = None) -> Settings:
        """Return the settings of the package, with those of ``file`` in their place.

        :raises InputError: if the file cannot be read, or names what is no setting.
        """
        values = yaml.safe_load(files("sifara.linking").joinpath("settings.yaml").read_text(encoding="utf-8"))
        if file is not None:
            try:
                given = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
            except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
                raise InputError(f"the settings {file} cannot be read: {error}") from None
            known = {one.name: type(values[one.name]) for one in fields(cls)}
            if not isinstance(given, dict) or set(given) - set(known):
                wrong = ", ".join(sorted(map(str, set(given) - set(known)))) if isinstance(given, dict) else given
                raise InputError(f"found {wrong} in {file}; expected settings out of {', '.join(known)}")
            for name, value in given.items():
                good = isinstance(value, str) if known[name] is str else isinstance(value, int | float) and value >= 0
                if not good:
                    raise InputError(
                        f"found {name}: {value!r} in {file}; expected {'words' if known[name] is str else 'a number'}"
                    )
            values.update(given)
        return cls(**values)
