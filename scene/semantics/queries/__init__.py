"""Open-vocabulary queries: a sentence read, and the entities or Gaussians that it means."""
