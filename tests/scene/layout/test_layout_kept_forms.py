"""Forms of bodies in the user's cache: what comes out is what went in, and what is damaged is found anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from scenewright.assets import Catalogue
from scenewright.scene.data_dir import DataDir, using_data_dir
from scenewright.scene.geometry import scene_of_asset
from scenewright.scene.layout.bodies import forms, forms_of, kept_forms
from scenewright.scene.layout.bodies.surfaces import BodyForm


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(forms, "_KEPT", {})
    with using_data_dir(DataDir.at(tmp_path)):
        yield tmp_path / "cache" / "forms"


def form_of(catalogue: Catalogue, words: str) -> BodyForm:
    forms._KEPT.clear()
    row = np.zeros(1, dtype=np.int64)
    scene = scene_of_asset(catalogue.resolve(words, None, 0))
    return forms_of(scene, row, row, np.eye(4)[None], [words], {0}, catalogue, None)[0]


def same(a: BodyForm, b: BodyForm) -> bool:
    one, other = kept_forms._arrays(a), kept_forms._arrays(b)
    return one.keys() == other.keys() and all(np.array_equal(one[name], other[name]) for name in one)


@pytest.mark.parametrize("words", ["armchair", "bookshelf", "bed", "plate", "painting"])
def test_a_kept_form_is_the_form(
    catalogue: Catalogue, cache: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    first = form_of(catalogue, words)
    assert len([*cache.rglob("*")]) == 2
    monkeypatch.setattr(forms, "_form", lambda *_: pytest.fail("it is kept"))
    again = form_of(catalogue, words)
    assert same(first, again)
    assert len(again.places.open) == len(first.places.open)


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_damaged_file_counts_as_none(catalogue: Catalogue, cache: Path, damage: bytes | None) -> None:
    first = form_of(catalogue, "armchair")
    file = next(p for p in cache.rglob("*") if p.is_file())
    file.write_bytes(file.read_bytes()[:-20] if damage is None else damage)
    assert same(first, form_of(catalogue, "armchair"))


def test_a_cache_that_cannot_be_written_is_done_without(catalogue: Catalogue, cache: Path) -> None:
    cache.parent.mkdir()
    cache.write_text("no folder")
    assert same(form_of(catalogue, "stool"), form_of(catalogue, "stool"))
    assert cache.is_file()


def test_other_code_finds_nothing(catalogue: Catalogue, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    form_of(catalogue, "stool")
    monkeypatch.setattr(kept_forms, "_version", lambda: "other")
    form_of(catalogue, "stool")
    assert len([p for p in cache.rglob("*") if p.is_file()]) == 2
