"""One server over HTTP for all tests of this folder that only ask it something, with a scene for each test that changes one."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support.mcp_scenes import scene_in
from tests.support.raw_mcp import HttpServer, RawHttp

collect_ignore_glob = [] if find_spec("mcp_types") is not None else ["test_*.py"]
"""Without the extra mcp there is nothing to test."""


@pytest.fixture(scope="session")
def mcp_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of scenes of the server, with one that no test changes."""
    root = tmp_path_factory.mktemp("mcp") / "scenes"
    root.mkdir()
    scene_in(root, "study")
    return root


@pytest.fixture(scope="session")
def mcp_server(mcp_root: Path) -> Iterator[HttpServer]:
    server = HttpServer(mcp_root)
    yield server
    server.close()


@pytest.fixture(scope="session")
def mcp(mcp_server: HttpServer) -> RawHttp:
    """Our client of the stateless protocol."""
    return RawHttp(mcp_server.port)
