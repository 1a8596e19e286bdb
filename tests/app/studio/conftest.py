"""Tests of the studio have a browser."""

from tests.support.browser_fixtures import browser, browser_process, page, pages, pytest_runtest_call

__all__ = ["browser", "browser_process", "page", "pages", "pytest_runtest_call"]
