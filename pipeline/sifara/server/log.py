"""The log: one JSON object a line on standard error."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import Any

_LONGEST = 2000  # characters of one value


def log(event: str, **values: Any) -> None:
    """Write a line: the time, what happened, and ``values``. Nothing in them can begin another line."""
    line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event}
    line.update({name: value[:_LONGEST] if isinstance(value, str) else value for name, value in values.items()})
    print(json.dumps(line), file=sys.stderr, flush=True)
