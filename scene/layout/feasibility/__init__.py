"""What cannot hold, as small sets that conflict: by bounds that every layout obeys, and by what the search could not serve."""
