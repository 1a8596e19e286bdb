"""No text of a server names the paths of its machine: neither errors, nor remarks, nor what others hear."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from scenewright.app.studio import StudioServer
from scenewright.app.studio.hidden_paths import TextGuard
from scenewright.scene.data_dir import current_data_dir
from scenewright.scene.folder import Project
from tests.support.running_studio import let_in, running_studio

PROGRAM = """from scene.language import *


@register('a block beside a capture')
def block_and_capture():  # the folder of this scene is FOLDER
    return concat_shapes(
        place(primitive_call('cube', {'scale': (1, 1, 1)}), at=(2, 0.5, 0), name='block'),
        place(splat_call('broken.ply'), at=(0, 0, 0), name='capture'))
"""


@dataclass
class BrokenScene:
    """A scene whose capture cannot be read, shown on a page. Its program names its own folder in a comment."""

    server: StudioServer
    client: httpx.Client
    folder: Path
    session: str

    def post(self, rest: str, body: dict[str, Any]) -> str:
        return self.client.post(f"/api/sessions/{self.session}{rest}", json=body).text


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrokenScene]:
    home = tmp_path_factory.mktemp("studio")
    with running_studio(home) as server:
        folder = home / "scenes" / "broken"
        Project.create(folder, PROGRAM.replace("FOLDER", f"{folder}/"))
        (folder / "broken.ply").write_bytes(b"ply\nnothing of a header\n")
        with let_in(server) as client:
            (place,) = client.get("/api/places").json()["places"]
            session = client.post("/api/sessions", json={"place": place["id"]}).json()["id"]
            yield BrokenScene(server, client, folder, session)


def test_remarks_of_a_scene_name_files_within_it(page: BrokenScene) -> None:
    state = page.client.get(f"/api/sessions/{page.session}/scene/state").json()
    assert any("broken.ply: it has no PLY header" in w for w in state["warnings"])
    assert str(page.folder) not in json.dumps(state["warnings"])
    assert str(page.folder) in state["source"]  # a program is shown as it was written


@pytest.mark.parametrize(
    ("action", "request_"),
    [("evaluate", {}), ("query", {"queries": ["the block"]}), ("ask", {"question": "how many blocks are there?"})],
)
def test_results_name_files_within_the_scene(page: BrokenScene, action: str, request_: dict[str, Any]) -> None:
    told = page.post(f"/scene/actions/{action}", {"request": request_})
    assert "broken.ply: it has no PLY header" in told
    assert str(page.folder.parent) not in told


def test_an_edit_says_what_it_met_without_paths(page: BrokenScene) -> None:
    told = page.post("/scene/edit", {"edits": [{"kind": "turn", "path": "block", "degrees": 5}]})
    assert "broken.ply: it has no PLY header" in told
    assert str(page.folder.parent) not in told


def test_a_missing_library_is_looked_for_at_home(page: BrokenScene, monkeypatch: pytest.MonkeyPatch) -> None:
    text = page.folder.joinpath("program.py").read_text(encoding="utf-8").replace("\n", "\nimport oakworks\n", 1)
    monkeypatch.setenv("HOME", str(current_data_dir().data))
    told = json.loads(page.post("/scene/program", {"text": text}))["error"]["message"]
    assert "no oakworks.py is in broken, ~/libraries" in told


def test_what_a_worker_says_at_its_end_is_guarded(page: BrokenScene) -> None:
    scene = page.server.context.scene_of("local", page.session)
    assert scene.guard.text(f"{page.folder}/assets/a.glb is damaged") == "assets/a.glb is damaged"


def test_a_guard_keeps_what_only_looks_like_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/anna")
    guard = TextGuard([Path("/srv/scenes")])
    assert (
        guard.text("/home/anna/x.py, /home/annabel/y.py, /data/home/anna")
        == "~/x.py, /home/annabel/y.py, /data/home/anna"
    )
    assert guard.text("see /srv/scenes/desk/program.py") == "see desk/program.py"


def test_a_shared_server_leaves_last_parts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/anna")
    assert TextGuard([], everywhere=True).text("no x in /home/anna/lib/y") == "no x in y"


def test_only_named_fields_of_an_answer_are_guarded() -> None:
    guard = TextGuard([Path("/srv/scenes")])
    body = json.dumps({"warnings": ["/srv/scenes/a is gone"], "source": "# /srv/scenes/a"}).encode()
    assert json.loads(guard.answer(body, "warnings")) == {"warnings": ["a is gone"], "source": "# /srv/scenes/a"}
    assert json.loads(guard.answer(body)) == {"warnings": ["a is gone"], "source": "# a"}
    assert guard.answer(b'{"warnings": []}', "warnings") == b'{"warnings": []}'
