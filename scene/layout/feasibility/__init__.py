"""Find what cannot hold, as small conflicting sets: by bounds that every layout obeys, and by searches that found no layout."""
