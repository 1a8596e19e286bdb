"""Chains of actions: one job of a batch, in one process, into one folder.

A chain is a list of steps, each an action with its request as JSON values. `step_paths` says which fields of a request are files to
read, files to write, and folders for caches. `chain_order` is what a worker is told, and `running` runs the steps one after the other on
the scene that they make or that they are given. Nothing outside of the folder of the job is changed.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
