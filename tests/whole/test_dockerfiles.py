"""The Dockerfiles name every system library that the wheels load, and start the studio as the command line has it."""

from __future__ import annotations

import json
import re

import pytest

from scenewright.renderers.base.system_libraries import LIBRARIES
from tests.support.command_line import run
from tests.support.locations import REPOSITORY


@pytest.mark.parametrize("name", ["Dockerfile", "Dockerfile.cuda"])
def test_an_image_has_what_the_wheels_load(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    image = text.rpartition("\nFROM ")[2]
    words = set(image.replace("\\", " ").split())
    assert {package for libraries in LIBRARIES.values() for package in libraries.values()} - words == set()


@pytest.mark.parametrize("name", ["Dockerfile", "Dockerfile.cuda"])
def test_an_image_starts_the_studio_with_options_that_exist(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    started = json.loads(re.findall(r"^CMD (\[.*\])$", text, re.M)[-1])
    shown = run(started[0], "--help").stdout
    assert [word for word in started[1:] if word.startswith("--") and word not in shown] == []


@pytest.mark.parametrize("name", ["Dockerfile", "Dockerfile.cuda"])
def test_an_image_asks_for_extras_that_exist(name: str) -> None:
    import tomllib

    extras = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]
    (named,) = re.findall(r"^ARG EXTRAS=(.*)$", (REPOSITORY / name).read_text(encoding="utf-8"), re.M)
    assert set(named.split(",")) <= set(extras)
