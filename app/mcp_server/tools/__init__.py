"""The tools, by what they are for. Each is thin: it fills the request of an action, has a worker run it, and says the result shortly."""
