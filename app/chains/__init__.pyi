from .chain_order import ChainOrder
from .running import ChainReport, run_chain
from .step_paths import JOB_FOLDER, PathUse, default_out, map_paths, paths_of

__all__ = ["JOB_FOLDER", "ChainOrder", "ChainReport", "PathUse", "default_out", "map_paths", "paths_of", "run_chain"]
