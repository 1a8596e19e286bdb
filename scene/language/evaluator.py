"""Running one program in this very process: its text in, its Scene out. The confined child calls it; hosts go through
:func:`scene.language.program.evaluate`, since what runs here is not confined."""

from __future__ import annotations

import ast
import builtins
import sys
import types
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from scene.asset_provider import AssetProvider
from scene.errors import BudgetError, ProgramError, ScenewrightError
from scene.language.budgets import Budgets
from scene.language.build import build_scene
from scene.language.registry import EntityFunction
from scene.language.roots import choose_root, static_edges
from scene.language.randomness import seeded
from scene.language.session import PROGRAM_FILE, AskAsset, Session, closest, running
from scene.language.shapes import Node, Part, Shape, as_shape
from scene.model import AssetRef, NodeKind, Scene, Vec3
from scene.wire import encode_scene

__all__ = ["LANGUAGE_MODULES", "evaluate_here", "parse", "run_request"]

LANGUAGE_MODULES = frozenset(
    {"helper", "scene.language", "scene_language", "shape_utils", "math_utils", "type_utils", "engine_utils", "dsl_utils",
     "flow_utils", "calc_utils", "assert_utils", "impl"}
)  # fmt: skip
"""Modules that published programs import the language from; all of them mean :mod:`scene.language`."""

_MAX_ROOT_RUNS = 3


def evaluate_here(
    source: str,
    *,
    seed: int = 0,
    root: str | None = None,
    arguments: Mapping[str, Any] | None = None,
    assets: AssetProvider | None = None,
    budgets: Budgets | None = None,
) -> Scene:
    """Evaluate a program in this process, without any confinement: for text of our own only.

    Raises:
        ProgramError: anything that is wrong with the program, with its line.
    """
    return _evaluate(
        source, seed, root, arguments or {}, None if assets is None else assets.resolve, budgets or Budgets()
    )


def run_request(request: Mapping[str, Any], ask: Callable[[dict[str, Any]], Mapping[str, Any]]) -> bytes:
    """What the confined child runs.

    `request` holds ``source`` and may hold ``seed``, ``root``, ``arguments``, ``budgets`` (fields of Budgets) and
    ``assets`` (whether the host answers). `ask` sends a question to the host and gives its answer.

    Raises:
        ProgramError: as :func:`evaluate_here`.
    """

    def ask_asset(words: str, size: Vec3 | None, seed: int) -> AssetRef:
        answer = ask({"ask": "asset", "words": words, "size": size, "seed": seed})
        if "error" in answer:
            raise ProgramError(str(answer["error"]), kind="asset")
        hull = np.array(answer["hull"], dtype=np.float64).reshape(-1, 3)
        fit = np.array(answer["fit"], dtype=np.float64).reshape(4, 4)
        texts = {k: str(answer.get(k, "")) for k in ("id", "licence", "author", "source", "title")}
        node = answer.get("node")
        return AssetRef(words, size, seed, hull=hull, fit=fit, node=None if node is None else str(node), **texts)

    budgets = Budgets.from_json(request.get("budgets"))
    scene = _evaluate(
        request["source"],
        int(request.get("seed", 0)),
        request.get("root"),
        request.get("arguments") or {},
        ask_asset if request.get("assets") else None,
        budgets,
    )
    return encode_scene(scene)


def parse(source: str) -> ast.Module:
    """The program's syntax tree.

    Raises:
        ProgramError: a syntax error, a null byte, nesting that the parser refuses, an empty program.
    """
    if "\0" in source:
        line = source[: source.index("\0")].count("\n") + 1
        raise ProgramError("the text holds a null byte: it is no program", line=line, kind="syntax")
    try:
        tree = ast.parse(source, PROGRAM_FILE)
    except SyntaxError as error:
        raise ProgramError(
            f"syntax error: {error.msg}", line=error.lineno, column=error.offset, kind="syntax"
        ) from None
    except (RecursionError, MemoryError):
        raise ProgramError(
            "the text is nested too deeply to be read: flatten its expressions", kind="nesting"
        ) from None
    except ValueError as error:
        raise ProgramError(f"the text cannot be read: {error}", kind="syntax") from None
    body = [n for n in tree.body if not (isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant))]
    if not body:
        raise ProgramError("the program is empty: it needs at least one function with @register", kind="empty")
    return tree


