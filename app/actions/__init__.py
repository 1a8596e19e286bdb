"""What a person can do, one function a thing.

Each takes a typed request and gives a typed result. It prints nothing, reads no flags and writes no environment: the command line,
the Python functions and a studio are faces over it. A :class:`SceneAction` is done with an open
:class:`scenewright.app.session.Session`; a :class:`FreeAction` needs none, and some make a new scene. Each request is a pydantic model,
so that its JSON schema is at hand: ``ACTIONS["edit"].schema()``, with the table from :mod:`scenewright.app.actions.table`. From JSON,
in one go: ``run_action(session, "edit", {"edits": [...]})``.
"""

from scenewright.app.actions.action import Action, FreeAction, Request, RequestError, SceneAction

__all__ = ["Action", "FreeAction", "Request", "RequestError", "SceneAction"]
