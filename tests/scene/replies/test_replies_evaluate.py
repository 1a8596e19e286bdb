"""Every reply of a model that holds a whole program evaluates, or fails with the error that it should."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scenewright.scene.errors import PolicyError, ProgramError, ReplyError
from scenewright.scene.language.running import evaluate
from scenewright.scene.sources import read_source

FOLDER = os.environ.get("SCENEWRIGHT_REPLIES")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="SCENEWRIGHT_REPLIES is not set: the replies of a model are external data"
)
REPLIES = sorted(Path(FOLDER).glob("[0-9]*.md")) if FOLDER else []
WRONG = {
    "22-cut-off": (ReplyError, "cut off"),
    "23-unknown-names": (ProgramError, "desk_lamp"),
    "24-forbidden-import": (PolicyError, "os"),
}


@pytest.mark.parametrize("path", REPLIES, ids=lambda p: p.stem)
def test_reply(path: Path) -> None:
    if path.stem in WRONG:
        kind, hint = WRONG[path.stem]
        with pytest.raises(kind, match=hint):
            evaluate(read_source(path).text)
        return
    scene = evaluate(read_source(path).text)
    assert scene.leaf_rows.size > 50
    assert all(paths for relation in scene.relations for paths in relation.paths.values()), "a relation names nothing"


def test_of_two_programs_the_corrected_one_counts() -> None:
    path = next(p for p in REPLIES if p.stem == "21-corrected-block")
    source = read_source(path)
    assert source.reply is not None
    blocks = path.read_text(encoding="utf-8").split("```python\n")[1:]
    assert len(blocks) == 2
    assert source.text.strip() == blocks[1].split("```")[0].strip()
    assert any("replaces the program before it" in note for note in source.notes)
