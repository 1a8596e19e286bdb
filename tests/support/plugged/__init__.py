"""A package of somebody else's: one plug-in of each kind, as its author would write it."""
