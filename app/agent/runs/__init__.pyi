from .keeping import save_run
from .reading import RunSummary as RunSummary
from .reading import list_runs as list_runs
from .reading import load_run as load_run
from .record import OUTCOMES, Outcome, Round, RunRecord, new_run_id, replayed

__all__ = [
    "OUTCOMES",
    "Outcome",
    "Round",
    "RunRecord",
    "RunSummary",
    "list_runs",
    "load_run",
    "new_run_id",
    "replayed",
    "save_run",
]
