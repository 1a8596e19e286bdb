"""The drawing of a scene: what a page puts together from it is what the scene is."""

import json

import numpy as np
import pytest
from safetensors.numpy import load

from scenewright.app.session import Session
from scenewright.app.viewing import drawing_bytes, shapes_bytes
from scenewright.scene.errors import PathError
from scenewright.scene.sources import read_source

ROOM = """from scene.language import *

@register('a room')
def home():
    return concat_shapes(
        room(4, 3, 2.5, windows=[('back', 0, 1.2, 1.2)]),
        place(asset_call('chair'), at=(0, 0, 0), turn=30, name='chair'),
        place(asset_call('chair'), at=(1, 0, 0), name='chair'),
        place(primitive_call('sphere', {'radius': 0.2}, color=(0.8, 0.1, 0.2)), at=(0, 1, 0), name='ball'))

light('sun', intensity=2)
"""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    file = tmp_path_factory.mktemp("room") / "room.py"
    file.write_text(ROOM)
    return Session(read_source(str(file)))


def head_of(data: bytes) -> dict[str, object]:
    header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
    return json.loads(header["__metadata__"]["head"])


def test_the_parts_of_a_drawing_are_the_triangles(session: Session) -> None:
    geometry = session.derived.geometry()
    data = drawing_bytes(session.scene, geometry, 7)
    head, drawn = head_of(data), load(data)
    assert head["revision"] == 7
    shapes = load(shapes_bytes(geometry, head["meshes"]))
    for i in range(len(geometry)):
        key = head["meshes"][drawn["mesh"][i]]
        here = geometry.meshes[geometry.mesh[i]]
        assert np.array_equal(shapes[f"{key}.positions"], here.vertices)
        assert np.array_equal(shapes[f"{key}.faces"], here.faces)
        assert np.allclose(drawn["matrix"][i].reshape(3, 4), geometry.world_from_mesh[i][:3], atol=1e-5)
    assert np.array_equal(drawn["row"], geometry.entity)
    assert drawn["color"].min() >= 0.0


def test_two_chairs_share_their_meshes(session: Session) -> None:
    head = head_of(drawing_bytes(session.scene, session.derived.geometry(), 1))
    assert len(set(head["meshes"])) == len(head["meshes"]) < len(session.derived.geometry())


def test_keys_depend_on_the_content_alone(session: Session) -> None:
    other = Session(session.origin)
    keys = [head_of(drawing_bytes(s.scene, s.derived.geometry(), 1))["meshes"] for s in (session, other)]
    assert keys[0] == keys[1]


def test_the_shell_names_the_parts_of_the_room(session: Session) -> None:
    head = head_of(drawing_bytes(session.scene, session.derived.geometry(), 1))
    parts = {session.scene.paths[one["row"]]: one["part"] for one in head["shell"]}
    assert parts["home/room/wall_back"] == "wall_back"
    assert parts["home/room/floor"] == "floor"
    assert parts["home/room/window"] == "other"


def test_an_unknown_shape_is_refused(session: Session) -> None:
    with pytest.raises(PathError, match="fetch its drawing again"):
        shapes_bytes(session.derived.geometry(), ["0" * 20])
