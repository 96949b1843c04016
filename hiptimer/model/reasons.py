"""Why the system would not do something with a file, in the person's language.

Python hands on what the system says, in English on most. What is met most is translated; the rest
stays as the system says it.
"""

from hiptimer.model.language import later, tr

SAID = (
    later("Device or resource busy"),
    later("Disk quota exceeded"),
    later("File exists"),
    later("File name too long"),
    later("File too large"),
    later("Input/output error"),
    later("Is a directory"),
    later("No space left on device"),
    later("No such device"),
    later("No such file or directory"),
    later("Not a directory"),
    later("Operation not permitted"),
    later("Permission denied"),
    later("Read-only file system"),
    later("Stale file handle"),
    later("Too many levels of symbolic links"),
    later("Too many open files"),
    later("Transport endpoint is not connected"),
)


def reason_of(error: OSError) -> str:
    """Such as "Permission denied", without the name of the file."""
    return tr(error.strerror) if error.strerror else str(error)
