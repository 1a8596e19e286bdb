"""Runs one program in this process and returns its Scene. The confined child calls it. Nothing confines the program here, so
hosts call :func:`scenewright.scene.language.running.program.evaluate`."""

from __future__ import annotations

import ast
import builtins
import importlib
import sys
import types
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import BudgetError, ProgramError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running.build import build_scene
from scenewright.scene.language.running.library_modules import LibraryModules
from scenewright.scene.language.running.library_shelf import LibraryShelf
from scenewright.scene.language.running.library_texts import read_libraries
from scenewright.scene.language.running.policy import program_builtins
from scenewright.scene.language.running.policy_names import LANGUAGE_MODULES, MODULES, installed_name
from scenewright.scene.language.running.program_errors import program_errors
from scenewright.scene.language.running.randomness import seeded
from scenewright.scene.language.running.roots import choose_root, static_calls
from scenewright.scene.language.running.source import compiled, language_is_implied
from scenewright.scene.language.running.source import parse as parse_source
from scenewright.scene.language.running.wire import encode_scene
from scenewright.scene.language.vocabulary import (
    PROGRAM_FILE,
    AskAsset,
    AskSplat,
    EntityFunction,
    Evaluation,
    Node,
    Part,
    Shape,
    returned,
    running,
)
from scenewright.scene.model import AssetRef, NodeKind, Scene, Vec3

__all__ = ["evaluate_here", "parse", "run_request"]

_MAX_ROOT_RUNS = 3


def evaluate_here(
    source: str,
    *,
    seed: int = 0,
    root: str | None = None,
    arguments: Mapping[str, Any] | None = None,
    assets: AssetProvider | None = None,
    splats: Path | None = None,
    budgets: Budgets | None = None,
    libraries: LibraryShelf | None = None,
) -> Scene:
    """Evaluate a program in this process, without any confinement: for trusted text only.

    `splats`: the scene folder with the files of ``splat_call``. `libraries`: finds the libraries that it imports.

    Raises:
        ProgramError: anything that is wrong with the program, with its line.
    """

    def ask_splat(name: str, part: str | None) -> AssetRef:
        from scenewright.scene.language.running.host_answers import splat_answer

        return _splat_ref(name, part, splat_answer(splats, name, part))

    asks = _Asks(None if assets is None else assets.resolve, None if splats is None else ask_splat)
    budgets = budgets or Budgets()
    if libraries is None:
        return _evaluate(source, seed, root, arguments or {}, asks, budgets, {})
    reader = libraries.reader(budgets)
    tree = parse_source(source)
    texts = read_libraries(
        source, tree, lambda question: {"text": reader(question["name"]).text}, parse_source, budgets
    )
    return reader.complete(_evaluate(source, seed, root, arguments or {}, asks, budgets, texts))


def run_request(request: Mapping[str, Any], ask: Callable[[dict[str, Any]], Mapping[str, Any]]) -> bytes:
    """Evaluate the program of a request; the confined child calls this. Returns the encoded scene.

    `request` holds ``source`` and may hold ``tree`` (of the text, where it is parsed already), ``seed``, ``root``, ``arguments``,
    ``budgets`` (fields of Budgets), ``policy`` (whether refused builtins raise), ``assets`` and ``splats`` (whether the host answers
    questions of them), and ``library_texts``, the text of each library. `ask` sends a question to the host and gives its answer.

    Raises:
        ProgramError: as :func:`evaluate_here`.
    """

    def ask_asset(words: str, size: Vec3 | None, seed: int) -> AssetRef:
        answer = ask({"ask": "asset", "words": words, "size": size, "seed": seed})
        if "error" in answer:
            raise ProgramError(str(answer["error"]), kind="asset")
        hull = np.array(answer["hull"], dtype=np.float64).reshape(-1, 3)
        fit = np.array(answer["fit"], dtype=np.float64).reshape(4, 4)
        texts = {k: str(answer.get(k, "")) for k in ("id", "licence", "author", "source", "title", "support", "note")}
        node = answer.get("node")
        front, back, left, right = (float(v) for v in answer.get("clearance", (0.0, 0.0, 0.0, 0.0)))
        return AssetRef(
            words,
            size,
            seed,
            hull=hull,
            fit=fit,
            node=None if node is None else str(node),
            clearance=(front, back, left, right),
            **texts,
        )

    def ask_splat(name: str, part: str | None) -> AssetRef:
        return _splat_ref(name, part, ask({"ask": "splat", "name": name, "part": part}))

    budgets = Budgets.from_json(request.get("budgets"))
    scene = _evaluate(
        request["source"],
        int(request.get("seed", 0)),
        request.get("root"),
        request.get("arguments") or {},
        _Asks(ask_asset if request.get("assets") else None, ask_splat if request.get("splats") else None),
        budgets,
        request.get("library_texts") or {},
        program_builtins() if request.get("policy") else None,
        request.get("tree"),
    )
    return encode_scene(scene)


@dataclass(frozen=True)
class _Asks:
    """Functions that answer the questions of a program to the host; None where nobody answers."""

    asset: AskAsset | None
    splat: AskSplat | None


def _splat_ref(name: str, part: str | None, answer: Mapping[str, Any]) -> AssetRef:
    hull = np.array(answer.get("hull", ()), dtype=np.float64).reshape(-1, 3)
    return AssetRef(name, None, 0, "", hull, node=part, source=name, note=str(answer.get("error", "")))


def parse(source: str) -> ast.Module:
    """The program's syntax tree.

    Raises:
        ProgramError: a syntax error, a null byte, an empty program.
        BudgetError: nesting that the parser refuses.
    """
    return _some_program(parse_source(source))


def _some_program(tree: ast.Module) -> ast.Module:
    if all(isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) for node in tree.body):
        raise ProgramError("the program is empty: it needs at least one function with @register", kind="empty")
    return tree


