"""Long commands of this user, kept on disk: which run, how far they are, what became of them, and how another process stops them.

A :class:`JobTable` tracks a :class:`scenewright.scene.jobs.Job` while it runs. What it writes survives the process: one that was
killed is told as lost. ``scenewright jobs`` lists, follows and cancels.
"""

from scenewright.app.jobs.table import JobRecord, JobTable, default_table

__all__ = ["JobRecord", "JobTable", "default_table"]
