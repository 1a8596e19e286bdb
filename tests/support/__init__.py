"""Code shared by tests and benchmarks: scenes, oracles, drivers of other processes, and paths in the repository."""
