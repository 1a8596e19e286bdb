"""The commands as typer knows them, by groups: options and help. What they do is in :mod:`scenewright.app.commands`."""
