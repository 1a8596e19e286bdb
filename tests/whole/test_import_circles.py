"""No module imports itself by way of others, imports inside of functions and through the faces of packages included."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import grimp
import networkx
import pytest

from tests.support.locations import SOURCES


def public_face(package: Path) -> dict[str, str]:
    """By name what a package hands on, and the module that defines it: as its ``__init__.pyi`` says."""
    stub = package / "__init__.pyi"
    if not stub.exists():
        return {}
    dotted = ".".join(package.relative_to(SOURCES).parts)
    return {
        alias.name: f"{dotted}.{node.module}"
        for node in ast.parse(stub.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ImportFrom) and node.level == 1
        for alias in node.names
    }


def imported_names(file: Path) -> Iterator[tuple[str, str]]:
    """(module, name) of each ``from module import name`` that runs; those for type checkers do not."""
    waiting: list[ast.AST] = [ast.parse(file.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            waiting += node.orelse
            continue
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield from ((node.module, alias.name) for alias in node.names)
        waiting += ast.iter_child_nodes(node)


@pytest.mark.slow
def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = grimp.build_graph("scenewright", exclude_type_checking_imports=True, cache_dir=None)
    imports = networkx.DiGraph(
        (module, other) for module in graph.modules for other in graph.find_modules_directly_imported_by(module)
    )
    faces = {module: public_face(SOURCES.joinpath(*module.split("."))) for module in graph.modules}
    assert sum(map(len, faces.values())) > 300
    for module in graph.modules:
        path = SOURCES.joinpath(*module.split("."))
        file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        for package, name in imported_names(file):
            if name in faces.get(package, {}):
                imports.add_edge(module, faces[package][name])
    circles = [sorted(c) for c in networkx.strongly_connected_components(imports) if len(c) > 1]
    assert circles == []


@pytest.mark.slow
def test_a_package_hands_on_what_its_modules_define() -> None:
    graph = grimp.build_graph("scenewright", cache_dir=None)
    for module in graph.modules:
        for name, home in public_face(SOURCES.joinpath(*module.split("."))).items():
            place = SOURCES.joinpath(*home.split("."))
            # a package hands on in its own face, and what is made from a table stands in a stub
            files = (
                [place / "__init__.py", place / "__init__.pyi"]
                if place.is_dir()
                else [place.with_suffix(".py"), place.with_suffix(".pyi")]
            )
            text = "".join(f.read_text(encoding="utf-8") for f in files if f.is_file())
            assert name in text, (module, name, home)
