"""The inner loops of ray-traced pictures, compiled with numba: one pass over the pixels where numpy takes one for each step of a formula.

Each file is complete in itself, since numba checks only a kernel's own file to tell whether its kept code is stale. Kernels work on the
calling thread and release Python's lock.
"""
