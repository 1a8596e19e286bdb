"""A table on disk of the user's long commands, with progress, log and result, which other processes can follow and cancel.

A :class:`JobTable` tracks a :class:`scenewright.scene.jobs.Job` while it runs. Its rows outlive the process; a job whose process was
killed is shown as lost. ``scenewright jobs`` lists, follows and cancels jobs.
"""

from scenewright.app.jobs.table import JobRecord, JobTable, default_table

__all__ = ["JobRecord", "JobTable", "default_table"]
