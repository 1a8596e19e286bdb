"""What a person does: paste the configuration, ask for a reading corner, look, change it, undo."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import anyio
import numpy as np
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters
from PIL import Image

from scenewright.app.mcp_server import client_config
from tests.support.raw_mcp import mcp_command, mcp_environment


def pixels(result: Any) -> np.ndarray[Any, Any]:
    import base64

    data = next(b.data for b in result.content if b.type == "image")
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB"), dtype=np.float64)


def redness(picture: np.ndarray[Any, Any]) -> float:
    """The share of clearly red pixels."""
    red, green, blue = picture[..., 0], picture[..., 1], picture[..., 2]
    return float(((red > 90) & (red > 2.2 * green) & (red > 2.2 * blue)).mean())


@pytest.mark.slow
def test_a_reading_corner_is_made_seen_changed_and_undone(tmp_path: Path) -> None:
    pasted = json.loads(client_config("cursor", tmp_path / "my scenes").text)["mcpServers"]["scenewright"]
    # the same arguments, to this checkout
    command = mcp_command(Path(pasted["args"][2]))
    server = StdioServerParameters(command=command[0], args=command[1:], env=mcp_environment())

    async def story() -> None:
        async with Client(server) as client:

            async def call(tool: str, **arguments: Any) -> Any:
                with anyio.fail_after(10):
                    result = await client.call_tool(tool, arguments)
                while not result.is_error and result.structured_content.get("job", {}).get("state") == "running":
                    with anyio.fail_after(10):
                        result = await client.call_tool("job", {"job": result.structured_content["job"]["id"]})
                assert not result.is_error, result.content[0].text
                return result

            made = await call("create_scene", description="make a reading corner")
            scene, revision = made.structured_content["scene"], made.structured_content["revision"]
            before = pixels(made)
            told = await call("tell_scene", scene=scene, revision=revision, text="make the armchair red", picture=True)
            after = pixels(told)
            assert redness(after) > redness(before) + 0.03
            undone = await call("step_scene", scene=scene, revision=told.structured_content["revision"])
            seen = await call("view_scene", scene=scene)
            assert seen.structured_content["revision"] == undone.structured_content["revision"]
            assert float(np.abs(pixels(seen) - before).mean()) < 1.0
            checked = await call("check_scene", scene=scene)
            assert checked.structured_content["sound"]

    anyio.run(story)
