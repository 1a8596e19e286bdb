"""A plain function of a program that places some of its instances, such as ``dressing``: what it places, taken out or added as a whole.

It has no arguments and no ``@register``, returns ``concat_shapes(...)``, and the root calls it, so that its instances are the root's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing.instance_calls import appended_to_root
from scenewright.scene.language.editing.program_text import ProgramText, Splice
from scenewright.scene.language.editing.workbench import Evaluate, Workbench
from scenewright.scene.model import Scene

if TYPE_CHECKING:
    import libcst as cst

__all__ = ["HelperFunction", "added_to_helper", "helper_function", "placed_by"]

_INDENT = "        "
_LAST = ("light", "environment", "camera")
"""Calls that a program ends with."""


@dataclass(frozen=True)
class HelperFunction:
    """`node`: its definition, at the level of the module. `returned`: the call of ``concat_shapes`` that it returns."""

    node: cst.FunctionDef
    returned: cst.Call

    def holds(self, element: cst.CSTNode) -> bool:
        """Whether an element of the program is an argument of `returned`."""
        return any(arg is element for arg in self.returned.args)

    def lines(self, text: ProgramText) -> tuple[int, int]:
        """First and last line, from 1."""
        start, end = text.span(self.node)
        before = text.data[:start].count(b"\n")
        return before + 1, before + 1 + text.data[start:end].rstrip().count(b"\n")

    def removed(self, text: ProgramText) -> list[Splice]:
        """Changes that take the function and its calls out of the text."""
        import libcst as cst

        start, end = text.span(self.node)
        body = text.data
        start = len(body[:start].rstrip()) + 1 if body[:start].strip() else 0
        end += len(body[end:]) - len(body[end:].lstrip())
        out = [Splice(start, end, "")]
        name = self.node.name.value
        for call in text.calls_named(name):
            arg = text.parent(call)
            holder = None if arg is None else text.parent(arg)
            if isinstance(arg, cst.Arg) and isinstance(holder, cst.Call) and len(holder.args) > 1:
                out.append(
                    _with_comment(text, text.removed_from_list([arg], holder.args)[0], text.element_span(arg)[0])
                )
        return out


def _with_comment(text: ProgramText, splice: Splice, element: int) -> Splice:
    """The change that removes an element, with the comment in the line above it."""
    line = text.line_start(element)
    above = text.data[:line].rstrip(b"\r\n").rsplit(b"\n", 1)[-1]
    if splice.start < line or text.data[line:element].strip() or not above.lstrip().startswith(b"#"):
        return splice
    start = line - len(text.data[:line]) + len(text.data[:line].rstrip(b"\r\n")) - len(above)
    return Splice(start + len(above) - len(above.lstrip()), splice.end, splice.text)


def helper_function(text: ProgramText, name: str) -> HelperFunction | None:
    """The function of this name; None where there is none such."""
    import libcst as cst

    for statement in text.module.body:
        if not isinstance(statement, cst.FunctionDef) or statement.name.value != name or statement.decorators:
            continue
        line = statement.body.body[-1] if isinstance(statement.body, cst.IndentedBlock) else None
        last = line.body[-1] if isinstance(line, cst.SimpleStatementLine) else None
        value = last.value if isinstance(last, cst.Return) else None
        if isinstance(value, cst.Call) and isinstance(value.func, cst.Name) and value.func.value == "concat_shapes":
            return HelperFunction(statement, value)
    return None


def placed_by(source: str, scene: Scene, name: str) -> list[str]:
    """Full paths of the instances that the function places; none where there is no such function.

    Raises:
        EditError: the text cannot be parsed.
    """
    text = ProgramText(source)
    function = helper_function(text, name)
    if function is None:
        return []
    first, last = function.lines(text)
    below = (scene.entity(row) for row in scene.children_of(0))
    return [e.path for e in below if e.place is not None and first <= e.place.span.line <= last]


def added_to_helper(
    source: str,
    scene: Scene,
    name: str,
    places: Sequence[str],
    relations: Sequence[str],
    evaluate: Evaluate,
    *,
    about: str,
    remark: str,
) -> str:
    """The text with more calls in a helper function, and relations of what they place. A program without the function gets it.

    Args:
        places: ``place(...)`` calls.
        relations: lines of a ``relate`` call.
        about: docstring of a new function. `remark`: comment above its call.

    Raises:
        EditError: the root does not end with a return that could call the function, or another function has its name.
    """
    bench = Workbench(source, evaluate, scene)
    text = bench.text
    line = text.newline
    related = f"relate({line}{''.join(f'    {r},{line}' for r in relations)}){line}" if relations else ""
    function = helper_function(text, name)
    if function is not None:
        _, end = text.span(function.returned)
        end -= 1
        behind = text.data[:end].rstrip()
        lead = "" if behind.endswith((b",", b"(")) else ","
        rows = "".join(f"{line}{_INDENT}{place}," for place in places)
        at = text.lines_of(function.node)[1]
        return text.spliced(
            [Splice(len(behind), end, f"{lead}{rows}{line}    "), Splice(at, at, related and f"{line}{line}{related}")]
        )
    if any(getattr(getattr(s, "name", None), "value", None) == name for s in text.module.body):
        raise EditError(
            f"the program has a function {name}() of another kind: give it another name, or let it return concat_shapes(...)"
        )
    called = appended_to_root(bench, f"# {remark}{line}{_INDENT}{name}()")
    if called is None:
        raise EditError(f"nothing can be added: {'; '.join(bench.reasons)}")
    body = "".join(f"{_INDENT}{place},{line}" for place in places)
    made = f'def {name}():{line}    """{about}"""{line}    return concat_shapes({line}{body}    ){line}'
    made += related and f"{line}{line}{related}"
    at = _before_the_end(text)
    gap = f"{line}{line}"
    return text.spliced([*called, Splice(at, at, f"{made}{gap}" if text.data[at:].strip() else f"{gap}{made}")])


def _before_the_end(text: ProgramText) -> int:
    """Where the lights, surroundings and cameras begin that a program ends with; else its end."""
    import libcst as cst

    at = len(text.data)
    for statement in reversed(text.module.body):
        call = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
        value = call.value if isinstance(call, cst.Expr) else None
        if not (isinstance(value, cst.Call) and isinstance(value.func, cst.Name) and value.func.value in _LAST):
            break
        at = text.lines_of(statement)[0]
    return at
