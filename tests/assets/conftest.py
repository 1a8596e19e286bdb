"""What tests of the catalogue share."""

from __future__ import annotations

import pytest

from scenewright.assets import Catalogue
from tests.support.evaluating import evaluate


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Our own objects, with a cache of their own."""
    return Catalogue.built_in(evaluate=evaluate, cache=tmp_path_factory.mktemp("cache"))
