"""A capture as a scene program: things, rooms, names, and what is left where a thing is moved away."""
