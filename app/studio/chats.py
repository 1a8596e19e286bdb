"""The dialogues of pages: a turn runs in the scene's worker and in a thread of the server, whoever still listens, and its events reach all
pages of its owner by their event streams. What was said is kept with the page's session, by scene.

What is said while a turn runs waits, and becomes turns of its own, in order. What waits stands on disk as well: it holds on where a turn
was stopped, failed or asks something back, and where the server was started anew, until the person says more or lets it go on.

A sentence says who is to answer it. A language model that needs a key is asked by a worker of its own, which alone has that key and ends
with the turn; the scene's worker reads what it saved.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

from scenewright.app.agent import PastTurn, SceneEdited, TurnEnded, TurnEvent, TurnRequest
from scenewright.app.agent.dialogue import MOST_PATHS
from scenewright.app.studio.kept_dialogues import MOST_TURNS, WaitingSentence, fitting, kept_dialogue, past_dialogue
from scenewright.app.workers import WorkerError
from scenewright.scene.errors import JobCancelled, ProjectError, ScenewrightError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from pathlib import Path

    from scenewright.app.studio.hidden_paths import TextGuard
    from scenewright.app.studio.language_models import ChosenModel
    from scenewright.app.studio.open_scenes import OpenScene
    from scenewright.app.studio.owners import OwnerPlaces
    from scenewright.app.studio.sessions import PageSession, SessionStore
    from scenewright.app.studio.settings import StudioSettings
    from scenewright.app.studio.subscribers import Subscribers

__all__ = ["StudioChats"]

_MOST_WAITING = 20
"""Sentences that wait for their turn, at most."""
_STOP_SECONDS = 5.0


class ChatHost(Protocol):
    """What dialogues need of the server."""

    settings: StudioSettings

    def sessions(self, owner: str) -> SessionStore: ...
    def owner_events(self, owner: str) -> Subscribers: ...
    def open_place(self, owner: str, session: PageSession) -> OpenScene: ...
    def guard(
        self, places: OwnerPlaces | None, folder: Path | None = None, secrets: Iterable[str] = ()
    ) -> TextGuard: ...
    def owner_places(self, owner: str) -> OwnerPlaces: ...
    def told(self, owner: str | None, error: Exception, doing: str) -> tuple[int, dict[str, Any]]: ...


@dataclass(eq=False)
class _Running:
    """A turn that has not ended. `events`: those so far, as JSON values. `sentence`: its id among what waits, where it stands until the
    turn is over, so that a server that is killed has not lost it. `by`: the language model that answers; None: the embedded editor does."""

    number: int
    sentence: str
    place: str
    said: str
    selection: tuple[str, ...]
    begun: str
    job: Job
    by: ChosenModel | None = None
    events: list[dict[str, Any]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def view(self, state: str = "running") -> dict[str, Any]:
        values = {"id": self.number, "sentence": self.sentence, "said": self.said, "selection": list(self.selection)}
        return {**values, "begun": self.begun, "by": self.model, "state": state, "events": _joined(self.events)}

    @property
    def model(self) -> str | None:
        return None if self.by is None else self.by.name


class StudioChats:
    """The dialogues of a server. Methods may be called from any thread."""

    def __init__(self, host: ChatHost) -> None:
        self._host = host
        self._lock = threading.Lock()
        self._running: dict[tuple[str, str], _Running] = {}

    def view(self, owner: str, session: str) -> dict[str, Any]:
        """The dialogue about the scene that a session shows: its turns, oldest first, with the one that runs, and what waits."""
        with (
            self._lock
        ):  # a turn that ends meanwhile is among those kept or the one that runs, and never both or neither
            page = self._host.sessions(owner).get(session)
            now = self._running.get((owner, session))
            kept = kept_dialogue(page)
            turns = list(kept["turns"])
            if now is not None and now.place == page.place:
                turns.append(now.view())
        return {"turns": turns, "running": None if now is None else now.number, "waiting": _shown(kept["waiting"], now)}

    def say(self, owner: str, session: str, new: WaitingSentence) -> dict[str, Any]:
        """Begin a turn, or let the sentence wait where one runs. The events of turns follow as messages of the kind 'chat'.

        Returns:
            `turn`: the number of the turn; None where the sentence waits. `waiting`: its id there; None where it does not.

        Raises:
            ProjectError: 'missing': the session shows no scene.
            WorkerError: 'busy': too many sentences wait.
            RequestError, ModelError: the language model that is to answer may not be used here, or there is none of this name.
        """
        self._model_of(new)
        page = self._host.sessions(owner).get(session)
        if page.place is None:
            raise ProjectError("this session shows no scene yet: open one first", kind="missing")
        with self._lock:
            kept = kept_dialogue(self._host.sessions(owner).get(session), page.place)
            busy = (owner, session) in self._running
            if len(kept["waiting"]) >= _MOST_WAITING + busy:
                raise WorkerError(
                    f"{_MOST_WAITING} sentences wait already: let some of them be done, or take them back", kind="busy"
                )
            answers = not busy and _asks(kept["turns"])
            waiting = [new.to_json(), *kept["waiting"]] if answers else [*kept["waiting"], new.to_json()]
            self._put(owner, session, page.place, {**kept, "waiting": waiting})
        self._begin_next(owner, session)
        self._tell_waiting(owner, session)
        number = self._turn_of(owner, session, page.place, new.id)
        return {"turn": number, "waiting": new.id if number is None else None}

    def go_on(self, owner: str, session: str) -> bool:
        """Let what waits be done; False where a turn runs already or nothing waits.

        Raises:
            ProjectError: 'missing': the owner has no such session.
        """
        self._host.sessions(owner).get(session)
        begun = self._begin_next(owner, session)
        self._tell_waiting(owner, session)
        return begun

    def take_back(self, owner: str, session: str, sentence: str) -> bool:
        """Take a sentence back that waits; False where it does not wait (any more).

        Raises:
            ProjectError: 'missing': the owner has no such session.
        """
        with self._lock:
            page = self._host.sessions(owner).get(session)
            kept = kept_dialogue(page)
            now = self._running.get((owner, session))
            runs = now is not None and now.sentence == sentence
            left = [w for w in kept["waiting"] if runs or w["id"] != sentence]
            found = len(left) < len(kept["waiting"])
            if found and page.place is not None:
                self._put(owner, session, page.place, {**kept, "waiting": left})
        self._tell_waiting(owner, session)
        return found

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
        """Begin the dialogue anew. The scene stays as it is, and so does what waits: nobody has read it yet."""
        self.stop(owner, session)
        with self._lock:
            page = self._host.sessions(owner).get(session)
            if page.place is not None:
                waiting = kept_dialogue(page)["waiting"]
                self._put(owner, session, page.place, {"turns": [], "past": [], "waiting": waiting})
        self._host.owner_events(owner).tell({"type": "chat", "session": session, "turn": 0, "event": {"event": "new"}})
        self._tell_waiting(owner, session)

    # -- within -------------------------------------------------------------------------------------------------------

    def _begin_next(self, owner: str, session: str) -> bool:
        """Begin the first turn of those that wait. False where one runs, or nothing waits.

        Raises:
            ScenewrightError: the scene cannot be opened, or the language model not be used; the sentence waits on.
        """
        page = self._host.sessions(owner).get(session)
        scene = self._host.open_place(owner, page) if page.place is not None else None
        with self._lock:
            page = self._host.sessions(owner).get(session)
            kept = kept_dialogue(page)
            if scene is None or page.place is None or not kept["waiting"] or (owner, session) in self._running:
                return False
            first = WaitingSentence.from_json(kept["waiting"][0])
            assert first is not None
            turn = TurnRequest(
                text=first.said,
                selection=first.selection,
                pinned=_pins(page),
                dialogue=past_dialogue(kept["past"]),
                camera=first.camera,
            )
            number = max((int(t["id"]) for t in kept["turns"]), default=0) + 1
            by = self._model_of(first)
            now = _Running(number, first.id, page.place, first.said, turn.selection, _now(), Job(name="the turn"), by)
            self._running[owner, session] = now
        self._tell(owner, session, now, {"event": "begun", "said": first.said, "begun": now.begun, "by": now.model})
        threading.Thread(target=self._run, args=(owner, session, scene, turn, now), name="turn", daemon=True).start()
        return True

    def _turn_of(self, owner: str, session: str, place: str, sentence: str) -> int | None:
        """The number of the turn that a sentence has become, whoever began it: the turn before may have ended just now, and gone on with
        it. None where the sentence waits."""
        with self._lock:
            now = self._running.get((owner, session))
            if now is not None and now.sentence == sentence:
                return now.number
            turns = kept_dialogue(self._host.sessions(owner).get(session), place)["turns"]
        return next((int(t["id"]) for t in reversed(turns) if t.get("sentence") == sentence), None)

    def _run(self, owner: str, session: str, scene: OpenScene, turn: TurnRequest, now: _Running) -> None:
        state, past = "ended", None
        guard = self._guard_of(owner, scene, now.by)
        # what a model's server is waited for: it is told while it is so, and not kept
        now.job.listen(
            on_log=lambda text: self._tell(owner, session, now, {"event": "waits", "what": guard.text(text)})
        )
        try:
            for event in _events(scene, turn, now):
                values = event.to_json()
                if isinstance(event, TurnEnded):
                    # a model may say back what no file may keep
                    past = event.past.model_copy(update={"told": guard.text(event.past.told)})
                    values.pop("past")  # the page has no use for it
                values = guard.values(values)
                now.events.append(values)
                self._tell(owner, session, now, values)
        except JobCancelled:
            state = "stopped"
        except Exception as error:  # noqa: BLE001 - whatever it is, the page waits for an end
            state = "failed"
            _, body = self._host.told(owner, error, "taking a turn of a dialogue")
            now.events.append({"event": "failed", "message": guard.text(str(body["error"]["message"]))})
        try:
            with self._lock:
                try:
                    self._keep(owner, session, now, state, past)
                finally:
                    self._running.pop((owner, session), None)
        finally:
            now.over.set()
            self._tell(owner, session, now, {"event": "over", "state": state, "turn": now.view(state)})
        if state == "ended" and not _asks([now.view(state)]):
            self._follow(owner, session)

    def _model_of(self, sentence: WaitingSentence) -> ChosenModel | None:
        """The language model that is to answer a sentence; None: the embedded editor.

        Raises:
            RequestError, ModelError: it may not be used here, or there is none of this name.
        """
        return self._host.settings.models.chosen(sentence.model) if sentence.editor == "model" else None

    def _guard_of(self, owner: str, scene: OpenScene, by: ChosenModel | None) -> TextGuard:
        """What takes paths, and the keys of a model, out of the texts of a turn."""
        if by is None:
            return scene.guard
        return self._host.guard(self._host.owner_places(owner), scene.place.folder, by.keys.values())

    def _follow(self, owner: str, session: str) -> None:
        """Begin what waits after a turn. Where that cannot be begun it waits on, and the page offers to go on."""
        try:
            self._begin_next(owner, session)
            self._tell_waiting(owner, session)
        except ScenewrightError as error:
            self._host.told(owner, error, "beginning a turn that waited")

    def _keep(self, owner: str, session: str, now: _Running, state: str, past: PastTurn | None) -> None:
        """Keep a turn that is over. The caller holds the lock."""
        try:
            page = self._host.sessions(owner).get(session)
        except ScenewrightError:  # the session was forgotten meanwhile
            return
        kept = kept_dialogue(page, now.place)
        turns = [*kept["turns"], now.view(state)][-MOST_TURNS:]
        earlier = kept["past"] if past is None else [*kept["past"], past.model_dump(mode="json")][-MOST_TURNS:]
        waiting = [w for w in kept["waiting"] if w["id"] != now.sentence]
        self._put(owner, session, now.place, {"turns": turns, "past": earlier, "waiting": waiting})

    def _put(self, owner: str, session: str, place: str, kept: Mapping[str, Any]) -> None:
        """Keep a dialogue. The caller holds the lock."""
        store = self._host.sessions(owner)
        others = {p: kept_dialogue(store.get(session), p) for p in store.get(session).chat if p != place}
        store.change(session, chat=fitting({**others, place: dict(kept)}, place))

    def _tell_waiting(self, owner: str, session: str) -> None:
        with self._lock:
            now = self._running.get((owner, session))
            waiting = _shown(kept_dialogue(self._host.sessions(owner).get(session))["waiting"], now)
        event = {"event": "waiting", "waiting": waiting}
        self._host.owner_events(owner).tell({"type": "chat", "session": session, "turn": 0, "event": event})

    def _tell(self, owner: str, session: str, now: _Running, event: Mapping[str, Any]) -> None:
        message = {"type": "chat", "session": session, "turn": now.number, "event": dict(event)}
        self._host.owner_events(owner).tell(message)


def _events(scene: OpenScene, turn: TurnRequest, now: _Running) -> Iterator[TurnEvent]:
    """The events of a turn. What a worker of its own has saved is read before it is told."""
    if now.by is None:
        yield from scene.remote.turn(turn, job=now.job)
        return
    for event in scene.remote.turn(
        turn, editor="model", model=now.by.name, base_url=now.by.base_url, job=now.job, keys=now.by.keys
    ):
        if now.by.keys and isinstance(event, SceneEdited | TurnEnded):
            scene.remote.refresh()
        yield event


def _shown(waiting: Sequence[Mapping[str, Any]], now: _Running | None) -> list[dict[str, str]]:
    """What waits, without the sentence of the turn that runs."""
    every = [one for values in waiting if (one := WaitingSentence.from_json(values)) is not None]
    return [one.view() for one in every if now is None or one.id != now.sentence]


def _asks(turns: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the last turn waits for an answer."""
    events = turns[-1].get("events", ()) if turns else ()
    return any(isinstance(e, Mapping) and e.get("event") == "end" and e.get("outcome") == "asked" for e in events)


def _pins(page: PageSession) -> tuple[str, ...]:
    """What the page has pinned. The page keeps it as it likes: what is no list of paths is left out."""
    pins = page.interface.get("pins")
    return (
        tuple(p for p in pins if isinstance(p, str) and len(p) <= 1_000)[:MOST_PATHS] if isinstance(pins, list) else ()
    )


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
