"""What a person can do with an open scene, one function a thing.

An :class:`Action` takes a typed request and an open :class:`scenewright.app.session.Session`, and gives a typed result. It prints
nothing, reads no flags and writes no environment: the command line, the Python functions and a studio are faces over it. Each
request is a pydantic model, so that its JSON schema is at hand: ``ACTIONS["edit"].schema()``, with the table from
:mod:`scenewright.app.actions.table`. From JSON, in one go: ``run_action(session, "edit", {"edits": [...]})``.
"""

from scenewright.app.actions.action import Action, Request, RequestError

__all__ = ["Action", "Request", "RequestError"]
