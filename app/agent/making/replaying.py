"""Makes a scene again from the record of its run, without a network: the same replies lead to the same program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.app.agent.brief import Brief
from scenewright.app.agent.making.making_request import Made
from scenewright.app.agent.making.model_writer import made_by, models_of
from scenewright.app.agent.runs import RunRecord, StageStart, replayed
from scenewright.app.language_models import ModelError
from scenewright.app.writers.writer import WriterRequest
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider

__all__ = ["Replay", "replay_run"]


@dataclass(frozen=True)
class Replay:
    """What came of it. `program`: the program; `same`: whether it is the one that the run had kept; `rounds`: how many there were."""

    program: str
    same: bool
    rounds: int
    notes: tuple[str, ...]


def replay_run(record: RunRecord, assets: AssetProvider, job: Job, *, strict: bool = True) -> Replay:
    """Make the scene of a run again.

    Args:
        strict: a turn that differs from the recorded one is an error; otherwise a note.

    Raises:
        ModelError: the run is none that made a scene, its record lacks something, or a turn differs.
        ScenewrightError: it fails as the run did.
        JobCancelled: the job was cancelled.
    """
    if record.kind != "generate":
        raise ModelError(
            f"the run {record.id} is a {record.kind}, and only those that generate a scene are replayed", kind="replay"
        )
    request = _request_of(record, assets)
    made = made_by(request, models_of(request, replayed(record, strict=strict)), job)
    return Replay(made.program, _is_same(record, made), len(made.record.rounds), made.notes)


def _is_same(record: RunRecord, made: Made) -> bool:
    """Whether a replay made what the run did: its scene, or all of its stages."""
    if record.stages:
        return [s.program for s in made.record.stages] == [s.program for s in record.stages]
    kept = [r.program for r in record.rounds if r.kept]
    return bool(kept) and made.program == kept[-1]


def _request_of(record: RunRecord, assets: AssetProvider) -> WriterRequest:
    settings = record.settings
    try:
        pictures = tuple(record.transcript.pictures[name] for name in settings.get("pictures", []))
        given, start = settings.get("given_brief"), settings.get("start")
        return WriterRequest(
            record.request,
            assets,
            seed=int(settings["seed"]),
            model=str(settings["model"]),
            layout=bool(settings["layout"]),
            effort=settings["effort"],
            pictures=pictures,
            brief=None if given is None else Brief.model_validate(given),
            staged=bool(settings.get("staged", False)),
            start=None if start is None else StageStart.model_validate(start),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"the record of run {record.id} lacks what a replay needs ({error})", kind="replay") from None
