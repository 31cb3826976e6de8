"""The time stage: Arabic time expressions and what they say, counted from the document's date.

:func:`find_times` gives the expressions, :func:`find_dateline` the head of an agency's report, which is none of them.
The words and the grammar are data (``lexicon/times``); Python only computes.
"""

from __future__ import annotations

from sifara.times.dateline import Dateline, find_dateline
from sifara.times.finder import find_times

__all__ = ["Dateline", "find_dateline", "find_times"]
