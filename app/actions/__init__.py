"""The operations that a person can do, one function each.

An action takes a typed request and returns a typed result. It prints nothing, reads no flags and writes no environment variables. The
command line, the Python functions and a studio call it. A :class:`SceneAction` works on an open :class:`scenewright.app.session.Session`;
a :class:`FreeAction` needs none, and some create a new scene. Each request is a pydantic model and has a JSON schema:
``ACTIONS["edit"].schema()``, with the table of :mod:`scenewright.app.actions.table`. To run an action from JSON:
``run_action(session, "edit", {"edits": [...]})``.
"""

from scenewright.app.actions.action import Action, FreeAction, SceneAction
from scenewright.app.requests import Request, RequestError

__all__ = ["Action", "FreeAction", "Request", "RequestError", "SceneAction"]
