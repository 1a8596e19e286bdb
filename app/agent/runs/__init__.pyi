from .keeping import save_run
from .reading import RunSummary, list_runs, load_run
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
