"""Lists of contributors stay whole where the counts of the survey are off: it rounds otherwise than the kernel that lists."""

from __future__ import annotations

from itertools import pairwise

import pytest

from scenewright.scene.splats import Cameras
from scenewright.scene.splats.cpu import draw
from scenewright.scene.splats.rasterize import rasterize
from tests.support.photographs import known_gaussians


def test_a_wrong_count_costs_no_other_pixel_its_list(monkeypatch: pytest.MonkeyPatch) -> None:
    camera = Cameras.look_at((0.0, 0.5, 3.5), (0.0, 0.0, 0.0), fov=45, width=40, height=30)
    gaussians = known_gaussians()

    def lists() -> list[list[int]]:
        found = rasterize(gaussians, camera, outputs=("contributors",)).contributors
        assert found is not None
        offsets = found[0].offsets.tolist()
        rows = found[0].gaussians.tolist()
        assert offsets[-1] == len(rows) == len(found[0].weights)
        return [rows[a:b] for a, b in pairwise(offsets)]

    right = lists()
    counted = draw.surveyed
    short, long = (divmod(k, 40) for k in (15 * 40 + 20, 15 * 40 + 23))

    def miscounted(*arguments: object) -> tuple[object, ...]:
        heaviest, middle, counts = counted(*arguments)
        counts[short] -= 1
        counts[long] += 1
        return heaviest, middle, counts

    monkeypatch.setattr(draw, "surveyed", miscounted)
    got = lists()
    assert len(right[15 * 40 + 20]) > 1
    right[15 * 40 + 20].pop()
    assert got == right
