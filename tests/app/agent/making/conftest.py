"""Runs of the agent draw small pictures here: what is tested is when they are drawn and who sees them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="package", autouse=True)
def small_pictures() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scenewright.app.agent.making.staged_making.STAGE_SIZE", (96, 72))
        patch.setattr("scenewright.app.agent.making.views.SIZE", (96, 72))
        patch.setattr("scenewright.app.agent.making.picture_comparing.LONGEST", 160)
        yield
