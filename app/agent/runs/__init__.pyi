from .keeping import save_run
from .reading import RunSummary as RunSummary
from .reading import list_runs as list_runs
from .reading import load_run as load_run
from .record import OUTCOMES, FinishedStage, Outcome, Round, RunRecord, new_run_id, replayed
from .stage_event import MOST_STAGE_PICTURE, StageEvent, stage_event_from_json
from .stage_names import LAST_STAGES, StageName
from .stage_start import StageStart

__all__ = [
    "LAST_STAGES",
    "MOST_STAGE_PICTURE",
    "OUTCOMES",
    "FinishedStage",
    "Outcome",
    "Round",
    "RunRecord",
    "RunSummary",
    "StageEvent",
    "StageName",
    "StageStart",
    "list_runs",
    "load_run",
    "new_run_id",
    "replayed",
    "save_run",
    "stage_event_from_json",
]
