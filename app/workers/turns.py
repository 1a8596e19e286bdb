"""A turn of a dialogue in a worker, as a stream of checked events."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from scenewright.app.agent import TurnEnded, TurnEvent, turn_event_from_json
from scenewright.app.requests import RequestError
from scenewright.app.workers.errors import WorkerError
from scenewright.scene.jobs import Job
from scenewright.scene.printing import printable_lines

__all__ = ["streamed_turn"]

_MOST_DEPTH = 12
"""Of lists and objects within an event."""


def streamed_turn(run: Callable[[Job], object], job: Job) -> Iterator[TurnEvent]:
    """The events that `run` gives to the job's listeners, each as soon as it is there.

    The work is done by a thread of its own. Who stops listening before the end cancels the job.

    Raises:
        WorkerError: 'wire': what came is no event of a turn, or none came after the end.
        ScenewrightError: the error of `run`.
    """
    pieces: queue.SimpleQueue[Mapping[str, object] | BaseException | None] = queue.SimpleQueue()
    own = job.part()
    own.listen(on_piece=pieces.put)

    def work() -> None:
        try:
            run(own)
        except BaseException as error:  # noqa: BLE001 - the thread that listens raises it
            pieces.put(error)
        else:
            pieces.put(None)

    thread = threading.Thread(target=work, name="turn of a dialogue", daemon=True)
    thread.start()
    ended = over = False
    try:
        while (piece := pieces.get()) is not None:
            if isinstance(piece, BaseException):
                over = True
                raise piece
            if ended:
                raise WorkerError("the worker told of a turn after its end", kind="wire")
            event = checked_event(piece)
            ended = isinstance(event, TurnEnded)
            yield event
        over = True
        if not ended:
            raise WorkerError("the worker did not end its turn", kind="wire")
    finally:
        if not over:
            job.cancel()
        thread.join()


def checked_event(values: object) -> TurnEvent:
    """The event that values of a worker describe, with texts that are safe to show.

    Raises:
        WorkerError: 'wire': they describe none.
    """
    try:
        return turn_event_from_json(_cleaned(values, _MOST_DEPTH))
    except (RequestError, RecursionError) as error:
        raise WorkerError(f"the worker told what is no event of a turn: {error}", kind="wire") from error


def _cleaned(value: object, depth: int) -> Any:
    if depth == 0:
        raise RequestError("it is nested too deep")
    if isinstance(value, str):
        return printable_lines(value)
    if isinstance(value, Mapping):
        return {printable_lines(str(key)): _cleaned(inner, depth - 1) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(inner, depth - 1) for inner in value]
    return value
