"""All actions, by name."""

from __future__ import annotations

from typing import Any

from scenewright.app.actions.action import FreeAction, SceneAction
from scenewright.app.actions.arranging import LAYOUT
from scenewright.app.actions.asking import ASK
from scenewright.app.actions.asset_adding import ADD_ASSETS, REMOVE_ASSETS
from scenewright.app.actions.briefing import BRIEF
from scenewright.app.actions.capture_lifting import CAPTURE_FIELD
from scenewright.app.actions.capture_preparing import CAPTURE_PREPARE
from scenewright.app.actions.capture_programs import CAPTURE_PROGRAM
from scenewright.app.actions.capture_reading import CAPTURE_INFO
from scenewright.app.actions.capture_training import CAPTURE_TRAIN
from scenewright.app.actions.catalogue_searching import PACKS, SEARCH_CATALOGUE
from scenewright.app.actions.chatting import CHAT
from scenewright.app.actions.dataset_rooms import DATASET_ROOM
from scenewright.app.actions.drawing import RENDER
from scenewright.app.actions.dressing import DRESS
from scenewright.app.actions.editing import EDIT, HISTORY, STEP
from scenewright.app.actions.evaluating import EVALUATE
from scenewright.app.actions.exporting import EXPORT
from scenewright.app.actions.field_querying import FIELD_QUERY
from scenewright.app.actions.filming import FILM
from scenewright.app.actions.generating import GENERATE
from scenewright.app.actions.learning import LEARN_ENTITY, LEARN_OFFERS, LEARNED, REMOVE_LEARNED
from scenewright.app.actions.picture_fitting import FIT
from scenewright.app.actions.program_writing import WRITE_PROGRAM
from scenewright.app.actions.querying import QUERY
from scenewright.app.actions.recipe_keeping import ADD_RECIPE, RECIPES, REMOVE_RECIPE, SHOW_RECIPE
from scenewright.app.actions.reference_reading import REFERENCE
from scenewright.app.actions.renderer_listing import RENDERERS
from scenewright.app.actions.room_tasks import FURNISH, REARRANGE, RESTYLE, TIDY
from scenewright.app.actions.run_reading import REPLAY_RUN, RUNS, SHOW_RUN
from scenewright.app.actions.run_resuming import RESUME
from scenewright.app.actions.scene_folders import COPY_SCENE, RENAME_SCENE
from scenewright.app.actions.splat_converting import SPLAT_CONVERT
from scenewright.app.actions.splat_drawing import SPLAT_VIEW
from scenewright.app.actions.splat_reading import SPLAT_INFO
from scenewright.app.internal_errors import ours_only
from scenewright.app.requests import RequestError
from scenewright.app.session import Session
from scenewright.scene.jobs import Job
from scenewright.scene.strict_types import shown_value

__all__ = ["ACTIONS", "run_action"]

ACTIONS: dict[str, SceneAction[Any, Any] | FreeAction[Any, Any]] = {
    action.name: action
    for action in (
        *(EDIT, WRITE_PROGRAM, STEP, HISTORY, EVALUATE, LAYOUT, QUERY, ASK, CHAT, RENDER, FILM, EXPORT, GENERATE),
        *(DRESS, FIT),
        *(RENAME_SCENE, COPY_SCENE, RUNS, SHOW_RUN, REPLAY_RUN, RESUME, BRIEF),
        *(FURNISH, REARRANGE, TIDY, RESTYLE),
        *(CAPTURE_INFO, CAPTURE_PREPARE, CAPTURE_TRAIN, CAPTURE_FIELD, CAPTURE_PROGRAM, FIELD_QUERY),
        *(SPLAT_INFO, SPLAT_CONVERT, SPLAT_VIEW),
        *(SEARCH_CATALOGUE, PACKS, ADD_ASSETS, REMOVE_ASSETS, RENDERERS, REFERENCE),
        *(RECIPES, SHOW_RECIPE, ADD_RECIPE, REMOVE_RECIPE),
        DATASET_ROOM,
        *(LEARN_OFFERS, LEARN_ENTITY, LEARNED, REMOVE_LEARNED),
    )
}


def run_action(session: Session | None, name: str, values: dict[str, Any], *, job: Job | None = None) -> Any:
    """Run an action by its name with a request as JSON values.

    Args:
        session: the open scene; None: only actions that need no open scene can run.

    Raises:
        RequestError: the action is unknown or needs an open scene, or the request is not valid.
        ScenewrightError: an error of the action.
    """
    action = ACTIONS.get(name) if isinstance(name, str) else None
    if action is None:
        raise RequestError(f"there is no action {shown_value(name)}: use {', '.join(ACTIONS)}", field="name")
    with ours_only(f"the action {name}"):
        request = action.read(values)
        if isinstance(action, FreeAction):
            return action(request, job=job)
        if session is None:
            raise RequestError(f"{name} needs an open scene", field="name")
        return action(session, request, job=job)
