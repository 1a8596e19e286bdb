"""The documentation site is built without a warning: every page stands in its navigation, and every link leads somewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import scenewright as sw
from tests.support.locations import REPOSITORY

pytest.importorskip("mkdocs", reason="the site needs the group docs")
pytest.importorskip("mkdocstrings", reason="the site needs the group docs")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site without what the build draws, which takes a minute."""
    out = tmp_path_factory.mktemp("site")
    environment = {**os.environ, "SCENEWRIGHT_SITE_FAST": "1", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(out)],
        cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.mark.slow
def test_the_site_documents_each_public_name(site: Path) -> None:
    pages = "".join((site / "python" / f"{name}.html").read_text(encoding="utf-8") for name in ("functions", "classes"))
    assert [name for name in sw.__all__ if name != "__version__" and f"sw.{name}" not in pages] == []
    assert ":func:" not in pages


@pytest.mark.slow
def test_a_page_asks_nothing_of_the_network(site: Path) -> None:
    for page in ("index", "gallery", "python/functions", "notebooks/quick_start", "reference/functions"):
        text = (site / f"{page}.html").read_text(encoding="utf-8")
        assert re.findall(r'<(?:script|img|iframe|link)[^>]*?(?:src|href)="https?://[^"]*"', text) == []
