"""Pictures of strangers: each is drawn, or a warning names it and its surface has its plain colour. None stops a picture or an export."""

from __future__ import annotations

import os

import pytest

from tests.hostile.picture_corpus import PICTURES
from tests.support.hostile_host import MOST_SECONDS, HostileHost
from tests.support.samples import ON_ALL_INPUTS

TASKS = "tests.support.hostile_pictures"
_SOUND = (
    "60 spellings of one name", "20 copies of one picture", "a jpeg named png", "a jpeg of CMYK", "a png of 16 bits",
    "a gif of 2,000 frames", "a png with too many rows", "a png of 8,192 x 8,192", "250 pictures", "a png of a palette without colors",
    *(["a file that may not be read"] if getattr(os, "geteuid", int)() == 0 else []),
)  # fmt: skip
_SLOW = ("a jpeg of slow scans",)
"""Read or refused, as fast as the machine is."""
_EMBEDDED = (
    "zeros", "eps named png", "a png of 60,000 x 60,000", "a png with texts of a gigabyte", "a tiff with a strip of 4 GB", "a jpeg of CMYK",
    "half a png",
)  # fmt: skip
_EMBEDDED_MORE = (
    "avif named png", "dds named png", "a png of 8,192 x 8,192", "a png without rows", "a png with too many rows",
    "a png with a profile of 512 MB", "a tiff of floats", "a gif of 65,535 x 65,535", "a jpeg of slow scans", "half a webp",
)  # fmt: skip
"""A picture inside of a mesh goes to the same reader as one beside a scene, which all pictures are given to above."""
_PHOTOGRAPHS = (
    "a link to a device", "a fifo", "a folder", "a sparse file of 40 GB", "no bytes", "eps named png", "a png of 60,000 x 60,000",
    "a png with a profile of 512 MB", "a tiff of floats", "a tiff with a billion strips", "a jpeg of slow scans", "half a jpeg",
)  # fmt: skip
_STEPS = 3
"""A preview and two exports, each with the time of one attempt."""


@pytest.mark.slow
@pytest.mark.parametrize("name", PICTURES)
def test_a_hostile_picture_is_drawn_or_named(host: HostileHost, name: str) -> None:
    attempt = host.attempt(f"{TASKS}:draw_and_export", name)
    assert attempt.complaint(seconds=_STEPS * MOST_SECONDS) == ""
    assert attempt.outcome == "done", attempt.message
    assert attempt.value["drawn"]
    if name not in _SLOW:
        assert bool(attempt.value["warnings"]) != (name in _SOUND), attempt.value["warnings"]
    assert all(len(warning) < 500 and warning.isprintable() for warning in attempt.value["warnings"])


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["a link to a device", "a fifo", "eps named png", "a png of 8,192 x 8,192", "half a jpeg"]
)
def test_hostile_surroundings_are_drawn_or_named(host: HostileHost, name: str) -> None:
    attempt = host.attempt(f"{TASKS}:draw_with_surroundings", name)
    assert attempt.complaint() == ""
    assert attempt.outcome == "done", attempt.message


@pytest.mark.slow
@pytest.mark.parametrize("name", [*_EMBEDDED, *(_EMBEDDED_MORE if ON_ALL_INPUTS else ())])
def test_a_mesh_with_a_hostile_picture_is_read(host: HostileHost, name: str) -> None:
    attempt = host.attempt(f"{TASKS}:read_mesh_with", name)
    assert attempt.complaint(seconds=_STEPS * MOST_SECONDS) == ""
    assert attempt.outcome == "done", attempt.message


@pytest.mark.slow
@pytest.mark.parametrize("extension", [False, True])
def test_a_small_mesh_does_not_become_gigabytes(host: HostileHost, extension: bool) -> None:
    attempt = host.attempt(f"{TASKS}:read_mesh_with", "a png of 8,192 x 8,192", 8, extension)
    assert attempt.complaint(seconds=_STEPS * MOST_SECONDS) == ""
    assert attempt.outcome == "done", attempt.message
    assert any("reduced from 8192x8192" in warning for warning in attempt.value["warnings"])


@pytest.mark.slow
@pytest.mark.parametrize("name", _PHOTOGRAPHS)
def test_a_hostile_photograph_is_read_or_refused(host: HostileHost, name: str) -> None:
    attempt = host.attempt(f"{TASKS}:read_photograph", name)
    assert attempt.complaint(seconds=2 * MOST_SECONDS) == ""
    assert attempt.error in ("", "CaptureError")
