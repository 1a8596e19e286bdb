"""A scene that others change while it is laid out: the layout is carried on, and neither its moves nor their edits are lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scenewright.app.layout import RERUNS, LaidOut, lay_out
from scenewright.app.session import Session
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import Project
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import Edit, Move, Recolour

PROGRAM = """from scene.language import *
def block(w, h, d):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, h / 2, 0)))
@register('a hall')
def hall():
    return concat_shapes(
        room(6, 6, 2.6),
        place(block(1, 1, 1), at=(-1.5, 0, 0), name='crate'),
        place(block(0.6, 0.8, 0.6), at=(-0.9, 0, 0.1), name='bin'),
        place(block(0.6, 0.8, 0.6), at=(2, 0, 2), name='box'),
        place(block(0.4, 0.4, 0.4), at=(2, 0, -2), name='stool'))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Project.create(tmp_path / "hall", PROGRAM)
    return tmp_path / "hall"


def laid_with(folder: Path, edit_of: Callable[[int], Edit | None]) -> tuple[LaidOut, list[str]]:
    """The layout of a scene that somebody else edits each time that it is nearly done, and what the job logs."""
    job, told, times = Job(), list[str](), [0]

    def meddle(share: float, what: str) -> None:
        if what == "certifying":
            times[0] += 1
            edit = edit_of(times[0])
            if edit is not None:
                Session.open(folder, writable=True).edit([edit])

    job.listen(meddle, on_log=told.append)
    return lay_out(Session.open(folder, writable=True), settle=False, job=job), told


def authors(folder: Path) -> list[str]:
    return [str(entry.author) for entry in Project.open(folder).history()[1:]]


def at(folder: Path, name: str) -> tuple[float, ...]:
    scene = Session.open(folder).scene
    return tuple(scene.world_from_local[scene.find(name).index][:3, 3].round(4).tolist())


def test_alone_it_is_one_step_without_a_word(folder: Path) -> None:
    laid, told = laid_with(folder, lambda _: None)
    assert laid.report.holds
    assert authors(folder) == ["solver"]
    assert not [line for line in told if "changed" in line]


@pytest.mark.parametrize(
    "edit", [Move("stool", by=(0, 0, 0.5)), Recolour("bin", (1, 0, 0))], ids=["elsewhere", "a look"]
)
def test_moves_are_applied_to_what_the_scene_is_now(folder: Path, edit: Edit) -> None:
    calm = folder.parent / "calm"
    Project.create(calm, PROGRAM)
    laid_with(calm, lambda _: None)
    laid, told = laid_with(folder, lambda n: edit if n == 1 else None)
    assert laid.changed
    assert laid.report.holds
    assert authors(folder) == ["person", "solver"]
    assert at(folder, "bin") == pytest.approx(at(calm, "bin"))
    assert at(folder, "stool")[2] == pytest.approx(-1.5 if isinstance(edit, Move) else -2)
    assert laid.source == Project.open(folder).source
    assert "changed from revision 1 to 2 while it was laid out" in laid.report.notes[0]
    assert [m.path for m in laid.report.moves]
    assert any("revision 1 to 2" in line for line in told)


def test_what_moves_was_moved_too_so_it_is_laid_out_anew(folder: Path) -> None:
    laid, told = laid_with(folder, lambda n: Move("bin", by=(0.1, 0, 0)) if n == 1 else None)
    assert laid.report.holds
    assert authors(folder) == ["person", "solver"]
    assert "laid out anew once" in laid.report.notes[0]
    assert any("attempt 2 of" in line for line in told)


def test_a_place_that_somebody_took_is_not_taken_twice(folder: Path) -> None:
    calm = folder.parent / "calm"
    Project.create(calm, PROGRAM)
    laid_with(calm, lambda _: None)
    mover = "bin" if at(calm, "bin") != (-0.9, 0, 0.1) else "crate"
    x, _, z = at(calm, mover)
    away = (x - 2, 0, z - 2)
    laid, _ = laid_with(folder, lambda n: Move("box", by=away) if n == 1 else None)
    assert at(folder, "box")[::2] == pytest.approx((x, z), abs=0.7)
    assert laid.report.holds, laid.report.summary()
    assert authors(folder) == ["person", "solver"]


def test_edits_of_all_that_moves_without_end_end_it(folder: Path) -> None:
    edits = [Move("bin", by=(0.01, 0, 0)), Move("stool", by=(0, 0, 0.01))]

    def both(number: int) -> Edit:
        session = Session.open(folder, writable=True)
        session.edit([edits[1]])
        return edits[0]

    with pytest.raises(ProjectError) as refused:  # the bin is all that moves
        laid_with(folder, both)
    assert refused.value.kind == "stale"
    assert "solver" not in authors(folder)
    assert authors(folder).count("person") == 2 * (RERUNS + 1)
    assert at(folder, "stool")[2] == pytest.approx(-2 + 0.01 * (RERUNS + 1))


def test_edits_without_end_leave_what_still_fits(folder: Path) -> None:
    Project.open(folder, writable=True).save(
        PROGRAM.replace("at=(2, 0, -2)", "at=(2, 0.3, -2)"), author="person", operation={"kind": "write"}
    )
    laid, _ = laid_with(folder, lambda n: Move("bin", by=(0.01, 0, 0)))
    assert "but for hall/bin, which others changed" in laid.report.notes[0]
    assert authors(folder) == ["person"] * (RERUNS + 2) + ["solver"]
    assert at(folder, "stool")[1] == pytest.approx(0)  # it hung in the air
    assert at(folder, "bin")[0] == pytest.approx(-0.9 + 0.01 * (RERUNS + 1))
    assert [m.path for m in laid.report.moves] == ["hall/stool"]
    assert not laid.report.holds
