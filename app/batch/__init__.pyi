from .batch import BatchDone as BatchDone
from .batch import run_batch
from .errors import BatchError as BatchError
from .job_lines import JobLine, LineProblem, read_job_lines
from .manifest import BatchState as BatchState
from .manifest import ManifestRecord as ManifestRecord
from .manifest import read_manifest
from .model_keys import model_variables
from .options import BatchOptions
from .planning import PlannedJob, plan_jobs

__all__ = [
    "BatchDone",
    "BatchError",
    "BatchOptions",
    "BatchState",
    "JobLine",
    "LineProblem",
    "ManifestRecord",
    "PlannedJob",
    "model_variables",
    "plan_jobs",
    "read_job_lines",
    "read_manifest",
    "run_batch",
]
