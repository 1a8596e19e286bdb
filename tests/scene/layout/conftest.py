"""What tests of the layout have objects from."""

from __future__ import annotations

import pytest

from scenewright.assets import Catalogue
from tests.support.evaluating import evaluate


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Our own objects, evaluated in this process."""
    return Catalogue.built_in(evaluate=evaluate)
