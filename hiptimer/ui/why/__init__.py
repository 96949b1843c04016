"""Why hips: the muscles, what is known and how well, what is not known."""
