"""The figure: a body that shows how an exercise is done, in step with the rep."""
