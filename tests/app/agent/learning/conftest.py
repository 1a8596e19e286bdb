"""What is learned gets a small picture here: tests look at whether there is one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="package", autouse=True)
def small_pictures() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scenewright.app.agent.learning.saving.PICTURE_SIDE", 64)
        yield
