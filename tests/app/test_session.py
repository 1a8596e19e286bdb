"""An open scene: commands in turn, batches as one step or none, stale changes refused, events in order, what is derived kept."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from scenewright.app.actions.table import run_action
from scenewright.app.session import CommandFailed, JobState, JobUpdate, SceneChanged, Session, StaleChange
from scenewright.renderers.base import default_camera
from scenewright.scene.errors import EditError, JobCancelled, PathError, ProjectError
from scenewright.scene.folder import Project
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import (
    AddRelation,
    Arrange,
    Delete,
    DropRelation,
    Edit,
    Move,
    Placement,
    Recolour,
    Rename,
    Turn,
)
from scenewright.scene.sources import SceneSource, SourceKind

COUNT = 8


def program(count: int = COUNT) -> str:
    places = "".join(f"        place(block(0.4), at=({k}, 0, 0), name='block_{k}'),\n" for k in range(count))
    return f"""from scene.language import *

@register('a block')
def block(side):
    return concat_shapes(primitive_call('cube', {{'scale': side}}), primitive_call('sphere', {{'radius': side}}))

@register('blocks in a row')
def row():
    return concat_shapes(
{places}    )
"""


@pytest.fixture
def loose() -> Session:
    return Session(SceneSource(program(), SourceKind.PROGRAM, None))


@pytest.fixture
def kept(tmp_path: Path) -> Session:
    Project.create(tmp_path / "row", program())
    return Session.open(tmp_path / "row", writable=True)


@pytest.fixture(params=["loose", "kept"])
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    found: Session = request.getfixturevalue(request.param)
    yield found
    found.close()


def x_of(session: Session, name: str) -> float:
    return float(session.scene.find(name).world_from_local[0, 3])


# -- batches --------------------------------------------------------------------------------------------------------------


def test_a_batch_is_one_step_that_is_undone_as_one(kept: Session) -> None:
    before, revision = kept.source, kept.revision
    kept.edit([Move(f"block_{k}", (0, 0, 1)) for k in range(4)], author="agent", name="arranger")
    assert kept.revision == revision + 1
    entry = Project.open(kept.folder).history()[-1]  # type: ignore[arg-type]
    assert entry.operation["kind"] == "batch"
    assert [e["path"] for e in entry.operation["edits"]] == [f"block_{k}" for k in range(4)]
    kept.step(Project.undo)
    assert kept.source == before


def test_a_failing_edit_in_a_batch_of_ten_leaves_all_as_it_was(session: Session) -> None:
    before, revision, scene = session.source, session.revision, session.scene
    journal = None if session.folder is None else (session.folder / "journal.jsonl").read_bytes()
    edits = [Move(f"block_{k % COUNT}", (0, 0, 0.5)) for k in range(9)]
    for at in (0, 5, 9):
        with pytest.raises(PathError):
            session.edit([*edits[:at], Move("nothing", (0, 0, 1)), *edits[at:]])
        assert (session.source, session.revision) == (before, revision)
        assert session.scene is scene
        if session.folder is not None:
            assert (session.folder / "journal.jsonl").read_bytes() == journal
            assert (session.folder / "program.py").read_text() == before


def test_a_batch_that_cannot_be_saved_leaves_all_as_it_was(kept: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    before, revision, scene = kept.source, kept.revision, kept.scene

    def full(*_: object, **__: object) -> int:
        raise ProjectError("the disk is full", kind="write")

    monkeypatch.setattr(Project, "save", full)
    with pytest.raises(ProjectError, match="full"):
        kept.edit([Move("block_0", (0, 0, 1)), Move("block_1", (0, 0, 1))])
    assert (kept.source, kept.revision) == (before, revision)
    assert kept.scene is scene


def test_no_edits_are_no_step(session: Session) -> None:
    revision = session.revision
    assert session.edit([]) == []
    assert session.revision == revision


# -- stale changes --------------------------------------------------------------------------------------------------------


def test_a_stale_change_is_refused_with_what_was_done_since(session: Session) -> None:
    seen = session.revision
    session.edit([Move("block_0", (0, 0, 1))], name="Ann")
    session.edit([Turn("block_1", 30.0)], author="agent")
    with pytest.raises(StaleChange, match="Ann: moved block 0 by 1 m along z; agent: turned block 1 by 30°") as caught:
        session.edit([Move("block_2", (0, 0, 1))], based_on=seen)
    assert [c.operation["kind"] for c in caught.value.changes] == ["move", "turn"]
    assert caught.value.kind == "stale"
    session.edit([Move("block_2", (0, 0, 1))], based_on=session.revision)
    assert x_of(session, "block_2") == pytest.approx(2.0)


def test_changes_by_another_process_are_named_and_can_be_seen(kept: Session) -> None:
    other = Session.open(kept.folder, writable=True)  # type: ignore[arg-type]
    other.edit([Move("block_3", (5, 0, 0))], name="Bob")
    with pytest.raises(StaleChange, match="Bob: moved block 3"):
        kept.edit([Move("block_2", (0, 0, 1))], based_on=kept.revision)
    with kept.listen() as events:
        assert [str(c) for c in kept.refresh()] == ["Bob: moved block 3 by 5 m along x"]
        (event,) = events.waiting()
    assert isinstance(event, SceneChanged)
    assert event.change.paths == {"row/block_3"}
    assert x_of(kept, "block_3") == pytest.approx(8.0)
    assert kept.refresh() == ()


def test_an_edit_is_made_again_on_what_another_process_saved(kept: Session) -> None:
    other = Session.open(kept.folder, writable=True)  # type: ignore[arg-type]
    other.edit([Move("block_3", (5, 0, 0))], name="Bob")
    kept.edit([Move("block_2", (0, 0, 1))])
    assert x_of(kept, "block_3") == pytest.approx(8.0)
    assert kept.revision == 3
    assert [e.operation["path"] for e in kept.project.history()[1:]] == ["block_3", "block_2"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "edit",
    [Arrange((Placement("block_2", (0.0, 0.0, 1.0), 0.0),)), DropRelation(index=0)],
    ids=lambda e: e.kind,
)
def test_an_edit_for_what_was_seen_is_not_made_again(kept: Session, edit: Edit) -> None:
    """Poses were chosen, and relations counted, for the scene that its author saw."""
    relate = AddRelation("near", ("block_0", "block_1"))
    kept.edit([relate])
    other = Session.open(kept.folder, writable=True)  # type: ignore[arg-type]
    other.edit([Move("block_3", (5, 0, 0))])
    with pytest.raises(StaleChange):
        kept.edit([edit])


# -- events ---------------------------------------------------------------------------------------------------------------


def test_all_listeners_hear_the_same_in_one_order(session: Session) -> None:
    with session.listen() as first, session.listen() as second:
        session.edit([Move("block_0", (0, 0, 1)), Recolour("block_1", (1.0, 0.0, 0.0))])
        session.edit([Rename("block_2", "brick")])
        with pytest.raises(EditError):
            session.edit([Delete("row")])
        session.edit([Delete("block_3")])
        heard = first.waiting()
        assert second.waiting() == heard
    assert [e.number for e in heard] == list(range(heard[0].number, heard[0].number + 4))
    batch, renamed, failed, deleted = heard
    assert isinstance(batch, SceneChanged)
    assert batch.change.paths is not None
    assert "row/block_0" in batch.change.paths
    assert any(p.startswith("row/block_1") for p in batch.change.paths)
    assert not any(p.startswith("row/block_2") for p in batch.change.paths)
    assert isinstance(renamed, SceneChanged)
    assert renamed.change.renamed["row/block_2"] == "row/brick"
    assert isinstance(failed, CommandFailed)
    assert failed.command == "edit"
    assert isinstance(deleted, SceneChanged)
    assert deleted.change.paths is not None
    assert "row/block_3" in deleted.change.paths


def test_a_failure_within_a_command_is_told_once(loose: Session) -> None:
    def both(session: Session) -> None:
        session.edit([Move("block_0", (0, 0, 1))])
        session.edit([Move("nothing", (0, 0, 1))])

    with loose.listen() as events:
        with pytest.raises(PathError):
            loose.run(both, name="both")
        heard = events.waiting()
    assert [type(e) for e in heard] == [SceneChanged, CommandFailed]
    assert isinstance(heard[1], CommandFailed)
    assert heard[1].command == "edit"


def test_a_listener_that_is_closed_hears_no_more(loose: Session) -> None:
    listener = loose.listen()
    listener.close()
    loose.edit([Move("block_0", (0, 0, 1))])
    assert listener.get(timeout=0) is None
    assert list(listener) == []


def test_a_long_command_tells_how_far_it_is_and_how_it_ends(loose: Session) -> None:
    def draw(session: Session, job: Job) -> str:
        job.progress(0.5, "drawing")
        session.edit([Move("block_0", (0, 0, 1))])
        return "drawn"

    def broken(session: Session, job: Job) -> None:
        raise ValueError("no picture")

    def stopped(session: Session, job: Job) -> None:
        job.cancel()
        job.check()

    with loose.listen() as events:
        assert loose.work(draw, name="render") == "drawn"
        with pytest.raises(ValueError, match="no picture"):
            loose.work(broken, name="render")
        with pytest.raises(JobCancelled):
            loose.work(stopped, name="bake")
        heard = events.waiting()
    states = [(e.job, e.state, e.share) for e in heard if isinstance(e, JobUpdate)]
    assert states == [
        (1, JobState.STARTED, 0.0),
        (1, JobState.RUNNING, 0.5),
        (1, JobState.FINISHED, 1.0),
        (2, JobState.STARTED, 0.0),
        (2, JobState.FAILED, 0.0),
        (3, JobState.STARTED, 0.0),
        (3, JobState.CANCELLED, 0.0),
    ]


# -- threads --------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_commands_of_four_threads_are_each_done_once(loose: Session) -> None:
    """In the order of their events, and each text in between means what its change said."""
    each, threads = 20, 4
    texts = {loose.revision: loose.source}
    goals = [[(f"block_{rng.randrange(COUNT)}", rng.choice((0.25, -0.125, 0.5))) for _ in range(each)]
             for rng in map(random.Random, range(threads))]  # fmt: skip
    begun = threading.Barrier(threads)

    def work(number: int) -> list[int]:
        begun.wait()
        revisions = []
        for name, by in goals[number]:

            def move(session: Session, name: str = name, by: float = by) -> int:
                session.edit([Move(name, (0.0, 0.0, by))], name=f"thread {number}")
                texts[session.revision] = session.source
                return session.revision

            revisions.append(loose.run(move))
        return revisions

    with loose.listen() as events, ThreadPoolExecutor(threads) as pool:
        revisions = list(pool.map(work, range(threads)))
        heard = [e for e in events.waiting() if isinstance(e, SceneChanged)]
    assert sorted(r for some in revisions for r in some) == list(range(1, each * threads + 1))
    assert all(some == sorted(some) for some in revisions)
    assert [e.change.revision for e in heard] == list(range(1, each * threads + 1))
    assert [e.change.based_on for e in heard] == list(range(each * threads))
    told = {n: [(e.change.operation["path"], e.change.operation["by"][2]) for e in heard if e.change.name == f"thread {n}"]
            for n in range(threads)}  # fmt: skip
    assert told == dict(enumerate(goals))
    for name in {n for some in goals for n, _ in some}:
        total = sum(by for some in goals for n, by in some if n == name)
        assert float(loose.scene.find(name).world_from_local[2, 3]) == pytest.approx(total)
    for revision in range(0, each * threads + 1, 25):  # each text that stood in between means what its change said
        scene = loose.evaluate_text(texts[revision])
        for name in (f"block_{k}" for k in range(COUNT)):
            total = sum(
                float(e.change.operation["by"][2]) for e in heard[:revision] if e.change.operation["path"] == name
            )
            assert float(scene.find(name).world_from_local[2, 3]) == pytest.approx(total)


def test_submitted_commands_run_in_the_order_they_were_given(loose: Session) -> None:
    order: list[int] = []
    release = threading.Event()
    futures = [loose.submit(lambda _: release.wait(10.0))]
    futures += [loose.submit(lambda _, k=k: order.append(k)) for k in range(5)]  # type: ignore[misc]
    assert futures[3].cancel()
    late = threading.Thread(target=lambda: loose.run(lambda _: order.append(99)))
    late.start()
    release.set()
    late.join()
    loose.close()
    assert order == [0, 1, 3, 4, 99]


def test_a_snapshot_belongs_together_while_others_write(loose: Session) -> None:
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            loose.edit([Move("block_0", (0, 0, 1))])

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(20):
            shot = loose.snapshot()
            z = float(shot.scene.find("block_0").world_from_local[2, 3])
            assert z == pytest.approx(shot.revision)
    finally:
        stop.set()
        writer.join()


# -- what is derived ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edit", [Move("block_3", (0, 0.1, 0.2)), Turn("block_2", 40.0)])
def test_triangles_carried_over_a_move_are_those_of_the_scene(loose: Session, edit: Move) -> None:
    first = loose.derived.geometry()
    assert loose.derived.geometry() is first
    loose.edit(
        [Move("block_0", (-4, 0, -4)), Move("block_7", (4, 2, 4))]
    )  # the size of the scene is theirs from now on
    loose.derived.geometry()
    made = loose.derived.made
    loose.edit([edit])
    found = loose.derived.geometry()
    assert loose.derived.made == made
    assert loose.derived.carried == 1
    anew = scene_geometry(loose.scene, provider=loose.assets)
    np.testing.assert_allclose(found.world_from_mesh, anew.world_from_mesh, atol=1e-12)
    assert found.meshes == anew.meshes
    for column in ("mesh", "entity", "part", "color", "material", "texture"):
        np.testing.assert_array_equal(getattr(found, column), getattr(anew, column))


@pytest.mark.parametrize("edit", [Recolour("block_3", (1.0, 0.0, 0.0)), Delete("block_3"), Move("block_3", (0, 0, 90))])
def test_what_changes_more_than_a_pose_is_made_anew(loose: Session, edit: Move) -> None:
    loose.derived.geometry()
    loose.edit([edit])
    found = loose.derived.geometry()
    assert (loose.derived.made, loose.derived.carried) == (2, 0)
    anew = scene_geometry(loose.scene, provider=loose.assets)
    np.testing.assert_array_equal(found.world_from_mesh, anew.world_from_mesh)
    np.testing.assert_array_equal(found.color, anew.color)


def test_graph_and_queries_are_kept_while_the_scene_is_the_same(loose: Session) -> None:
    camera = default_camera(loose.scene)
    graph, query = loose.derived.graph(), loose.derived.query(camera)
    assert loose.derived.graph() is graph
    assert loose.derived.query(camera) is query
    loose.edit([Move("block_0", (0, 0, 0.01))])
    assert loose.derived.graph() is not graph
    assert loose.derived.query(camera) is not query


def test_questions_and_queries_ask_what_the_session_keeps(loose: Session) -> None:
    run_action(loose, "query", {"queries": ["the block"]})
    run_action(loose, "ask", {"question": "how many blocks are there?"})
    made = loose.derived.made
    run_action(loose, "query", {"queries": ["the block"]})
    run_action(loose, "ask", {"question": "how many blocks are there?"})
    assert loose.derived.made == made
    loose.edit([Delete("block_7")])
    assert run_action(loose, "ask", {"question": "how many blocks are there?"}).answer.value == COUNT - 1


def test_threads_that_ask_at_once_get_the_same_triangles(loose: Session) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = [f.result() for f in [pool.submit(loose.derived.geometry) for _ in range(8)]]
    assert all(g is found[0] for g in found)
    assert loose.derived.made == 1


def test_edits_tell_of_each_and_stop_between_two(session: Session) -> None:
    before = session.source
    reports: list[tuple[float, str]] = []
    job = Job(lambda share, what: reports.append((round(share, 2), what)))
    moves = [Move("block_1", (0.01, 0.0, 0.0))] * 4
    session.edit(moves, job=job)
    assert reports == [(0.0, "edit 1 of 4"), (0.25, "edit 2 of 4"), (0.5, "edit 3 of 4"), (0.75, "edit 4 of 4")]
    moved = session.source
    assert moved != before
    stopped = Job(lambda share, what: stopped.cancel() if what == "edit 2 of 4" else None)
    with pytest.raises(JobCancelled):
        session.edit(moves, job=stopped)
    assert session.source == moved