def _evaluate(
    source: str, seed: int, root: str | None, arguments: Mapping[str, Any], ask: AskAsset | None, budgets: Budgets
) -> Scene:
    tree = parse(source)
    try:
        code = compile(tree, PROGRAM_FILE, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        raise ProgramError(f"syntax error: {getattr(error, 'msg', error)}", line=line, kind="syntax") from None
    except (RecursionError, MemoryError):
        raise ProgramError(
            "the text is nested too deeply to be compiled: flatten its expressions", kind="nesting"
        ) from None
    seen: set[tuple[str, str]] = set()
    for _ in range(_MAX_ROOT_RUNS):
        session = Session(seed=seed, budgets=budgets, ask_asset=ask)
        session.edges |= seen
        with running(session), seeded(seed), _helper_modules():
            entity = _run_module(code, tree, session, root)  # again where what ran told of a better root
            frames = _run_root(entity, arguments, session)
            seen |= session.edges
            if session.animation is None and root is None:
                better = choose_root(session.registry, static_edges(tree, session.registry) | seen, None)
                if better.name != entity.name:
                    continue
            return build_scene(session, frames, entity.name)
    raise ProgramError("which entity is the root changes from run to run: name it with --root", kind="root")


def _run_module(code: types.CodeType, tree: ast.Module, session: Session, root: str | None) -> EntityFunction:
    namespace: dict[str, Any] = {"__name__": "program", "__file__": PROGRAM_FILE, "__builtins__": _builtins()}
    with _program_errors(namespace):
        exec(code, namespace)  # noqa: S102 - the point of the module; confinement is the child's
    with _program_errors(namespace):
        if root is None and session.animation is not None:
            return session.animation
        if root is not None and session.animation is not None and root == session.animation.name:
            return session.animation
        edges = static_edges(tree, session.registry) | session.edges
        return choose_root(session.registry, edges, root)


def _run_root(entity: EntityFunction, arguments: Mapping[str, Any], session: Session) -> list[Shape]:
    with _program_errors(entity.function.__globals__):
        unknown = [k for k in arguments if not entity.takes(k)]
        if unknown:
            takes = ", ".join(entity.signature.parameters) or "none"
            raise ProgramError(
                f"the root '{entity.name}' has no parameter {unknown[0]!r}; it takes {takes}", kind="argument"
            )
        if not entity.animation:
            return [entity(**arguments)]
        frames: list[Shape] = []
        call = session.enter(entity.name)
        try:
            for shape in entity.function(**arguments):
                if len(frames) >= session.budgets.frames:
                    raise BudgetError(f"more than {session.budgets.frames:,} frames: yield fewer", kind="frames")
                whole = as_shape(shape, f"what '{entity.name}' yields")
                extras = list(call.extras)
                node = Node(NodeKind.ENTITY, entity.name, phrase=entity.phrase, parts=whole.parts(), extras=extras)
                frames.append(Shape.of(Part(node)))
                session.check_rows(sum(f.total for f in frames))
                call.extras.clear()
        finally:
            session.stack.pop()
        if not frames:
            raise ProgramError(f"the animation '{entity.name}' yields no frame", kind="empty")
        return frames


# -- the program's surroundings ---------------------------------------------------------------------------------------


def _language_module(name: str) -> types.ModuleType:
    import scene.language as language

    module = types.ModuleType(name)
    for exported in language.__all__:
        setattr(module, exported, getattr(language, exported))
    module.set_seed = lambda *_: None  # type: ignore[attr-defined]  # published programs call it; the seed is ours
    module.__all__ = [*language.__all__, "set_seed"]  # type: ignore[attr-defined]
    return module


class _helper_modules:  # noqa: N801 - a context manager, used as a function
    """``helper`` and its kin importable while a program runs."""

    def __enter__(self) -> None:
        module = _language_module("helper")
        names = LANGUAGE_MODULES - {"scene.language"}
        self.saved = {name: sys.modules.get(name) for name in names}
        sys.modules.update(dict.fromkeys(names, module))

    def __exit__(self, *_: object) -> None:
        for name, old in self.saved.items():
            if old is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = old


def _builtins() -> dict[str, Any]:
    return dict(vars(builtins))


class _program_errors:  # noqa: N801
    """Turns whatever a program raises into a ProgramError that names its line."""

    def __init__(self, namespace: Mapping[str, Any]) -> None:
        self.namespace = namespace

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> bool:
        if error is None or isinstance(error, (KeyboardInterrupt, GeneratorExit)):
            return False
        line = _deepest_line(trace)
        if isinstance(error, ProgramError):
            if error.line is None:
                error.line = line
            return False
        if isinstance(error, ScenewrightError):
            raise ProgramError(str(error), line=line, kind="asset") from error
        if isinstance(error, RecursionError):
            raise BudgetError("the program calls itself without end", line=line, kind="recursion") from None
        if isinstance(error, MemoryError):
            raise BudgetError("the program asks for more memory than it may have", line=line, kind="memory") from None
        if isinstance(error, SystemExit):
            raise ProgramError(
                "the program ends itself (exit): it must run to its end", line=line, kind="runtime"
            ) from None
        if isinstance(error, NameError) and error.name:
            known = [*self.namespace, *dir(builtins)]
            raise ProgramError(
                f"the name '{error.name}' is not defined{closest(error.name, known)}", line=line, kind="name"
            ) from None
        text = str(error)
        raise ProgramError(
            f"{type(error).__name__}: {text[:500]}" if text else type(error).__name__, line=line, kind="runtime"
        ) from error


def _deepest_line(trace: Any) -> int | None:
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == PROGRAM_FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
