"""Updates the references in a program's text (``relate``, ``adjust``) after an edit renames or deletes instances."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from typing import TYPE_CHECKING

from scenewright.scene.language.editing.comparison import relation_key
from scenewright.scene.language.editing.program_text import ProgramText, Splice, python_string, text_of
from scenewright.scene.language.editing.written_relations import (
    WrittenRelation,
    relation_removal,
    renamed,
    written_relations,
)
from scenewright.scene.language.running import named_rows
from scenewright.scene.model import Scene
from scenewright.scene.paths import normalise, resolve

if TYPE_CHECKING:
    import libcst as cst

__all__ = ["reference_splices"]

PathMap = Mapping[str, str | None]
"""Old full path -> new full path, None where the instance is gone. Paths that are not in it stay."""

Rows = Callable[[str, str], list[str]]
"""(literal, scope) -> full paths that the literal means inside the instance `scope`, a full path ('': anywhere)."""


def reference_splices(
    text: ProgramText, old: Scene, bare: Scene, new: Scene, path_map: PathMap, untouchable: Sequence[Splice] = ()
) -> list[Splice]:
    """Changes to the literals of relations and adjusts, so that each means the same instance after the edit.

    Args:
        text: the text before the edit; the changes are applied to it together with those of the edit itself.
        old, bare: the scene of `text`, in which relations are read, and the tree before its adjusts, which adjusts mean.
        new: the tree before adjusts after the edit's own changes, in which a literal must mean the same.
        path_map: new paths of `bare` after the changes of the edit itself.
        untouchable: the changes of the edit itself; literals inside them stay.
    """
    import libcst as cst

    removed = [p for a in old.adjusts if a.remove and a.resolved and (p := path_map.get(a.resolved, a.resolved))]

    def related(scene: Scene) -> Rows:
        def rows(literal: str, scope: str) -> list[str]:
            here = scene._path_index.get(scope, -1) if scope else -1
            found = [scene.paths[r] for r in named_rows(scene, literal, here)]
            if scene is not new:
                return found
            return [p for p in found if not any(p == r or p.startswith(f"{r}/") for r in removed)]

        return rows

    def adjusted(scene: Scene) -> Rows:
        def rows(literal: str, scope: str) -> list[str]:
            found = resolve(scene, literal)
            return (
                [scene.paths[found[0]]] if len(found) == 1 else []
            )  # an adjust that names several instances has no effect

        return rows

    splices: list[Splice] = []
    gone: list[cst.BaseExpression] = []
    for written in written_relations(text, old.relations):
        scopes = sorted({r.scope or "" for r in written.made})

        taken = {path_map.get(p, p) for r in written.made for paths in r.paths.values() for p in paths}

        def follow(name: str, scopes: list[str] = scopes, taken: set[str | None] = taken) -> str | None:
            return _followed(related(old), related(new), path_map, name, scopes, taken)

        changes = None if _lost(written, path_map) else renamed(text, written, follow)
        if changes is None:
            gone.append(written.node)
        else:
            splices.extend(changes)
    splices.extend(relation_removal(text, gone))
    for call in text.calls_named("adjust"):
        arg = text.argument(call, ("path",), 0)
        if arg is None or not isinstance(arg.value, cst.SimpleString):
            continue
        path = text_of(arg.value)
        change = _followed(adjusted(bare), adjusted(new), path_map, path, [""])
        if change is None and text.is_alone(call):
            splices.append(Splice(*text.statement_span(call), ""))
        elif change is not None and change != path:
            splices.append(Splice(*text.span(arg.value), python_string(change)))
    free = [s for s in splices if not any(u.start < s.end and s.start < u.end for u in untouchable)]
    return _outermost(list({(s.start, s.end): s for s in free}.values()))


def _outermost(splices: list[Splice]) -> list[Splice]:
    return [s for s in splices if not any(o is not s and o.start <= s.start and s.end <= o.end for o in splices)]


def _lost(written: WrittenRelation, path_map: PathMap) -> bool:
    """Whether an instance is gone without which the relation has no meaning."""
    if written.shared:
        return False
    named = [r for r in written.made if relation_key(r, {}) is not None]
    return bool(named) and all(relation_key(r, path_map) is None for r in named)


def _followed(
    old: Rows,
    new: Rows,
    path_map: PathMap,
    literal: str,
    scopes: Sequence[str],
    taken: Container[str | None] | None = None,
) -> str | None:
    """The literal that means after an edit the same as `literal` before it; None where the instance is gone.

    `taken`: the one of several instances that the relation uses (the nearest); a literal for it is enough where none means all.
    """
    wanted: list[tuple[str, list[str]]] = []
    meant_any = False
    for scope in scopes:
        meant = old(literal, scope)
        meant_any = meant_any or bool(meant)
        here = path_map.get(scope, scope) if scope else ""
        if here is not None:
            wanted.append((here, [p for m in meant if (p := path_map.get(m, m)) is not None]))
    if not meant_any or not wanted:
        return literal
    if not any(paths for _, paths in wanted):
        return None
    found = _literal_for(new, literal, wanted)
    if found is None and taken is not None:
        nearest = [(scope, [p for p in paths if p in taken]) for scope, paths in wanted]
        found = _literal_for(new, literal, nearest)
    return literal if found is None else found


def _literal_for(new: Rows, literal: str, wanted: Sequence[tuple[str, list[str]]]) -> str | None:
    """The literal most similar to `literal` that means the `wanted` paths in each scope; None where there is none."""
    candidates = [literal]
    targets = {p for _, paths in wanted for p in paths}
    if len(targets) == 1:
        segments = next(iter(targets)).split("/")
        depth = normalise(literal).count("/") + 1
        lengths = [*range(depth, len(segments) + 1), *range(1, min(depth, len(segments)))]
        candidates += ["/".join(segments[-k:]) for k in lengths]
    return next((c for c in candidates if all(new(c, scope) == paths for scope, paths in wanted)), None)
