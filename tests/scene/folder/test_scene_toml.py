"""scene.toml: what changes is changed, everything else stays as it is written."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import LockedAsset
from scenewright.scene.folder.scene_toml import SceneToml

OTHERS = [
    "",
    "future = 1 # yes\n",
    "# a comment\n\n[tool.x]\na = 1\n",
    "render = {width = 3}\n",
    "render.width = 3\n",
    "[render]\nwidth = 3\n# end\n",
    "assets = [{words = 'cup', id = 'a', mine = 1}]\n",
    "[[assets]]\nwords = 'cup'\nid = 'a'\nmine = 1 # kept\n\n[[other]]\nb = 2\n",
    "[z]\ny = [1,\n  2]\n",
]
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "revision": st.integers(0, 10**9),
        "seed": st.integers(-(2**63), 2**63 - 1),
        "root": st.none() | st.text(),
        "title": st.none() | st.text(),
        "units": st.none() | st.just("m"),
        "render": st.dictionaries(
            st.sampled_from(["width", "a b", "ü.x"]), st.none() | st.integers(0, 9) | st.text(), max_size=3
        ),
    },
)
ASSETS = st.lists(
    st.builds(
        LockedAsset,
        words=st.sampled_from(["cup", "red chair", 'ü "q" \\ \'']),
        size=st.none() | st.tuples(*[st.floats(0.001, 100)] * 3),
        seed=st.integers(0, 1),
        id=st.sampled_from(["a" * 64, "b" * 64]),
        title=st.text(alphabet="ab'\"\\\n", max_size=5),
        support=st.sampled_from(["", "floor", "wall"]),
        clearance=st.just((0.0, 0.0, 0.0, 0.0)) | st.just((0.6, 0.0, 0.25, 0.0)),
        details=st.just({}) | st.just({"colors": {"a": [0.5, 1.0, 0.0]}, "n": 1}),
    ),
    max_size=3,
)


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in data.items() if k != "assets" and v != {}}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(OTHERS), st.lists(st.tuples(VALUES, ASSETS), max_size=3), st.booleans())
def test_changes_are_there_and_nothing_else_is_lost(
    other: str, steps: list[tuple[dict[str, object], list[LockedAsset]]], crlf: bool
) -> None:
    raw = "schema = 1 # the schema\nrevision = 1\n" + other
    toml = SceneToml((raw.replace("\n", "\r\n") if crlf else raw).encode(), "scene.toml")
    expected = dict(toml.data)
    locked = {a.request: a for a in toml.assets}
    for changes, assets in steps:
        toml = toml.with_changes(changes, assets)
        for key, value in changes.items():
            if isinstance(value, dict):
                table = {**expected.get(key, {}), **value}
                expected[key] = {k: v for k, v in table.items() if v is not None}
            elif value is None:
                expected.pop(key, None)
            else:
                expected[key] = value
        locked |= {a.request: a for a in assets}
    again = SceneToml(toml.raw, "scene.toml")
    assert _without_empty(again.data) == _without_empty(expected)
    assert {r: (a.id, a.title, a.support, a.clearance, a.details) for r, a in again.assets_by_request.items()} == {
        r: (a.id, a.title, a.support, a.clearance, a.details) for r, a in locked.items()
    }
    text = toml.raw.decode()
    for comment in ("# the schema", "# yes", "# a comment", "# end", "# kept"):
        assert (comment in text) == (comment in raw)
    if "mine" in other:
        assert again.data["assets"][0]["mine"] == 1
    assert tomlkit.parse(text).unwrap() == tomllib.loads(text)


@pytest.mark.parametrize(
    "raw",
    [
        "schema = 1\nrevision = 1 # yes\nseed = 2\n[z]\nrevision = 1\n",
        'schema = 1\nrevision=1\ntitle = """\nrevision = 1\n"""\n',
        "schema = 1\ntitle = '''\n[\nrevision = 1\n'''\nrevision = 1\n",
        "schema = 1\n[z]\nrevision = 1\n",
        "schema = 1\n'revision' = 1\n",
        "schema = 1\nrevision = 0x1\n",
        "schema = 1\nx = 1",
    ],
)
def test_only_the_revision_moves_on(raw: str) -> None:
    toml = SceneToml(raw.encode(), "scene.toml")
    moved = toml.with_changes({"revision": 7, "seed": toml.seed if "seed" in raw else None, "root": None})
    assert moved.data == {**toml.data, "revision": 7}
    assert ("# yes" in moved.raw.decode()) == ("# yes" in raw)


def test_a_new_file_reads_well() -> None:
    toml = SceneToml.new("scene.toml").with_changes({"seed": 3, "title": "A", "render": {"width": 4}})
    toml = toml.with_changes({"revision": 2}, [LockedAsset("cup", (1, 2, 3), 0, "a" * 64, licence="CC0-1.0")])
    lines = toml.raw.decode().splitlines()
    assert lines[0].startswith("# A scene of Scenewright")
    assert lines[2:] == [
        "schema = 1",
        "revision = 2",
        "seed = 3",
        'title = "A"',
        "",
        "[render]",
        "width = 4",
        "",
        "[[assets]]",
        'words = "cup"',
        "size = [1.0, 2.0, 3.0]",
        "seed = 0",
        f'id = "{"a" * 64}"',
        'licence = "CC0-1.0"',
    ]


@pytest.mark.parametrize("clearance", ["0.6", "[0.6]", "[0.6, 0, 0, -1]", "[0.6, 0, 0, inf]", "[0.6, 0, 0, '1']"])
def test_a_clearance_is_four_lengths(clearance: str) -> None:
    raw = f'schema = 1\n[[assets]]\nwords = "a"\nid = "b"\nclearance = {clearance}\n'
    with pytest.raises(ProjectError, match="front, back, left, right"):
        SceneToml(raw.encode(), "scene.toml")
