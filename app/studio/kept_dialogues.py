"""What a page's session keeps of its dialogues on disk: the turns, what the editor needs of them, and the sentences that wait."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from scenewright.app.agent import Dialogue, PastTurn
from scenewright.scene.errors import ScenewrightError

if TYPE_CHECKING:
    from scenewright.app.studio.sessions import PageSession

__all__ = ["MOST_TURNS", "WaitingSentence", "fitting", "kept_dialogue", "past_dialogue"]

_MOST_KEPT = 192 << 10
"""Characters of all dialogues of a session, as JSON. The oldest turns are forgotten first."""
MOST_TURNS = 60


@dataclass(frozen=True, slots=True)
class WaitingSentence:
    """What a person said while a turn ran: it becomes a turn of its own after those before it.

    `selection`: what was selected then. `editor`: who is to answer: embedded or model. `model`: which one; None: the studio's own.
    """

    id: str
    said: str
    selection: tuple[str, ...] = ()
    camera: int = 0
    editor: str = "embedded"
    model: str | None = None

    @classmethod
    def new(
        cls,
        said: str,
        selection: Sequence[str] = (),
        camera: int = 0,
        *,
        editor: str = "embedded",
        model: str | None = None,
    ) -> WaitingSentence:
        return cls(secrets.token_hex(8), said, tuple(selection), camera, editor, model or None)

    @classmethod
    def from_json(cls, values: object) -> WaitingSentence | None:
        """None where the values are of another version."""
        if not isinstance(values, Mapping) or not all(isinstance(values.get(key), str) for key in ("id", "said")):
            return None
        chosen, camera = values.get("selection"), values.get("camera")
        selection = tuple(p for p in chosen if isinstance(p, str)) if isinstance(chosen, list) else ()
        editor, model = values.get("editor"), values.get("model")
        return cls(
            values["id"],
            values["said"],
            selection,
            camera if isinstance(camera, int) else 0,
            "model" if editor == "model" else "embedded",
            model if isinstance(model, str) else None,
        )

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "selection": list(self.selection)}

    def view(self) -> dict[str, str]:
        """What a page shows of it."""
        return {"id": self.id, "said": self.said}


def kept_dialogue(page: PageSession, place: str | None = None) -> dict[str, list[dict[str, Any]]]:
    """What a session keeps of the dialogue about a scene: `turns`, `past` and `waiting`. The file may be of another version: what is not
    as expected is left out."""
    found = page.chat.get(place or page.place or "")
    values = found if isinstance(found, Mapping) else {}
    turns = [t for t in values.get("turns", ()) if isinstance(t, dict) and isinstance(t.get("id"), int)]
    waiting = [w for w in values.get("waiting", ()) if WaitingSentence.from_json(w) is not None]
    return {"turns": turns, "past": [p for p in values.get("past", ()) if isinstance(p, dict)], "waiting": waiting}


def past_dialogue(past: Sequence[Mapping[str, Any]]) -> Dialogue:
    """The turns that the editor may refer to."""
    dialogue = Dialogue()
    for values in past:
        try:
            dialogue = dialogue.then(PastTurn.model_validate(values))
        except (ValidationError, ScenewrightError):  # of another version: the dialogue begins after it
            dialogue = Dialogue()
    return dialogue


def fitting(chat: dict[str, Any], place: str) -> dict[str, Any]:
    """The dialogues without their oldest turns, so that they fit. That about `place` is the last to lose any; what waits stays."""
    order = [*(p for p in chat if p != place), place]
    while len(json.dumps(chat)) > _MOST_KEPT:
        first = next((p for p in order if chat[p]["turns"] or chat[p]["past"]), None)
        if first is None:
            break
        chat[first] = {**chat[first], "turns": chat[first]["turns"][1:], "past": chat[first]["past"][1:]}
    return chat
