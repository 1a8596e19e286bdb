"""Texts that the embedded writer writes, changed by hand, and what the certificate of their clauses says of the changed scene."""

from __future__ import annotations

import re
from collections.abc import Callable

from scenewright.app.clauses import Clause, ClauseCertificate, certify_clauses
from scenewright.app.writers.asked import AskedScene
from scenewright.app.writers.embedded.composer import compose
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running import evaluate
from scenewright.scene.semantics.scene_graph import scene_graph
from tests.support.composed_rooms import catalogue

__all__ = ["clause", "judged", "judged_program", "moved", "swapped", "turned", "without"]

Change = Callable[[str], str]


def judged(text: str, *changes: Change) -> ClauseCertificate:
    """The certificate of a text, for its scene after some changes of the program."""
    made = compose(text, catalogue(), dress="only")
    program = made.program
    for change in changes:
        program = change(program)
    return judged_program(made.asked, program)


def judged_program(asked: AskedScene, program: str) -> ClauseCertificate:
    """The certificate for any program."""
    scene = evaluate(program, assets=catalogue())
    geometry = scene_geometry(scene, provider=catalogue())
    return certify_clauses(asked, scene, geometry, scene_graph(scene, geometry=geometry))


def clause(certificate: ClauseCertificate, says: str) -> Clause:
    """The clause that says so."""
    found = [c for c in certificate.clauses if c.says == says]
    assert len(found) == 1, [c.says for c in certificate.clauses]
    return found[0]


def moved(name: str, x: float, y: float, z: float, *, which: int = 0) -> Change:
    """Put an instance elsewhere. `which`: of those with the name."""
    return lambda program: _edited(
        program, name, which, lambda line: re.sub(r"at=\(.*?\)(?=[,)])", f"at=({x}, {y}, {z})", line)
    )


def turned(name: str, degrees: float, *, which: int = 0) -> Change:
    """Turn an instance to a new direction."""

    def turn(line: str) -> str:
        plain = re.sub(r", turn=[-\d.]+", "", line)
        return plain.replace(", name=", f", turn={degrees}, name=")

    return lambda program: _edited(program, name, which, turn)


def swapped(name: str, words: str, *, which: int = 0) -> Change:
    """Put another catalogue object in the place of an instance, under its old name and identity."""
    return lambda program: _edited(
        program,
        name,
        which,
        lambda line: re.sub(r"place\((?:asset_call\([^)]*\)|\w+)", f"place(asset_call({words!r})", line),
    )


def without(name: str, *, which: int = 0) -> Change:
    """Take an instance out, and the relations that name it."""

    def take(program: str) -> str:
        program = _edited(program, name, which, lambda line: "")
        return "\n".join(
            line
            for line in program.split("\n")
            if repr(name) not in line or "(asset_call(" in line or "place(" in line or " = " in line
        )

    return take


def _edited(program: str, name: str, which: int, edit: Callable[[str], str]) -> str:
    lines = program.split("\n")
    found = [i for i, line in enumerate(lines) if f"name={name!r}" in line]
    lines[found[which]] = edit(lines[found[which]])
    return "\n".join(lines)
