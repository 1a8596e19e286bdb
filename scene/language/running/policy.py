"""The policy: the constructs that a program may use, checked on its syntax tree before it runs.

It gives clear errors, each with its line. It is not a security boundary, since checks on Python text can be evaded: a
program that passes still runs behind the kernel boundary (:mod:`scenewright.scene.children.kernel`).
"""

from __future__ import annotations

import ast
import builtins
import importlib
import re
import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scenewright.scene.errors import BudgetError, PolicyError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running.policy_names import (
    LANGUAGE_MODULES,
    MODULES,
    NUMPY_REFUSED,
    OBJECT_REFUSED,
    REFUSED_BUILTINS,
    REFUSED_MEMBERS,
    SAFE_ATTRIBUTES,
    SAFE_DEFINITIONS,
    SAFE_MODULE_NAMES,
    STRING_ATTRIBUTE_CALLS,
    installed_name,
    is_library_name,
    is_taken_name,
)
from scenewright.scene.language.running.source import parse

__all__ = ["check", "program_builtins"]

_FORMAT_CLIMB = re.compile(r"\{[^{}]*\.(?:_|gi_|cr_|ag_|tb_|f_(?:back|builtins|code|globals|locals)|mro\b)")
_STAR_BRINGS = {"math": "math", "np": "numpy", "random": "random"}
"""Modules that `from scene.language import *` binds."""
_MODELLING = "scene.language.modelling"
_DEFINITIONS = {ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef}
_SCOPED = {*_DEFINITIONS, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp}
_INNER_FIELDS = {"body", "args", "elt", "key", "value", "generators"}
_LEAVES = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)
_BINDING = {
    *_DEFINITIONS, ast.Name, ast.arg, ast.Attribute, ast.ExceptHandler, ast.MatchAs, ast.MatchStar, ast.MatchMapping,
    ast.NamedExpr, ast.Global, ast.Import, ast.ImportFrom,
}  # fmt: skip
_CHECKED = {
    *_DEFINITIONS, ast.Import, ast.ImportFrom, ast.Call, ast.Name, ast.arg, ast.Attribute, ast.MatchClass, ast.Constant,
}  # fmt: skip


def check(source: str, budgets: Budgets | None = None, *, libraries: bool = False) -> ast.Module:
    """Parse a program, or a library, and check it against the policy.

    Args:
        libraries: whether it may import libraries of the user.

    Returns:
        The syntax tree.

    Raises:
        PolicyError: a construct is refused; `line` and `column` say where.
        BudgetError: the text is too long or too deeply nested.
        ProgramError: it is not Python, or not text.
    """
    budgets = budgets or Budgets()
    tree = parse(source, budgets)
    survey = _Survey(budgets.source_depth)
    survey.walk(tree)
    checker = _Checker(survey, libraries)
    for node, scope in sorted(survey.nodes, key=_position):  # the error names the first refused construct
        checker.visit(node, scope)
    return tree


def _position(item: tuple[ast.AST, _Scope]) -> tuple[int, int]:
    return item[0].lineno, item[0].col_offset  # type: ignore[attr-defined]


def program_builtins() -> dict[str, Any]:
    """The builtins of a program. Refused ones raise PolicyError, so that a name computed at run time is refused, too."""
    table = dict(vars(builtins))
    for name, advice in REFUSED_BUILTINS.items():
        if name not in STRING_ATTRIBUTE_CALLS:
            table[name] = _refusal(name, advice)
    table["__import__"] = _guarded_import
    return table


def _refusal(name: str, advice: str) -> Any:
    def refused(*_: object, **__: object) -> Any:
        raise PolicyError(_join(f"'{name}' is refused", advice), kind="name")

    refused.__name__ = name
    return refused


def _guarded_import(
    name: str,
    globals: Mapping[str, Any] | None = None,
    locals: Mapping[str, Any] | None = None,
    fromlist: tuple[str, ...] | None = (),
    level: int = 0,
) -> types.ModuleType:
    if level or name not in MODULES | LANGUAGE_MODULES:
        raise PolicyError(_import_message(name), kind="import")
    return __import__(name, globals, locals, fromlist or (), level)


