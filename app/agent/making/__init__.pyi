from .criticism import Critique, CritiqueFinding, heard_findings
from .making import make_scene
from .making_request import Made, MakingRequest
from .model_writer import ModelWriter
from .planning import plan_brief, plan_of_text
from .prompts import Prompt, prompt
from .replaying import Replay, replay_run
from .retrieval import catalogue_lines
from .writing import ProgramTalk, WrittenDraft

__all__ = [
    "Critique",
    "CritiqueFinding",
    "Made",
    "MakingRequest",
    "ModelWriter",
    "ProgramTalk",
    "Prompt",
    "Replay",
    "WrittenDraft",
    "catalogue_lines",
    "heard_findings",
    "make_scene",
    "plan_brief",
    "plan_of_text",
    "prompt",
    "replay_run",
]
