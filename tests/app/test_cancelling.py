"""What is cancelled ends with JobCancelled and changes nothing, or returns what there is by then, as its documentation says."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
import torch

from scenewright.app.exporting import export_scene
from scenewright.app.generating import GenerateRequest, generate
from scenewright.app.layout import check, draw_plan_file, lay_out
from scenewright.app.pictures import PictureRequest, draw
from scenewright.app.session import Session
from scenewright.app.terminal.output import Reporter
from scenewright.scene.children import default_supervisor
from scenewright.scene.errors import InternalError, JobCancelled
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout.certify import settle
from scenewright.scene.sources import SceneSource, SourceKind
from scenewright.scene.splats import Gaussians, decimated
from scenewright.scene.splats.formats import read_file, write_file
from tests.support.asked_jobs import asking

TEXT = """\
from scene.language import *

@register('a room')
def scene():
    return concat_shapes(
        room(4.0, 3.0, 2.6),
        place(primitive_call('cube', {'scale': (1, 1, 1)}), at=(0, 0.5, 0), name='box'),
        place(primitive_call('cube', {'scale': (1, 1, 1)}), at=(0.4, 0.5, 0), name='crate'),
    )
"""


def stopped() -> Job:
    job = Job()
    job.cancel()
    return job


def late(text: str) -> Job:
    """A job that is cancelled once it tells of `text`."""
    told: list[str] = []
    return asking(lambda: text in told, lambda share, what: told.append(what))


def session() -> Session:
    return Session(SceneSource(TEXT, SourceKind.STDIN, None))


@pytest.mark.parametrize("name", ["scene.glb", "scene.obj"])
@pytest.mark.parametrize("when", ["geometry", "making {}", "writing {}"])
def test_an_export_that_is_cancelled_leaves_no_file(tmp_path: Path, name: str, when: str) -> None:
    job = late(when.format(name))
    if when.startswith("writing"):  # then it is too late
        assert export_scene(evaluate_here(TEXT), tmp_path / name, job=job).files
        return
    with pytest.raises(JobCancelled, match="the export was cancelled"):
        export_scene(evaluate_here(TEXT), tmp_path / name, job=job)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("lit", [False, True])
def test_gaussians_that_are_cancelled_leave_no_file(tmp_path: Path, lit: bool) -> None:
    with pytest.raises(JobCancelled):
        export_scene(evaluate_here(TEXT), tmp_path / "scene.ply", splats=5000, lit=lit, job=stopped())
    assert not list(tmp_path.iterdir())


def test_pictures_that_are_cancelled_are_not_kept(tmp_path: Path) -> None:
    with pytest.raises(JobCancelled, match="the render was cancelled"):
        draw(session(), PictureRequest(width=64, height=48), out=tmp_path / "out", job=late("light"))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("job", [stopped(), late("certifying")], ids=["at once", "late"])
def test_a_layout_that_is_cancelled_changes_nothing(job: Job) -> None:
    opened = session()
    with pytest.raises(JobCancelled, match="the layout was cancelled"):
        lay_out(opened, job=job)
    assert opened.source == TEXT


@pytest.mark.parametrize("when", ["reading bodies and relations", "certifying", "letting it settle"])
def test_certifying_can_be_cancelled(when: str) -> None:
    with pytest.raises(JobCancelled, match="certifying was cancelled"):
        check(session(), job=late(when))


def test_what_is_cancelled_while_it_settles_says_so() -> None:
    found = settle(evaluate_here(TEXT), job=late("letting it settle"))
    assert not found.complete
    assert 0.0 < found.seconds < 2.0
    assert any("settling was stopped after" in note for note in found.notes)


def test_an_evaluation_is_cancelled_in_the_midst_of_the_program() -> None:
    endless = Session(SceneSource(TEXT + "\nwhile True:\n    pass\n", SourceKind.STDIN, None))
    job = Job(name="the render")
    threading.Timer(0.5, job.cancel).start()
    begun = time.monotonic()
    with pytest.raises(JobCancelled, match="the render was cancelled"), endless.working(job):
        endless.evaluate_text(endless.source)
    assert time.monotonic() - begun < 2.5
    hurried = Job(name="the render", seconds=0.5)
    with pytest.raises(JobCancelled, match=r"at the end of the 0\.5 s"), endless.working(hurried):
        endless.evaluate_text(endless.source)


def test_a_plan_that_is_cancelled_leaves_no_file(tmp_path: Path) -> None:
    opened = session()
    report = check(opened, settle=False)
    for job in (stopped(), late("reading bodies"), late("outlines")):
        with pytest.raises(JobCancelled, match="the plan was cancelled"):
            draw_plan_file(opened, report, tmp_path / "plan.png", job=job)
    assert not list(tmp_path.iterdir())


def gaussians(count: int) -> Gaussians:
    draw = torch.Generator().manual_seed(0)
    return Gaussians(
        means=torch.rand((count, 3), generator=draw),
        quats=torch.tensor([[1.0, 0.0, 0.0, 0.0]]).repeat(count, 1),
        log_scales=torch.full((count, 3), -4.0),
        logit_opacities=torch.full((count,), 2.0),
        sh=torch.rand((count, 1, 3), generator=draw),
        entity_ids=torch.full((count,), -1, dtype=torch.int32),
    )


def test_fewer_gaussians_can_be_cancelled() -> None:
    with pytest.raises(JobCancelled):
        decimated(gaussians(500), 100, job=stopped())
    assert len(decimated(gaussians(500), 100, job=Job())) == 100


def test_splats_that_are_cancelled_are_neither_read_nor_written(tmp_path: Path) -> None:
    file = tmp_path / "some.ply"
    with pytest.raises(JobCancelled):
        write_file(gaussians(50), file, job=stopped())
    assert not list(tmp_path.iterdir())
    write_file(gaussians(50), file)
    with pytest.raises(JobCancelled):
        read_file(file, job=stopped())
    assert "file readers" not in {r.kind for r in default_supervisor().report()}


def test_generating_that_is_cancelled_in_time_makes_no_folder(tmp_path: Path) -> None:
    wish = GenerateRequest(text="a desk and a chair", out=tmp_path / "scene")
    with pytest.raises(JobCancelled, match="generating was cancelled"):
        generate(wish, job=late("evaluating"))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("end", [KeyboardInterrupt, ZeroDivisionError])
def test_what_ends_a_command_cancels_its_job(end: type[BaseException]) -> None:
    jobs: list[Job] = []

    def work() -> None:
        with Reporter(as_json=False).job("working") as job:
            jobs.append(job)
            assert not job.cancelled()
            raise end()

    with pytest.raises(InternalError if end is ZeroDivisionError else end):
        work()
    assert jobs[0].cancelled()


def test_a_command_notes_what_its_job_logs(capsys: pytest.CaptureFixture[str]) -> None:
    with Reporter(as_json=True).job("working") as job:
        job.part(0.0, 0.5).log("warning: the disk is full")
    assert not job.cancelled()
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "warning: the disk is full\n")
