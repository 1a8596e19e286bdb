"""A Scene as rigid bodies: which rows those are, their boxes and convex pieces, what they carry, what holds them up."""
