from .app.actions.catalogue_searching import CatalogueFound
from .app.actions.editing import Stepped
from .app.api import (
    ask,
    edit,
    evaluate,
    export,
    generate,
    history,
    layout,
    query,
    redo,
    render,
    search_catalogue,
    undo,
)
from .app.generating import Generated
from .app.layout import LaidOut
from .app.pictures import Drawn, DrawnArrays
from .app.requests import RequestError
from .app.session import Session
from .app.version import __version__
from .renderers.base import RenderedView, RenderError
from .scene.errors import (
    CaptureError,
    EditError,
    LayoutError,
    PathError,
    ProgramError,
    ProjectError,
    QueryError,
    ScenewrightError,
    SplatError,
)
from .scene.folder import JournalEntry, Project
from .scene.language.editing.edits import (
    AddRelation,
    Arrange,
    Delete,
    DropRelation,
    Duplicate,
    Edit,
    Move,
    Placement,
    Recolour,
    Rename,
    Replace,
    Scale,
    SetZ,
    Turn,
)
from .scene.model import Entity, Scene
from .scene.semantics.queries import Answer
from .scene.semantics.questions import GraphAnswer
from .scene.splats.cameras import Cameras
from .scene.splats.capture import open_capture
from .scene.splats.formats import read_gaussians, write_gaussians
from .scene.splats.gaussians import Gaussians
from .scene.splats.images import Rasterized, RasterSettings
from .scene.splats.rasterize import rasterize
from .scene.splats.training.options import TrainingOptions
from .scene.splats.training.trainer import Trainer

__all__ = [
    "AddRelation",
    "Answer",
    "Arrange",
    "Cameras",
    "CaptureError",
    "CatalogueFound",
    "Delete",
    "Drawn",
    "DrawnArrays",
    "DropRelation",
    "Duplicate",
    "Edit",
    "EditError",
    "Entity",
    "Gaussians",
    "Generated",
    "GraphAnswer",
    "JournalEntry",
    "LaidOut",
    "LayoutError",
    "Move",
    "PathError",
    "Placement",
    "ProgramError",
    "Project",
    "ProjectError",
    "QueryError",
    "RasterSettings",
    "Rasterized",
    "Recolour",
    "Rename",
    "RenderError",
    "RenderedView",
    "Replace",
    "RequestError",
    "Scale",
    "Scene",
    "ScenewrightError",
    "Session",
    "SetZ",
    "SplatError",
    "Stepped",
    "Trainer",
    "TrainingOptions",
    "Turn",
    "__version__",
    "ask",
    "edit",
    "evaluate",
    "export",
    "generate",
    "history",
    "layout",
    "open_capture",
    "query",
    "rasterize",
    "read_gaussians",
    "redo",
    "render",
    "search_catalogue",
    "undo",
    "write_gaussians",
]
