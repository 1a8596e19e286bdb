"""Poses at which everything stands and holds: projection, construction, polish, exact packing."""
