from .errors import WorkerError
from .limits import WorkerLimits
from .remote_events import WorkerEnded
from .remote_session import RemoteSession, SceneGlb
from .reports import result_report
from .scene_workers import SceneWorkers

__all__ = ["RemoteSession", "SceneGlb", "SceneWorkers", "WorkerEnded", "WorkerError", "WorkerLimits", "result_report"]
