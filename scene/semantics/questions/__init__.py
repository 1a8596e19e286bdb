"""Questions about a scene, answered from its graph without a model, and made in bulk."""
