"""The page of one past session: looked at in full and put right. Saves nothing by itself."""
