"""The typer commands by group: their options and help. Their work is in :mod:`scenewright.app.commands`."""
