"""Sessions kept in step between computers, through a folder that another program carries over."""
