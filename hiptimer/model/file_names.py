"""Names that are no names of files in every system."""

import re

_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def is_device(name: str) -> bool:
    """Whether Windows takes a file of this name for a device, whatever follows its first dot."""
    return _DEVICE.fullmatch(name) is not None
