"""Flags before environment before scene.toml before the user's file before defaults."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenewright.scene.errors import SettingsError
from scenewright.scene.settings import Origin, ResolvedSettings, Settings, resolve_settings, user_settings_file


@pytest.fixture
def user(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text('threads = 2\nmodel = "ollama:llama"\n\n[render]\nwidth = 500\nheight = 400\nsamples = 16\n')
    return path


SCENE = {"schema": 1, "seed": 9, "render": {"width": 600, "height": 500, "other": 1}}


def test_defaults(tmp_path: Path) -> None:
    found = resolve_settings(environment={}, user_file=tmp_path / "none.toml")
    assert found == ResolvedSettings(Settings(), dict.fromkeys(found.origins, (Origin.DEFAULT, "default")), ())
    assert len(found.origins) == len(Settings.model_fields)


def test_each_place_goes_before_the_next(user: Path) -> None:
    found = resolve_settings(
        {"width": 800, "seed": None},
        environment={"SCENEWRIGHT_RENDER_WIDTH": "700", "SCENEWRIGHT_RENDER_HEIGHT": "600"},
        scene=SCENE,
        user_file=user,
    )
    values = found.values
    assert (values.width, values.height, values.seed, values.samples, values.renderer) == (800, 600, 9, 16, "preview")
    assert found.origins["render.width"] == (Origin.FLAG, "--width")
    assert found.origins["render.height"] == (Origin.ENVIRONMENT, "SCENEWRIGHT_RENDER_HEIGHT")
    assert found.origins["seed"] == (Origin.SCENE, "seed in scene.toml")
    assert found.origins["render.samples"] == (Origin.USER, f"render.samples in {user}")
    assert found.origins["render.renderer"] == (Origin.DEFAULT, "default")
    assert (values.threads, values.model, found.notes) == (2, "ollama:llama", ())


def test_a_folder_decides_nothing_about_this_machine(user: Path) -> None:
    scene = {
        "blender": "/tmp/evil",
        "model": "evil:model",
        "base_url": "http://evil",
        "threads": 64,
        "cache": "/",
        "home": "/",
    }
    found = resolve_settings(environment={}, scene=scene, user_file=user)
    assert (found.values.blender, found.values.base_url, found.values.threads) == (None, None, 2)
    assert len(found.notes) == 6
    assert "blender in scene.toml is not used: a scene folder may not set it; set SCENEWRIGHT_BLENDER" in found.notes[3]


def test_names_that_are_no_settings_are_told(user: Path) -> None:
    user.write_text("thread = 3\n[render]\nwidth = 5\ncolour = 1\n")
    variables = {"SCENEWRIGHT_WIDTH": "5", "SCENEWRIGHT_REPLIES": "x", "SCENEWRIGHT_KERNEL": "none", "HOME": "/"}
    found = resolve_settings(environment=variables, user_file=user)
    assert found.notes == (
        "SCENEWRIGHT_WIDTH is no setting: it is not used",
        f"thread in {user} is no setting: it is not used",
        f"render.colour in {user} is no setting: it is not used",
    )
    with pytest.raises(SettingsError, match="no setting 'widht': there are seed, root"):
        resolve_settings({"widht": 3}, environment={}, user_file=user)


@pytest.mark.parametrize(
    ("flags", "variables", "scene", "message"),
    [
        ({}, {"SCENEWRIGHT_THREADS": "many"}, {}, "SCENEWRIGHT_THREADS is a whole number of at least 1, not 'many'"),
        ({}, {"SCENEWRIGHT_THREADS": "0"}, {}, "at least 1"),
        ({"width": 0}, {}, {}, "--width is a whole number of at least 1, not 0"),
        ({}, {}, {"render": {"width": "wide"}}, "render.width in scene.toml"),
        ({}, {}, {"render": {"width": True}}, "not True"),
        ({}, {}, {"seed": 1.5}, "seed in scene.toml is a whole number, not 1.5"),
        ({"width": 5}, {"SCENEWRIGHT_RENDER_WIDTH": "x"}, {}, "SCENEWRIGHT_RENDER_WIDTH"),
        ({"model": " "}, {}, {}, "--model is a text"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_its_place(
    flags: dict[str, object], variables: dict[str, str], scene: dict[str, object], message: str, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError) as caught:
        resolve_settings(flags, environment=variables, scene=scene, user_file=tmp_path / "none.toml")
    assert message in str(caught.value)


def test_an_empty_variable_is_not_set(tmp_path: Path) -> None:
    found = resolve_settings(environment={"SCENEWRIGHT_THREADS": ""}, user_file=tmp_path / "none.toml")
    assert found.origins["threads"][0] is Origin.DEFAULT


def test_a_user_file_that_cannot_be_read(user: Path) -> None:
    for content in (b"threads = ", b"threads = '\xff'"):
        user.write_bytes(content)
        with pytest.raises(SettingsError, match=r"your settings cannot be read: .*config.toml"):
            resolve_settings(environment={}, user_file=user)


def test_what_is_set_for_this_machine_goes_on_to_other_processes(user: Path) -> None:
    found = resolve_settings({"blender": "/opt/blender"}, environment={"SCENEWRIGHT_RENDER_WIDTH": "9"}, user_file=user)
    assert found.as_environment() == {
        "SCENEWRIGHT_BLENDER": "/opt/blender",
        "SCENEWRIGHT_MODEL": "ollama:llama",
        "SCENEWRIGHT_THREADS": "2",
    }


def test_the_user_s_file_is_where_the_system_has_such_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("platformdirs.user_config_dir", lambda name, appauthor: str(tmp_path / name))
    assert user_settings_file() == tmp_path / "scenewright" / "config.toml"
