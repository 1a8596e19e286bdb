from .keeping import save_run
from .reading import RunSummary as RunSummary
from .reading import list_runs as list_runs
from .reading import load_run as load_run
from .record import OUTCOMES, FinishedStage, Outcome, Round, RunRecord, new_run_id, replayed
from .stage_start import StageName, StageStart

__all__ = [
    "OUTCOMES",
    "FinishedStage",
    "Outcome",
    "Round",
    "RunRecord",
    "RunSummary",
    "StageName",
    "StageStart",
    "list_runs",
    "load_run",
    "new_run_id",
    "replayed",
    "save_run",
]