def _evaluate(
    source: str,
    seed: int,
    root: str | None,
    arguments: Mapping[str, Any],
    asks: _Asks,
    budgets: Budgets,
    libraries: Mapping[str, str],
    visible: Mapping[str, Any] | None = None,
    tree: ast.Module | None = None,
) -> Scene:
    tree = parse(source) if tree is None else _some_program(tree)
    code, modules = compiled(tree, PROGRAM_FILE), LibraryModules(libraries)
    seen: set[tuple[str, str]] = set()
    for _ in range(_MAX_ROOT_RUNS):
        session = Evaluation(seed=seed, budgets=budgets, ask_asset=asks.asset, ask_splat=asks.splat)
        session.edges |= seen
        if language_is_implied(tree):
            session.warn("nothing is imported from the language: `from scene.language import *` was assumed")
        with running(session), seeded(seed), _helper_modules():
            # run again where the calls of this run show a better root
            known_names = modules.builtins(session, vars(builtins) if visible is None else visible)
            entity, namespace = _run_module(code, tree, session, root, known_names)
            known = frozenset(session.edges), frozenset(session.registry)
            frames = _run_root(entity, arguments, session, namespace)
            seen |= session.edges
            new_calls = (frozenset(session.edges), frozenset(session.registry)) != known
            searched = new_calls and session.animation is None and root is None
            if searched and _root_of(tree, session, None, namespace).name != entity.name:
                continue
            return replace(build_scene(session, frames, entity.name), libraries=modules.uses(session))
    raise ProgramError(
        "the calls between entities differ from run to run, so no root can be chosen: name the root", kind="root"
    )


def _run_module(
    code: types.CodeType, tree: ast.Module, session: Evaluation, root: str | None, known: dict[str, Any]
) -> tuple[EntityFunction[...], Mapping[str, Any]]:
    namespace: dict[str, Any] = {"__name__": "program", "__file__": PROGRAM_FILE, "__builtins__": known}
    with program_errors(namespace):
        exec(code, namespace)  # noqa: S102 - the point of the module; confinement is the child's
    if session.animation is not None and root in (None, session.animation.name):
        return session.animation, namespace
    return _root_of(tree, session, root, namespace), namespace


def _root_of(
    tree: ast.Module, session: Evaluation, root: str | None, namespace: Mapping[str, Any]
) -> EntityFunction[...]:
    borrowed = {name: e for own in session.borrowed.values() for name, e in own.items()}
    borrowed |= {name: e for name, e in namespace.items() if isinstance(e, EntityFunction) and e.library is not None}
    if root is not None or len(session.registry) < 2:  # there is nothing to choose, and looking for calls takes time
        return choose_root(session.registry, (), (), root, borrowed)
    keys = {name: entity.key for name, entity in {**borrowed, **session.registry}.items()}
    static = static_calls(tree, keys)
    return choose_root(session.registry, static.edges | session.edges, static.callers, root, borrowed)


def _run_root(
    entity: EntityFunction[...], arguments: Mapping[str, Any], session: Evaluation, namespace: Mapping[str, Any]
) -> list[Shape]:
    unknown = [k for k in arguments if not entity.takes(k)]
    if unknown:
        takes = ", ".join(entity.signature.parameters) or "none"
        raise ProgramError(
            f"the root '{entity.name}' has no parameter {unknown[0]!r}; it takes {takes}", kind="argument"
        )
    frames: list[Shape] = []
    with program_errors(namespace):
        frames.extend(_animation_frames(entity, arguments, session) if entity.animation else [entity(**arguments)])
    if not frames:
        raise ProgramError(
            f"the animation '{entity.name}' yields no frame: it needs at least one `yield shape`",
            line=entity.line,
            kind="empty",
        )
    return frames


def _animation_frames(
    entity: EntityFunction[...], arguments: Mapping[str, Any], session: Evaluation
) -> Iterator[Shape]:
    call = session.enter(entity.name, entity.key)
    total = 0
    try:
        for number, shape in enumerate(entity.function(**arguments)):
            if number >= session.budgets.frames:
                raise BudgetError(
                    f"more than {session.budgets.frames:,} frames: yield fewer", line=entity.line, kind="frames"
                )
            whole = returned(shape, entity, "yields")
            node = Node(
                NodeKind.ENTITY, entity.name, phrase=entity.phrase, parts=whole.parts(), extras=list(call.extras)
            )
            call.extras.clear()
            total += node.total
            session.check_rows(total)
            yield Shape.of(Part(node))
    finally:
        session.stack.pop()


# -- the program's surroundings ---------------------------------------------------------------------------------------


def _language_module(name: str) -> types.ModuleType:
    from scenewright.scene import language

    module = types.ModuleType(name)
    for exported in language.__all__:
        setattr(module, exported, getattr(language, exported))
    module.set_seed = lambda *_: None  # type: ignore[attr-defined]  # published programs call it; the seed is ours
    module.__all__ = [*language.__all__, "set_seed"]  # type: ignore[attr-defined]
    return module


@contextmanager
def _helper_modules() -> Iterator[None]:
    """Make ``scene.language``, ``helper`` and their other names importable while a program runs."""
    modules = dict.fromkeys(LANGUAGE_MODULES, _language_module("helper"))
    modules["scene"] = types.ModuleType("scene")
    for name in ("scene.language", *(m for m in MODULES if m.startswith("scene."))):
        modules[name] = importlib.import_module(installed_name(name))
    modules["scene"].language = modules["scene.language"]  # type: ignore[attr-defined]
    saved = {name: sys.modules.get(name) for name in modules}
    sys.modules.update(modules)
    try:
        yield
    finally:
        for name, old in saved.items():
            if old is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = old
