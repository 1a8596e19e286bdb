"""What tests of the embedded writer read descriptions with."""

from __future__ import annotations

import pytest

from scenewright.app.writers.embedded.description import Nouns
from scenewright.app.writers.embedded.selection import nouns_of
from tests.support.composed_rooms import catalogue


@pytest.fixture(scope="session")
def nouns() -> Nouns:
    """Names of things as the catalogue has them."""
    return nouns_of(catalogue())