def _join(what: str, advice: str) -> str:
    return f"{what}: {advice}" if advice else what


def _import_message(name: str, libraries: bool = False) -> str:
    listed = ", ".join(sorted(m for m in MODULES if "." not in m and not m.startswith("_")))
    own = ""
    if libraries and is_taken_name(name):
        own = f", and libraries of your own, which need other names than '{name.partition('.')[0]}'"
    elif libraries:
        own = ", and libraries of your own: NAME.py, imported by its name of ASCII letters, digits and underscores, without a dot"
    return (
        f"importing '{name}' is refused: a program reaches no files, network or processes. Remove the import; "
        f"what may be imported: {listed}, helper, scene.language, scene.language.modelling{own}"
    )


@dataclass(slots=True)
class _Scope:
    """One namespace of the text: the names that it binds, and those that are modules."""

    parent: _Scope | None
    is_class: bool = False
    names: set[str] = field(default_factory=set)
    modules: dict[str, str] = field(default_factory=dict)
    globals: set[str] = field(default_factory=set)


def _lookup(name: str, scope: _Scope) -> _Scope | None:
    """The scope that binds a name, as seen from `scope`; None for a builtin."""
    at: _Scope | None = scope
    to_module = name in scope.globals
    while at is not None:
        hidden = (at.is_class and at is not scope) or (to_module and at.parent is not None)
        if not hidden and name in at.names:
            return at
        at = at.parent
    return None


class _Survey:
    """First pass: every node with its scope, what each scope binds, and which attributes the program defines itself."""

    def __init__(self, depth_limit: int) -> None:
        self.depth_limit = depth_limit
        self.nodes: list[tuple[ast.AST, _Scope]] = []
        self.own_attributes: set[str] = set()
        self.star_modules: set[str] = set()

    def walk(self, tree: ast.Module) -> None:
        # An explicit stack: a recursive visitor would run out of stack on the nesting that it has to refuse.
        stack: list[tuple[ast.AST, _Scope, int]] = [(tree, _Scope(None), 0)]
        while stack:
            node, scope, depth = stack.pop()
            if depth > self.depth_limit:
                raise BudgetError(
                    f"the program is nested deeper than {self.depth_limit} levels here: split the expression, "
                    "or put the parts in a list",
                    line=getattr(node, "lineno", None),
                    kind="nesting",
                )
            kind = type(node)
            if kind in _CHECKED:
                self.nodes.append((node, scope))
            if kind in _BINDING:
                self._bind(node, scope)
            inner = _Scope(scope, is_class=kind is ast.ClassDef) if kind in _SCOPED else scope
            for name in node._fields:
                value = getattr(node, name, None)
                if not isinstance(value, (ast.AST, list)) or isinstance(value, _LEAVES):
                    continue
                # Decorators, defaults, bases and annotations belong to the enclosing scope.
                here = inner if name in _INNER_FIELDS else scope
                children = value if isinstance(value, list) else (value,)
                stack += [(child, here, depth + 1) for child in children if isinstance(child, ast.AST)]

    def _bind(self, node: ast.AST, scope: _Scope) -> None:
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                scope.names.add(name)
                if scope.is_class:
                    self.own_attributes.add(name)
            case ast.arg(arg=name):
                scope.names.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                scope.names.add(name)
                if scope.is_class:
                    self.own_attributes.add(name)
            case ast.Attribute(attr=name, ctx=ast.Store()):
                self.own_attributes.add(name)
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                scope.names.add(name)
            case ast.MatchMapping(rest=str(name)):
                scope.names.add(name)
            case ast.NamedExpr(target=ast.Name(id=name)):
                # A walrus in a comprehension binds in the enclosing scope.
                scope.names.add(name)
                if scope.parent is not None:
                    scope.parent.names.add(name)
            case ast.Global(names=names):
                scope.globals.update(names)
            case ast.Import(names=aliases):
                for alias in aliases:
                    bound = alias.asname or alias.name.split(".")[0]
                    scope.names.add(bound)
                    if not is_library_name(alias.name):  # a library is looked at like any object of the program
                        scope.modules[bound] = alias.name if alias.asname else bound
            case ast.ImportFrom(module=str(module), names=aliases):
                for alias in aliases:
                    if alias.name == "*":
                        self.star_modules.add(module)
                        if module in LANGUAGE_MODULES:
                            scope.names.update(_STAR_BRINGS)
                            scope.modules.update(_STAR_BRINGS)
                        continue
                    scope.names.add(alias.asname or alias.name)
                    if f"{module}.{alias.name}" in MODULES | LANGUAGE_MODULES:
                        scope.modules[alias.asname or alias.name] = f"{module}.{alias.name}"


