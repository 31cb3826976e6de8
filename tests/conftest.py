"""Fixtures that several files of tests share."""

from explorer_browser import browser, desk, phone, site

__all__ = ["browser", "desk", "phone", "site"]
