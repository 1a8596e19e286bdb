"""A third-party package with one plug-in of each kind, as its author would write it."""
