"""Runs on disk: ``SCENE/runs/ID/``, and what they may hold.

=================== ====================================================================================================
``run.json``        the record, written last: a folder without it is no run
``transcript.json`` what was said; pictures are named by their sha256
``pictures/``       ``SHA.png``: what models saw and drew, once each
``programs/``       ``N.py``: the program of each round
``stages/``         ``N_NAME.py`` and ``.png``: the scene after each stage, where it was made stage by stage
=================== ====================================================================================================
"""

from __future__ import annotations

import re

from scenewright.scene.errors import ProjectError
from scenewright.scene.printing import cut

RUNS = "runs"
SCHEMA = 1
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
SHA256 = re.compile(r"[0-9a-f]{64}")

MOST_RECORD = 4 << 20
MOST_TRANSCRIPT = 64 << 20
MOST_PROGRAM = 4 << 20
MOST_PICTURE = 8 << 20
MOST_PICTURES = 256 << 20
"""Bytes of all pictures of a run. What is beyond it is left out, and said so: a replay needs no picture that a model saw."""
MOST_ROUNDS = 1_000
MOST_STAGES = 100
MOST_RUNS = 10_000
MOST_REQUEST = 40_000
MOST_TEXT = 4_000


def stage_file(number: int, name: str, ending: str) -> str:
    """The file of a stage, numbered from 1."""
    return f"{number}_{name}.{ending}"


def checked_id(id: str) -> str:
    """The id of a run.

    Raises:
        ProjectError: 'argument': it is none, and would lead elsewhere as a path.
    """
    if not ID.fullmatch(id):
        raise ProjectError(f"{cut(id, 80)!r} is no id of a run: scenewright runs lists them").about("run")
    return id
