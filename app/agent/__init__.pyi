from .dialogue import Dialogue as Dialogue
from .dialogue import PastTurn as PastTurn
from .dialogue import SceneEditor as SceneEditor
from .dialogue import TurnRequest as TurnRequest
from .editors import editor_names as editor_names
from .editors import scene_editor as scene_editor
from .events import AskedBack as AskedBack
from .events import PossibleThing as PossibleThing
from .events import QuestionAnswered as QuestionAnswered
from .events import SceneEdited as SceneEdited
from .events import StepBegun as StepBegun
from .events import TextPiece as TextPiece
from .events import ThingsSelected as ThingsSelected
from .events import TurnEnded as TurnEnded
from .events import TurnEvent as TurnEvent
from .events import TurnNote as TurnNote
from .events import TurnRefused as TurnRefused
from .events import turn_event_from_json as turn_event_from_json

__all__ = [
    "AskedBack",
    "Dialogue",
    "PastTurn",
    "PossibleThing",
    "QuestionAnswered",
    "SceneEdited",
    "SceneEditor",
    "StepBegun",
    "TextPiece",
    "ThingsSelected",
    "TurnEnded",
    "TurnEvent",
    "TurnNote",
    "TurnRefused",
    "TurnRequest",
    "editor_names",
    "scene_editor",
    "turn_event_from_json",
]
