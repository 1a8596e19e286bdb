"""The recorded run of ``notebooks/agent_transcript``: a server of ours plays the model, with two answers written for it.

``python -m tests.support.recorded_run`` makes ``notebooks/recorded/study`` anew. It is needed where what a run keeps has changed.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import scenewright as sw
from tests.support.locations import REPOSITORY
from tests.support.model_server import Say, model_server
from tests.support.scripted_models import fenced

__all__ = ["RECORDED", "record"]

RECORDED = REPOSITORY / "notebooks" / "recorded" / "study"
_TEXT = "a study with two red armchairs facing a tall bookshelf, and a floor lamp beside one of them"
_FIRST = """from scene.language import *

@register('a study')
def study():
    return concat_shapes(
        room(4.0, 3.6, 2.6, windows=[('left', 0.0, 1.2, 1.2)]),
        place(asset_call('tall bookshelf'), at=(0, 0, -1.6), name='bookshelf'),
        place(asset_call('red armchair'), at=(-0.6, 0, 0.4), turn=0, name='armchair'),
        place(asset_call('floor lamp'), at=(-0.7, 0, 0.5), name='lamp'),
    )

relate(against_wall('bookshelf', 'back'), facing('armchair', 'bookshelf'))
"""
_SECOND = """from scene.language import *

@register('a study')
def study():
    return concat_shapes(
        room(4.0, 3.6, 2.6, windows=[('left', 0.0, 1.2, 1.2)]),
        place(asset_call('tall bookshelf'), at=(0, 0, -1.6), name='bookshelf'),
        *[place(asset_call('red armchair'), at=(x, 0, 0.4), turn=180, name='armchair') for x in (-0.65, 0.65)],
        place(asset_call('floor lamp'), at=(-1.5, 0, 0.4), name='lamp'),
    )

relate(against_wall('bookshelf', 'back'), facing('armchair[0]', 'bookshelf'), facing('armchair[1]', 'bookshelf'))
relate(near('lamp', 'armchair[0]', 0.0, 0.6))
"""


def record(folder: Path) -> None:
    """Make the scene folder of the run."""
    answers = (
        Say(f"One armchair is enough to begin with.\n\n{fenced(_FIRST)}", tokens=(9_400, 310)),
        Say(
            f"The second armchair was missing, and the lamp stood in the first.\n\n{fenced(_SECOND)}",
            tokens=(10_100, 390),
        ),
    )
    with model_server(*answers) as server:
        sw.generate(
            _TEXT, out=folder, model="openai-chat:scripted", base_url=server.address("chat"), effort="quick", picture=False
        )  # fmt: skip


def main() -> int:
    shutil.rmtree(RECORDED, ignore_errors=True)
    record(RECORDED)
    (RECORDED / "lock").unlink(missing_ok=True)
    for file in sorted(RECORDED.rglob("*")):
        if file.is_file():
            print(file.relative_to(RECORDED), file.stat().st_size)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
