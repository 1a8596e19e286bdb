"""Files from outside as scene programs."""
