"""Tests of the studio have a browser, and journeys a studio with a scene."""

from tests.support.browser_fixtures import browser, browser_process, page, pages, pytest_runtest_call
from tests.support.studio_fixtures import folder, kept_studio, open_scene, server, shared_server, studio

__all__ = [
    "browser",
    "browser_process",
    "folder",
    "kept_studio",
    "open_scene",
    "page",
    "pages",
    "pytest_runtest_call",
    "server",
    "shared_server",
    "studio",
]
