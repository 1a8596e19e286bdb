"""One name, one thing: no public class of the same name in two modules."""

from __future__ import annotations

import ast
from collections import defaultdict

from tests.support.locations import REPOSITORY

SCENE_PROGRAMS = ("assets/objects/", "app/reference/programs/", "app/reference/examples/")


def test_no_two_classes_share_a_name() -> None:
    where = defaultdict(list)
    for package in ("app", "assets", "renderers", "scene"):
        for file in sorted((REPOSITORY / package).rglob("*.py")):
            relative = file.relative_to(REPOSITORY).as_posix()
            if relative.startswith(SCENE_PROGRAMS):
                continue
            for node in ast.parse(file.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    where[node.name].append(relative)
    assert {name: files for name, files in where.items() if len(files) > 1} == {}
