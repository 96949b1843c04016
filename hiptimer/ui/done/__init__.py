"""The page at the end: what was done, to correct and to describe. Saves nothing by itself."""
