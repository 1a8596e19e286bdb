"""The dialogues of pages: a turn runs in the scene's worker and in a thread of the server, whoever still listens, and its events reach all
pages of its owner by their event streams. What was said is kept with the page's session, by scene."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

from pydantic import ValidationError

from scenewright.app.agent import Dialogue, PastTurn, TurnEnded, TurnRequest
from scenewright.app.agent.dialogue import MOST_PATHS
from scenewright.app.workers import WorkerError
from scenewright.scene.errors import JobCancelled, ProjectError, ScenewrightError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.studio.open_scenes import OpenScene
    from scenewright.app.studio.sessions import PageSession, SessionStore
    from scenewright.app.studio.subscribers import Subscribers

__all__ = ["StudioChats"]

_MOST_KEPT = 192 << 10
"""Characters of all dialogues of a session, as JSON. The oldest turns are forgotten first."""
_MOST_TURNS = 60
_STOP_SECONDS = 5.0


class ChatHost(Protocol):
    """What dialogues need of the server."""

    def sessions(self, owner: str) -> SessionStore: ...
    def owner_events(self, owner: str) -> Subscribers: ...
    def open_place(self, owner: str, session: PageSession) -> OpenScene: ...
    def told(self, owner: str | None, error: Exception, doing: str) -> tuple[int, dict[str, Any]]: ...


@dataclass(eq=False)
class _Running:
    """A turn that has not ended. `events`: those so far, as JSON values."""

    number: int
    place: str
    said: str
    selection: tuple[str, ...]
    begun: str
    job: Job
    events: list[dict[str, Any]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def view(self, state: str = "running") -> dict[str, Any]:
        values = {"id": self.number, "said": self.said, "selection": list(self.selection), "begun": self.begun}
        return {**values, "state": state, "events": _joined(self.events)}


class StudioChats:
    """The dialogues of a server. Methods may be called from any thread."""

    def __init__(self, host: ChatHost) -> None:
        self._host = host
        self._lock = threading.Lock()
        self._running: dict[tuple[str, str], _Running] = {}

    def view(self, owner: str, session: str) -> dict[str, Any]:
        """The dialogue about the scene that a session shows: its turns, oldest first, with the one that runs."""
        page = self._host.sessions(owner).get(session)
        turns = list(_kept(page)["turns"])
        with self._lock:
            now = self._running.get((owner, session))
            if now is not None and now.place == page.place:
                turns.append(now.view())
        return {"turns": turns, "running": None if now is None else now.number}

    def begin(self, owner: str, session: str, text: str, selection: Sequence[str], camera: int = 0) -> int:
        """Begin a turn, and give its number. Its events follow as messages of the kind 'chat'.

        Raises:
            ProjectError: 'missing': the session shows no scene.
            WorkerError: 'busy': a turn of this session runs.
        """
        page = self._host.sessions(owner).get(session)
        if page.place is None:
            raise ProjectError("this session shows no scene yet: open one first", kind="missing")
        kept = _kept(page)
        turn = TurnRequest(
            text=text,
            selection=tuple(selection),
            pinned=_pins(page),
            dialogue=_dialogue(kept["past"]),
            camera=camera,
        )
        scene = self._host.open_place(owner, page)
        number = max((int(t["id"]) for t in kept["turns"]), default=0) + 1
        now = _Running(number, page.place, text, turn.selection, _now(), Job(name="the turn"))
        with self._lock:
            if (owner, session) in self._running:
                raise WorkerError("a turn of this dialogue still runs: wait for its end, or stop it", kind="busy")
            self._running[owner, session] = now
        self._tell(owner, session, now, {"event": "begun", "said": text, "begun": now.begun})
        threading.Thread(target=self._run, args=(owner, session, scene, turn, now), name="turn", daemon=True).start()
        return number

    def stop(self, owner: str, session: str) -> bool:
        """Stop the turn that runs; False where none does. What it has saved stays.

        Raises:
            ProjectError: 'missing': the owner has no such session.
        """
        self._host.sessions(owner).get(session)
        with self._lock:
            now = self._running.get((owner, session))
        if now is None:
            return False
        now.job.cancel()
        now.over.wait(_STOP_SECONDS)
        return True

    def forget(self, owner: str, session: str) -> None:
        """Begin the dialogue anew. The scene stays as it is."""
        self.stop(owner, session)
        page = self._host.sessions(owner).get(session)
        with self._lock:
            left = {place: kept for place, kept in page.chat.items() if place != page.place}
            self._host.sessions(owner).change(session, chat=left)
        self._host.owner_events(owner).tell({"type": "chat", "session": session, "turn": 0, "event": {"event": "new"}})

    # -- within -------------------------------------------------------------------------------------------------------

    def _run(self, owner: str, session: str, scene: OpenScene, turn: TurnRequest, now: _Running) -> None:
        state, past = "ended", None
        try:
            for event in scene.remote.turn(turn, job=now.job):
                values = event.to_json()
                if isinstance(event, TurnEnded):
                    past = event.past
                    values.pop("past")  # the page has no use for it
                values = scene.guard.values(values)
                now.events.append(values)
                self._tell(owner, session, now, values)
        except JobCancelled:
            state = "stopped"
        except Exception as error:  # noqa: BLE001 - whatever it is, the page waits for an end
            state = "failed"
            _, body = self._host.told(owner, error, "taking a turn of a dialogue")
            now.events.append({"event": "failed", "message": str(body["error"]["message"])})
        try:
            self._keep(owner, session, now, state, past)
        finally:
            with self._lock:
                self._running.pop((owner, session), None)
            now.over.set()
            self._tell(owner, session, now, {"event": "over", "state": state, "turn": now.view(state)})

    def _keep(self, owner: str, session: str, now: _Running, state: str, past: PastTurn | None) -> None:
        store = self._host.sessions(owner)
        try:
            page = store.get(session)
        except ScenewrightError:  # the session was forgotten meanwhile
            return
        kept = _kept(page, now.place)
        turns = [*kept["turns"], now.view(state)][-_MOST_TURNS:]
        earlier = kept["past"] if past is None else [*kept["past"], past.model_dump(mode="json")][-_MOST_TURNS:]
        others = {place: values for place, values in page.chat.items() if place != now.place}
        store.change(session, chat=_fitting({**others, now.place: {"turns": turns, "past": earlier}}, now.place))

    def _tell(self, owner: str, session: str, now: _Running, event: Mapping[str, Any]) -> None:
        message = {"type": "chat", "session": session, "turn": now.number, "event": dict(event)}
        self._host.owner_events(owner).tell(message)


def _kept(page: PageSession, place: str | None = None) -> dict[str, list[dict[str, Any]]]:
    """What a session keeps of the dialogue about a scene. The file may be of another version: what is not as expected is left out."""
    found = page.chat.get(place or page.place or "")
    values = found if isinstance(found, Mapping) else {}
    turns = [t for t in values.get("turns", ()) if isinstance(t, dict) and isinstance(t.get("id"), int)]
    return {"turns": turns, "past": [p for p in values.get("past", ()) if isinstance(p, dict)]}


def _pins(page: PageSession) -> tuple[str, ...]:
    """What the page has pinned. The page keeps it as it likes: what is no list of paths is left out."""
    pins = page.interface.get("pins")
    return (
        tuple(p for p in pins if isinstance(p, str) and len(p) <= 1_000)[:MOST_PATHS] if isinstance(pins, list) else ()
    )


def _dialogue(past: Sequence[Mapping[str, Any]]) -> Dialogue:
    dialogue = Dialogue()
    for values in past:
        try:
            dialogue = dialogue.then(PastTurn.model_validate(values))
        except (ValidationError, ScenewrightError):  # of another version: the dialogue begins after it
            dialogue = Dialogue()
    return dialogue


def _fitting(chat: dict[str, Any], place: str) -> dict[str, Any]:
    """The dialogues without their oldest turns, so that they fit. That about `place` is the last to lose any."""
    order = [*(p for p in chat if p != place), place]
    while len(json.dumps(chat)) > _MOST_KEPT:
        first = next((p for p in order if chat[p]["turns"] or chat[p]["past"]), None)
        if first is None:
            break
        chat[first] = {"turns": chat[first]["turns"][1:], "past": chat[first]["past"][1:]}
    return chat


def _joined(events: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The events with neighbouring pieces of text as one."""
    out: list[dict[str, Any]] = []
    for event in events:
        if event.get("event") == "text" and out and out[-1].get("event") == "text":
            out[-1] = {**out[-1], "piece": out[-1]["piece"] + event["piece"]}
        else:
            out.append(event)
    return out


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