class _Checker:
    """Second pass: checks each node against the tables."""

    def __init__(self, survey: _Survey, libraries: bool) -> None:
        self._libraries = libraries
        self._own = survey.own_attributes
        self._stars = survey.star_modules
        self._vetted: set[int] = set()

    def visit(self, node: ast.AST, scope: _Scope) -> None:
        match node:
            case ast.Constant(value=value):
                if isinstance(value, str) and "{" in value and _FORMAT_CLIMB.search(value):
                    self._refuse(
                        node,
                        "a format string that reaches into an object's internals is refused",
                        "use an f-string",
                        "format",
                    )
            case ast.Name(id=name):
                self._name(node, name, scope)
            case ast.Call():
                self._call(node, scope)
            case ast.Attribute(value=value, attr=attr):
                self._attribute(node, value, attr, scope)
            case ast.arg(arg=name):
                if _is_dunder(name):
                    self._refuse(node, f"a parameter named '{name}' is refused", "choose another name", "dunder")
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                if _is_dunder(name) and name not in SAFE_DEFINITIONS:
                    self._refuse(node, f"defining '{name}' is refused", "choose another name", "dunder")
            case ast.Import(names=aliases):
                for alias in aliases:
                    self._module(alias.name, node)
            case ast.ImportFrom():
                self._import_from(node)
            case ast.MatchClass(kwd_attrs=attrs):
                for attr in attrs:
                    self._object_attribute(node, attr)

    def _refuse(self, node: ast.AST, what: str, advice: str, kind: str) -> None:
        raise PolicyError(
            _join(what, advice),
            line=getattr(node, "lineno", None),
            column=getattr(node, "col_offset", None),
            kind=kind,
        )

    # -- imports --------------------------------------------------------------------------------------------------

    def _module(self, name: str, node: ast.AST) -> None:
        if name not in MODULES | LANGUAGE_MODULES and not (self._libraries and is_library_name(name)):
            raise PolicyError(
                _import_message(name, self._libraries),
                line=getattr(node, "lineno", None),
                column=getattr(node, "col_offset", None),
                kind="import",
            )

    def _import_from(self, node: ast.ImportFrom) -> None:
        if node.level or node.module is None:
            self._refuse(node, "a relative import is refused", "a program is one text: import by full name", "import")
        module = str(node.module)
        self._module(module, node)
        for alias in node.names:
            if is_library_name(module):
                if _is_dunder(alias.name):
                    self._refuse(
                        node, f"importing '{alias.name}' is refused", "import what the library defines", "dunder"
                    )
            elif alias.name != "*" and f"{module}.{alias.name}" not in MODULES | LANGUAGE_MODULES:
                self._member(node, module, alias.name)

    def _member(self, node: ast.AST, module: str, name: str) -> None:
        """A member of a module that may be imported."""
        what = f"'{module}.{name}' is refused"
        if name.startswith("_") and name not in {"__name__", "__doc__", "__version__"}:
            self._refuse(node, what, "use the module's public names", "member")
        if module in LANGUAGE_MODULES or module == _MODELLING:
            if not _in_language(module, name):
                self._refuse(node, what, "it is no part of the Scene Language", "member")
        elif module.partition(".")[0] == "numpy" and name in NUMPY_REFUSED:
            self._refuse(
                node, what, "programs read and write no files; compute the numbers, or write them out", "member"
            )
        elif name in REFUSED_MEMBERS.get(module, {}):
            self._refuse(node, what, REFUSED_MEMBERS[module][name], "member")
        elif _is_foreign_module(module, name):
            self._refuse(
                node, what, f"it is another module, which a program may not reach through '{module}'", "member"
            )

    # -- names and attributes -------------------------------------------------------------------------------------

    def _name(self, node: ast.Name, name: str, scope: _Scope) -> None:
        if _is_dunder(name):
            allowed = SAFE_MODULE_NAMES | SAFE_DEFINITIONS if scope.is_class else SAFE_MODULE_NAMES
            if name not in allowed:
                self._refuse(node, f"the name '{name}' is refused", REFUSED_BUILTINS.get(name, ""), "dunder")
        if not isinstance(node.ctx, ast.Load) or id(node) in self._vetted or _lookup(name, scope) is not None:
            return
        if name in REFUSED_BUILTINS:
            advice = REFUSED_BUILTINS[name] or f"call {name}(object, 'name') with the name written out"
            self._refuse(node, f"'{name}' is refused", advice, "name")
        if name in NUMPY_REFUSED and any(m.split(".")[0] == "numpy" for m in self._stars):
            self._member(node, "numpy", name)

    def _attribute(self, node: ast.Attribute, value: ast.expr, attr: str, scope: _Scope) -> None:
        module = _module_of(value, scope)
        if module is None:
            if id(node) not in self._vetted:
                self._object_attribute(node, attr)
        elif f"{module}.{attr}" not in MODULES | LANGUAGE_MODULES:
            self._member(node, module, attr)
        if attr == "__name__" and isinstance(value, ast.Attribute) and value.attr == "__class__":
            self._vetted.add(id(value))

    def _object_attribute(self, node: ast.AST, attr: str) -> None:
        if _is_dunder(attr) and attr not in SAFE_ATTRIBUTES:
            advice = {
                "__class__": "use type(x)",
                "__dict__": "use a dict of your own",
            }.get(attr, "it reaches into the interpreter")
            self._refuse(node, f"the attribute '{attr}' is refused", advice, "dunder")
        if attr in OBJECT_REFUSED and attr not in self._own:
            self._refuse(node, f"the attribute '{attr}' is refused", "it reaches out of the program", "attribute")

    def _call(self, node: ast.Call, scope: _Scope) -> None:
        match node.func:
            case ast.Name(id=name) if name in STRING_ATTRIBUTE_CALLS and _lookup(name, scope) is None:
                match node.args:
                    case [_, ast.Constant(value=str(attr)), *_]:
                        self._vetted.add(id(node.func))
                        target = _module_of(node.args[0], scope)
                        if target is None:
                            self._object_attribute(node, attr)
                        else:
                            self._member(node, target, attr)
            case ast.Attribute(value=ast.Name(id="object"), attr="__setattr__" | "__getattribute__" | "__delattr__"):
                # A frozen dataclass does this in __post_init__.
                match node.args:
                    case [_, ast.Constant(value=str(attr)), *_]:
                        self._vetted.add(id(node.func))
                        self._object_attribute(node, attr)
            case ast.Attribute(attr="__class__"):
                # `self.__class__(...)` makes another of the same kind.
                self._vetted.add(id(node.func))


def _is_dunder(name: str) -> bool:
    return name.startswith("__") and name.endswith("__") and len(name) > 4


def _module_of(node: ast.expr, scope: _Scope) -> str | None:
    """The dotted name of the module that an expression stands for, as far as the text shows it."""
    attributes: list[str] = []
    while isinstance(node, ast.Attribute):
        attributes.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    where = _lookup(node.id, scope)
    module = where.modules.get(node.id) if where is not None else None
    for attr in reversed(attributes):
        if module is None or f"{module}.{attr}" not in MODULES | LANGUAGE_MODULES:
            return None
        module = f"{module}.{attr}"
    return module


def _in_language(module: str, name: str) -> bool:
    if module == "scene":
        return name == "language"
    if module == _MODELLING:
        return name in importlib.import_module(installed_name(_MODELLING)).__all__
    return name == "set_seed" or name in importlib.import_module(installed_name("scene.language")).__all__


def _is_foreign_module(module: str, name: str) -> bool:
    value = vars(importlib.import_module(installed_name(module))).get(name)
    return isinstance(value, types.ModuleType) and value.__name__ not in {installed_name(m) for m in MODULES}
