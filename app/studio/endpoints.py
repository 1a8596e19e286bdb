"""Named Gradio endpoints: every action with its typed and documented parameters, for ``gradio_client`` and other programs.

Gradio starts and observes: what takes long is a job of our own table, so that a client that goes away ends nothing. Gradio takes seconds
to load; :mod:`.gradio_mount` loads this module when somebody first asks for an endpoint.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Mapping
from typing import Any, Literal

import anyio
import gradio as gr
from docstring_parser import DocstringStyle, parse
from pydantic.fields import FieldInfo
from starlette.concurrency import run_in_threadpool

from scenewright.app.actions.table import ACTIONS
from scenewright.app.requests import Request
from scenewright.app.studio.context import StudioContext
from scenewright.app.studio.job_table import JOB_MESSAGES
from scenewright.app.studio.places import Place
from scenewright.scene.errors import ProjectError

__all__ = ["NOT_OFFERED", "endpoint_blocks"]

_LOOK_SECONDS = 0.1
_SCENE = "Id or title of a scene of yours; `scenes` lists them."
_WAIT = "Return when the job has ended; otherwise at once, and `job` tells how it goes."
_KEY = "Key of a model provider. It is kept in memory until the job ends, and nowhere else."

_OF_SCENE = (*("evaluate", "query", "ask", "history", "edit", "write_program", "step", "chat"),)
_FREE = (
    *("search_catalogue", "packs", "renderers", "reference", "remove_assets", "learned", "remove_learned"),
    *("recipes", "show_recipe", "add_recipe", "remove_recipe"),
)
NOT_OFFERED = {
    "dataset_room": "it takes a file of the server, and a data set has many",
    **dict.fromkeys(("runs", "show_run", "replay_run"), "they take the path of a scene folder of the server"),
}
"""Action -> why it is no endpoint."""
_LEFT_OUT = {
    "query": ("pictures",),
    "ask": ("model", "base_url"),
    "chat": ("model", "base_url"),
    "edit": ("author", "name", "in_memory", "judged"),
    "write_program": ("author", "name"),
    "add_recipe": ("file",),
}
"""Fields that name files of the server, have it ask another one, or are its own to say."""

_JSON_TYPES: dict[str, Any] = {
    "string": str, "integer": int, "number": float, "boolean": bool, "array": list, "object": dict, "null": type(None),
}  # fmt: skip


def endpoint_blocks(context: StudioContext) -> gr.Blocks:
    """All endpoints, without an interface of their own."""
    with gr.Blocks(title="Scenewright endpoints", analytics_enabled=False) as blocks:
        for make in (_scene_action, _free_action):
            for name in _OF_SCENE if make is _scene_action else _FREE:
                _offer(make(context, name), name, ACTIONS[name].about)
        for name, message in JOB_MESSAGES.items():
            action = ACTIONS.get(name)
            about = (message.__doc__ or "").strip() if action is None else action.about
            _offer(_job(context, name, message), name, about)
        for function in _about_jobs(context):
            _offer(function, function.__name__, inspect.getdoc(function) or "")
    blocks.queue(default_concurrency_limit=None, api_open=True)
    return blocks


def _offer(function: Callable[..., Any], name: str, about: str) -> None:
    made = gr.api(function, api_name=name, api_description=about, concurrency_limit=None)
    blocks = gr.context.Context.root_block
    texts = {p.arg_name: p.description for p in parse(inspect.getdoc(function) or "", DocstringStyle.GOOGLE).params}
    names = [name for name in inspect.signature(function).parameters if name != "request"]
    for parameter, component in zip(names, blocks.fns[made["id"]].inputs, strict=True):
        # what a parameter means has no place in gr.api: programs read the one entry, and clients print the other
        about_it = texts.get(parameter) or ""
        component._api_info |= {"description": about_it, "additional_description": about_it}


# -- endpoints --------------------------------------------------------------------------------------------------------


def _scene_action(context: StudioContext, name: str) -> Callable[..., Any]:
    async def run(request: gr.Request, scene: str, *values: Any) -> dict[str, Any]:
        given = _given(fields, values)
        owner = _owner(request)
        return _shown(
            await run_in_threadpool(_told, context, owner, lambda: _run_on(context, owner, scene, name, given))
        )

    fields = _fields(ACTIONS[name].request, _LEFT_OUT.get(name, ()))
    return _typed(run, name, [("scene", str, inspect.Parameter.empty, _SCENE)], fields)


def _run_on(context: StudioContext, owner: str, scene: str, name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    opened = context.scenes.open(context.owner_places(owner), _place(context, owner, scene))
    if name == "edit":
        return opened.edit(given["edits"], based_on=given.get("based_on"), command=None)
    if name == "write_program":
        return opened.write(given["text"], based_on=given.get("based_on"), command=None)
    if name == "step":
        return opened.step(given["what"], command=None)
    values: dict[str, Any] = json.loads(opened.run(name, given))
    return values


def _free_action(context: StudioContext, name: str) -> Callable[..., Any]:
    async def run(request: gr.Request, *values: Any) -> dict[str, Any]:
        given = _given(fields, values)
        owner = _owner(request)
        return _shown(await run_in_threadpool(_told, context, owner, lambda: context.catalogue.run(owner, name, given)))

    fields = _fields(ACTIONS[name].request, _LEFT_OUT.get(name, ()))
    return _typed(run, name, [], fields)


def _job(context: StudioContext, name: str, message: type[Any]) -> Callable[..., Any]:
    async def run(request: gr.Request, *values: Any) -> dict[str, Any]:
        own, rest = values[: len(first)], values[len(first) :]
        named = dict(zip((one[0] for one in first), own, strict=True))
        given = _given(fields, rest)
        owner = _owner(request)
        job = await run_in_threadpool(
            _told,
            context,
            owner,
            lambda: _start(context, owner, name, given, scene=named.get("scene"), key=str(named.get("key") or "")),
        )
        if not named["wait"]:
            return _shown({"job": job})
        return await _ended(context, owner, str(job["id"]))

    first: list[tuple[str, Any, Any, str]] = []
    if message.needs_scene:
        first.append(("scene", str, inspect.Parameter.empty, _SCENE))
    fields = _fields(message, ())
    if message.takes_key:
        first.append(("key", str, "", _KEY))
    first.append(("wait", bool, True, _WAIT))
    required = [f for f in fields if f[2] is inspect.Parameter.empty]
    if required:  # a parameter without a default stands before one with
        return _typed(
            _reordered(run, first, required, fields), name, [*_must(first), *required, *_may(first)], _may(fields)
        )
    return _typed(run, name, first, fields)


def _start(
    context: StudioContext, owner: str, name: str, given: Mapping[str, Any], *, scene: str | None, key: str
) -> dict[str, Any]:
    place = None if scene is None else _place(context, owner, scene).id
    return context.jobs.start(owner, name, given, place=place, key=key)


async def _ended(context: StudioContext, owner: str, job: str) -> dict[str, Any]:
    """Wait for a job, without holding a thread, and give it with its result."""
    while not context.jobs.ended(owner, job):
        await anyio.sleep(_LOOK_SECONDS)
    view = await run_in_threadpool(context.jobs.view, owner, job)
    if view["state"] != "finished":
        raise gr.Error(str((view["error"] or {}).get("message", view["state"])), print_exception=False)
    result = await run_in_threadpool(context.jobs.result, owner, job)
    return _shown({"job": view, "result": json.loads(result)})


def _about_jobs(context: StudioContext) -> list[Callable[..., Any]]:
    async def scenes(request: gr.Request) -> list[dict[str, Any]]:
        """Your scenes, those that were used last first."""
        listed = await run_in_threadpool(context.places(_owner(request)).listed)
        return [place.to_json() for place in listed]

    async def rename_scene(request: gr.Request, scene: str, title: str) -> dict[str, Any]:
        """Give a scene another title.

        Args:
            scene: Id or title of a scene of yours; `scenes` lists them.
            title: The new title: one line of at most 120 characters.
        """
        owner = _owner(request)

        def do() -> Place:
            return context.cards.rename(owner, _place(context, owner, scene).id, title)

        return _shown((await run_in_threadpool(_told, context, owner, do)).to_json())

    async def copy_scene(request: gr.Request, scene: str, title: str = "") -> dict[str, Any]:
        """Copy a scene, with its history and without its pictures.

        Args:
            scene: Id or title of a scene of yours; `scenes` lists them.
            title: Title of the copy; without one, that of the original and the word copy.
        """
        owner = _owner(request)

        def do() -> Place:
            return context.cards.copy(owner, _place(context, owner, scene).id, title or None)

        return _shown((await run_in_threadpool(_told, context, owner, do)).to_json())

    async def jobs(request: gr.Request) -> list[dict[str, Any]]:
        """Your jobs, newest first."""
        owner = _owner(request)
        return _shown(await run_in_threadpool(_told, context, owner, lambda: context.jobs.list(owner)))

    async def start_job(request: gr.Request, action: str, fields: dict, scene: str = "") -> dict[str, Any]:  # type: ignore[type-arg]
        """Start a job by the name of its action, and return at once.

        Args:
            action: Name of the job: layout, render, export, generate ...
            fields: The fields of its request, by name.
            scene: Id or title of a scene of yours, where it needs one.
        """
        owner = _owner(request)
        started = await run_in_threadpool(
            _told, context, owner, lambda: _start(context, owner, action, fields, scene=scene or None, key="")
        )
        return _shown(started)

    async def job(request: gr.Request, id: str, wait: bool = False) -> dict[str, Any]:
        """A job with its state, progress and files. Files are at /api/jobs/ID/files/N.

        Args:
            id: Id of the job.
            wait: Return when it has ended, with its result.
        """
        owner = _owner(request)
        view = await run_in_threadpool(_told, context, owner, lambda: context.jobs.view(owner, id))
        return await _ended(context, owner, id) if wait else _shown({"job": view})

    async def cancel_job(request: gr.Request, id: str) -> dict[str, Any]:
        """Give a job up.

        Args:
            id: Id of the job.
        """
        owner = _owner(request)
        return _shown(await run_in_threadpool(_told, context, owner, lambda: context.jobs.cancel(owner, id)))

    async def job_log(request: gr.Request, id: str) -> str:
        """The lines that a job wrote.

        Args:
            id: Id of the job.
        """
        owner = _owner(request)
        return await run_in_threadpool(_told, context, owner, lambda: context.jobs.log(owner, id))

    found: list[Callable[..., Any]] = [scenes, rename_scene, copy_scene, jobs, start_job, job, cancel_job, job_log]
    for function in found:  # Gradio evaluates hints, which are texts here
        function.__annotations__ = inspect.get_annotations(function, eval_str=True, locals=locals())
    return found


# -- parameters -------------------------------------------------------------------------------------------------------

_Parameter = tuple[str, Any, Any, str]
"""Name, type, default, and what it is."""


def _fields(request: type[Request], left_out: tuple[str, ...]) -> list[_Parameter]:
    """The fields of a request as parameters, those that must be given first."""
    schema = request.model_json_schema()
    shown = {name: f for name, f in request.model_fields.items() if name not in left_out}
    listed = [
        (
            name,
            _type_of(schema["properties"][name], schema),
            _default(field),
            " ".join((field.description or "").split()),
        )
        for name, field in shown.items()
    ]
    return [*_must(listed), *_may(listed)]


def _must(listed: list[_Parameter]) -> list[_Parameter]:
    return [one for one in listed if one[2] is inspect.Parameter.empty]


def _may(listed: list[_Parameter]) -> list[_Parameter]:
    return [one for one in listed if one[2] is not inspect.Parameter.empty]


def _default(field: FieldInfo) -> Any:
    if field.is_required():
        return inspect.Parameter.empty
    value = field.get_default(call_default_factory=True, validated_data={})
    return list(value) if isinstance(value, tuple) else value


def _type_of(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Any:
    """A type that says in a client what a field takes; the request itself checks the value."""
    if "$ref" in schema:
        return _type_of(whole["$defs"][schema["$ref"].rsplit("/", 1)[-1]], whole)
    if "enum" in schema:
        return Literal[tuple(schema["enum"])]
    if "anyOf" in schema:
        options = [_type_of(one, whole) for one in schema["anyOf"]]
        found = options[0]
        for one in options[1:]:
            found = found | one
        return found
    kind = _JSON_TYPES.get(schema.get("type", ""), Any)
    if kind is list and isinstance(schema.get("items"), Mapping):
        return list[_type_of(schema["items"], whole)]  # type: ignore[misc]
    return kind


def _typed(run: Callable[..., Any], name: str, first: list[_Parameter], fields: list[_Parameter]) -> Callable[..., Any]:
    """A function of its own with a signature of these parameters."""
    parameters = [*first, *fields]

    async def endpoint(request: gr.Request, *values: Any) -> dict[str, Any]:
        result: dict[str, Any] = await run(request, *values)
        return result

    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    endpoint.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter("request", kind, annotation=gr.Request),
            *(inspect.Parameter(n, kind, default=d, annotation=t) for n, t, d, _ in parameters),
        ],
        return_annotation=dict,
    )
    endpoint.__annotations__ = {"request": gr.Request, **{n: t for n, t, _, _ in parameters}, "return": dict}
    endpoint.__name__ = endpoint.__qualname__ = name
    listed = "\n".join(f"    {n}: {about}" for n, _, _, about in parameters)
    # the first line keeps the lines below indented when the text is read
    endpoint.__doc__ = f"{name}.\n\nArgs:\n{listed}" if listed else None
    return endpoint


def _reordered(
    run: Callable[..., Any], first: list[_Parameter], required: list[_Parameter], fields: list[_Parameter]
) -> Callable[..., Any]:
    """`run` for values in the order: what must be given, then what may be."""
    order = [one[0] for one in (*_must(first), *required, *_may(first), *_may(fields))]
    wanted = [one[0] for one in (*first, *fields)]

    async def in_order(request: gr.Request, *values: Any) -> dict[str, Any]:
        by_name = dict(zip(order, values, strict=True))
        result: dict[str, Any] = await run(request, *(by_name[name] for name in wanted))
        return result

    return in_order


def _given(fields: list[_Parameter], values: tuple[Any, ...]) -> dict[str, Any]:
    """The fields of a request; what was left at its default is left out."""
    named = zip(fields, values, strict=True)
    return {field[0]: value for field, value in named if value is not None and value != field[2]}


def _shown(values: Any) -> Any:
    """A result for Gradio's clients. They download what is called `path`, so that the paths of nodes are called `node` here."""
    if isinstance(values, dict):
        return {"node" if key == "path" else key: _shown(value) for key, value in values.items()}
    return [_shown(value) for value in values] if isinstance(values, list) else values


# -- who asks, and errors ---------------------------------------------------------------------------------------------


def _owner(request: gr.Request) -> str:
    """The owner that the guard found."""
    inner = request.request
    owner = None if inner is None else inner.scope.get("state", {}).get("owner")
    if not isinstance(owner, str):
        raise gr.Error("nobody knows who asks: send the key of the studio as Authorization: Bearer KEY")
    return owner


def _place(context: StudioContext, owner: str, scene: str) -> Place:
    for place in context.places(owner).listed():
        if scene in (place.id, place.title):
            return place
    raise ProjectError("you have no such scene: the endpoint `scenes` lists them", kind="missing")


def _told(context: StudioContext, owner: str, do: Callable[[], Any]) -> Any:
    """The result, or the error as Gradio passes it on."""
    try:
        return do()
    except Exception as error:  # noqa: BLE001 - whatever it is, its texts must not leave as they are
        body = context.told(owner, error, "answering an endpoint")[1]
        raise gr.Error(str(body["error"]["message"]), print_exception=False) from None
