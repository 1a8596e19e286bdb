"""The arguments of the call that made an instance, as text: literals as written, computed ones as observed in a run."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from scenewright.scene.language.editing.adjust_lines import without_adjusts
from scenewright.scene.language.editing.program_text import ProgramText, Splice
from scenewright.scene.language.editing.workbench import Workbench
from scenewright.scene.language.vocabulary import KEYWORD_VARIANTS
from scenewright.scene.model import Entity

if TYPE_CHECKING:
    import libcst as cst

__all__ = ["PLACING", "call_keywords"]

PLACING = frozenset({"what", "at", "turn", "name"})
"""Keywords of ``place`` for the pose and identity of an instance; they do not shape it."""
_LEADING = {"place": 4, "library_call": 1}
"""How many positional arguments come before those of the entity."""


def call_keywords(bench: Workbench, entity: Entity) -> list[str] | None:
    """``key=value`` for each argument of the call that made an instance; None (with a reason in `bench.reasons`) where one cannot
    be written as a literal. `entity` belongs to the tree before adjusts.

    Raises:
        ProgramError: the arguments cannot be observed.
    """
    call = bench.text.call_at(entity.span)
    if call is None:
        bench.reasons.append("the call that made it cannot be identified in the text")
        return None
    keywords = _literals(bench.text, call, entity.word)
    if keywords is not None:
        return keywords
    values = _observed(bench, entity, call)
    if values is None:
        bench.reasons.append("the arguments of the call that made it are not plain values")
        return None
    own = [k for k, value in values.items() if _is_own(bench.text, call, entity.word, k, repr(value))]
    return [f"{key}={values[key]!r}" for key in own]


def _literals(text: ProgramText, call: cst.Call, word: str) -> list[str] | None:
    """The keyword arguments as written; None where an argument is computed or positional."""
    keywords = []
    for position, arg in enumerate(call.args):
        if arg.star:
            return None
        if arg.keyword is None:
            if position >= _LEADING.get(_called(text, call), 0):
                return None
        elif _is_own(text, call, word, arg.keyword.value, value := text.whole_text(arg.value)):
            if _read(value) is None:
                return None
            keywords.append(f"{arg.keyword.value}={value}")
    return keywords


def _is_own(text: ProgramText, call: cst.Call, word: str, key: str, value: str) -> bool:
    """Whether a keyword goes to the entity's function. A `z` that is a number does: it is a coordinate."""
    if key == "z":
        return isinstance((_read(value) or (None,))[0], int | float)
    if _called(text, call) != "place":
        return key != "func_name"
    return key not in PLACING and (key not in KEYWORD_VARIANTS or key in _parameters(text, word))


def _parameters(text: ProgramText, word: str) -> list[str]:
    """The names of the parameters of an entity's function, in order."""
    import libcst as cst

    definition = next((s for s in text.module.body if isinstance(s, cst.FunctionDef) and s.name.value == word), None)
    return [] if definition is None else [p.name.value for p in definition.params.params]


def _called(text: ProgramText, call: cst.Call) -> str:
    """The name of the called function, without its module."""
    return text.text(call.func).rpartition(".")[2]


def _observed(bench: Workbench, entity: Entity, call: cst.Call) -> dict[str, Any] | None:
    """The values of the arguments in a run: the program is changed to write them into the identity of the instance."""
    text = bench.text
    function = _called(text, call)
    # the name of the entity stays a literal, since the root is chosen by it
    first = 1 if function in _LEADING and call.args and call.args[0].keyword is None and not call.args[0].star else 0
    if len(call.args) == first:
        return {}
    start, end = text.element_span(call.args[first])[0], text.element_span(call.args[-1])[1]
    arguments = text.data[start:end].decode()
    recorder = (
        f"*(_recorded := (lambda *a, **k: (a, {{**k, 'z': embed(repr((a[{_LEADING.get(function, 1) - 1}:], "
        f"{{q: v for q, v in k.items() if q not in ('what', 'z')}})))}}))({arguments}))[0], **_recorded[1]"
    )
    change = Splice(start, end, recorder)
    scene = bench.evaluate(text.spliced([*without_adjusts(text), change]))
    identity = scene.entity(entity.index).embedding if len(scene) == len(bench.bare) else None
    read = None if identity is None or identity.words is None else _read(_plain(identity.words))
    if read is None:
        return None
    plain, named = read[0]
    names = _parameters(text, entity.word)
    return {**dict(zip(names, plain, strict=False)), **named} if len(plain) <= len(names) else None


def _read(value: str) -> tuple[Any] | None:
    try:
        return (ast.literal_eval(value),)
    except (ValueError, SyntaxError):
        return None


def _plain(shown: str) -> str:
    """The text with numpy numbers and arrays as plain numbers and lists."""
    shown = re.sub(r"\bnp\.\w+\(([^()]*)\)", r"\1", shown)
    return re.sub(r"\barray\((\[[^()]*\])(?:, dtype=\w+)?\)", r"\1", shown)
