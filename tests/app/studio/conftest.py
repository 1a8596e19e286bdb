"""Tests of the studio have a browser, and journeys a studio with a scene."""

from tests.support.browser_fixtures import browser, browser_process, page, pages, pytest_runtest_call
from tests.support.studio_fixtures import folder, server, studio

__all__ = ["browser", "browser_process", "folder", "page", "pages", "pytest_runtest_call", "server", "studio"]
