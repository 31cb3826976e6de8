"""Fixtures that several files of tests share."""

import pytest

from explorer_browser import browser, desk, phone, site
from sifara.linking import Linker

__all__ = ["browser", "desk", "linker", "phone", "site"]


@pytest.fixture(scope="session")
def linker() -> Linker:
    """A linker over the tables of the project; it has no state."""
    return Linker()
