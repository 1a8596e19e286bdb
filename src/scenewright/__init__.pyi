from .app.actions.briefing import Briefed as Briefed
from .app.actions.catalogue_searching import CatalogueFound as CatalogueFound
from .app.actions.editing import Stepped as Stepped
from .app.actions.recipe_keeping import AddedRecipe as AddedRecipe
from .app.actions.recipe_keeping import RecipesFound as RecipesFound
from .app.actions.recipe_keeping import RemovedRecipe as RemovedRecipe
from .app.actions.recipe_keeping import ShownRecipe as ShownRecipe
from .app.actions.run_reading import RunsFound as RunsFound
from .app.actions.scene_folders import NamedScene as NamedScene
from .app.agent.brief import Brief as Brief
from .app.agent.runs import RunSummary as RunSummary
from .app.api import copy_scene as copy_scene
from .app.api import dress as dress
from .app.api import edit as edit
from .app.api import evaluate as evaluate
from .app.api import fit as fit
from .app.api import generate as generate
from .app.api import history as history
from .app.api import layout as layout
from .app.api import redo as redo
from .app.api import rename_scene as rename_scene
from .app.api import undo as undo
from .app.api_agent import brief as brief
from .app.api_agent import resume as resume
from .app.api_agent import runs as runs
from .app.api_asking import ask as ask
from .app.api_asking import query as query
from .app.api_asking import search_catalogue as search_catalogue
from .app.api_batch import batch as batch
from .app.api_dataset import dataset as dataset
from .app.api_films import film as film
from .app.api_pictures import export as export
from .app.api_pictures import render as render
from .app.api_pictures import view as view
from .app.api_recipes import add_recipe as add_recipe
from .app.api_recipes import recipes as recipes
from .app.api_recipes import remove_recipe as remove_recipe
from .app.api_recipes import show_recipe as show_recipe
from .app.api_rooms import furnish as furnish
from .app.api_rooms import rearrange as rearrange
from .app.api_rooms import restyle as restyle
from .app.api_rooms import tidy as tidy
from .app.batch import BatchDone as BatchDone
from .app.batch import BatchError as BatchError
from .app.batch import BatchState as BatchState
from .app.batch import ManifestRecord as ManifestRecord
from .app.dataset import DatasetDone as DatasetDone
from .app.dataset_rooms import DatasetError as DatasetError
from .app.dressing.dress import Dressed as Dressed
from .app.films import Filmed as Filmed
from .app.generating import Generated as Generated
from .app.layout import LaidOut as LaidOut
from .app.picture_fitting import Fitted as Fitted
from .app.pictures import Drawn as Drawn
from .app.pictures import DrawnArrays as DrawnArrays
from .app.requests import RequestError as RequestError
from .app.room_tasks.outcome import RoomTaskDone as RoomTaskDone
from .app.session import Session as Session
from .app.version import __version__ as __version__
from .app.viewing import SceneView as SceneView
from .app.viewpoints import PictureView as PictureView
from .assets.recipe_book import Recipe as Recipe
from .renderers.base import RenderedView as RenderedView
from .renderers.base import RenderError as RenderError
from .scene.errors import CaptureError as CaptureError
from .scene.errors import EditError as EditError
from .scene.errors import LayoutError as LayoutError
from .scene.errors import PathError as PathError
from .scene.errors import ProgramError as ProgramError
from .scene.errors import ProjectError as ProjectError
from .scene.errors import QueryError as QueryError
from .scene.errors import ScenewrightError as ScenewrightError
from .scene.errors import SplatError as SplatError
from .scene.folder import JournalEntry as JournalEntry
from .scene.folder import Project as Project
from .scene.language.editing.edits import AddRelation as AddRelation
from .scene.language.editing.edits import Arrange as Arrange
from .scene.language.editing.edits import Delete as Delete
from .scene.language.editing.edits import DropRelation as DropRelation
from .scene.language.editing.edits import Duplicate as Duplicate
from .scene.language.editing.edits import Edit as Edit
from .scene.language.editing.edits import Move as Move
from .scene.language.editing.edits import Placement as Placement
from .scene.language.editing.edits import Recolour as Recolour
from .scene.language.editing.edits import Rename as Rename
from .scene.language.editing.edits import Replace as Replace
from .scene.language.editing.edits import Scale as Scale
from .scene.language.editing.edits import SetMaterial as SetMaterial
from .scene.language.editing.edits import SetZ as SetZ
from .scene.language.editing.edits import Turn as Turn
from .scene.model import Entity as Entity
from .scene.model import Scene as Scene
from .scene.semantics.queries import Answer as Answer
from .scene.semantics.questions import GraphAnswer as GraphAnswer
from .scene.splats.cameras import Cameras as Cameras
from .scene.splats.capture import open_capture as open_capture
from .scene.splats.formats import read_gaussians as read_gaussians
from .scene.splats.formats import write_gaussians as write_gaussians
from .scene.splats.gaussians import Gaussians as Gaussians
from .scene.splats.images import Rasterized as Rasterized
from .scene.splats.images import RasterSettings as RasterSettings
from .scene.splats.rasterize import rasterize as rasterize
from .scene.splats.training.options import TrainingOptions as TrainingOptions
from .scene.splats.training.trainer import Trainer as Trainer

__all__ = [
    "AddRelation",
    "AddedRecipe",
    "Answer",
    "Arrange",
    "BatchDone",
    "BatchError",
    "BatchState",
    "Brief",
    "Briefed",
    "Cameras",
    "CaptureError",
    "CatalogueFound",
    "DatasetDone",
    "DatasetError",
    "Delete",
    "Drawn",
    "DrawnArrays",
    "Dressed",
    "DropRelation",
    "Duplicate",
    "Edit",
    "EditError",
    "Entity",
    "Filmed",
    "Fitted",
    "Gaussians",
    "Generated",
    "GraphAnswer",
    "JournalEntry",
    "LaidOut",
    "LayoutError",
    "ManifestRecord",
    "Move",
    "NamedScene",
    "PathError",
    "PictureView",
    "Placement",
    "ProgramError",
    "Project",
    "ProjectError",
    "QueryError",
    "RasterSettings",
    "Rasterized",
    "Recipe",
    "RecipesFound",
    "Recolour",
    "RemovedRecipe",
    "Rename",
    "RenderError",
    "RenderedView",
    "Replace",
    "RequestError",
    "RoomTaskDone",
    "RunSummary",
    "RunsFound",
    "Scale",
    "Scene",
    "SceneView",
    "ScenewrightError",
    "Session",
    "SetMaterial",
    "SetZ",
    "ShownRecipe",
    "SplatError",
    "Stepped",
    "Trainer",
    "TrainingOptions",
    "Turn",
    "__version__",
    "add_recipe",
    "ask",
    "batch",
    "brief",
    "copy_scene",
    "dataset",
    "dress",
    "edit",
    "evaluate",
    "export",
    "film",
    "fit",
    "furnish",
    "generate",
    "history",
    "layout",
    "open_capture",
    "query",
    "rasterize",
    "read_gaussians",
    "rearrange",
    "recipes",
    "redo",
    "remove_recipe",
    "rename_scene",
    "render",
    "restyle",
    "resume",
    "runs",
    "search_catalogue",
    "show_recipe",
    "tidy",
    "undo",
    "view",
    "write_gaussians",
]
