"""What tests and benchmarks share: scenes, oracles, drivers of other processes, and where things lie."""
