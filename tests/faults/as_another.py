"""The program as another person: `as_another.py UID ARGUMENTS…`, to be started by root.

All that it needs of Python is imported before, since Python itself may lie where only root may
look. Then it is for good the process of somebody else, and calls the program's own entry.
"""

import os
import sys
from importlib import import_module

NEEDED = (
    *("hiptimer.cli.past", "hiptimer.cli.workout", "hiptimer.app.text", "hiptimer.app.doctor"),
    *("hiptimer.history.interchange", "hiptimer.audio.mixer", "hiptimer.audio.probe"),
    *("hiptimer.app.log_file", "logging.handlers"),
    *(
        "encodings.idna",
        "encodings.utf_8_sig",
        "stringprep",
        "subprocess",
        "multiprocessing",
        "numpy",
        "pygame.mixer",
    ),
)

os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
for name in NEEDED:
    import_module(name)
uid = int(sys.argv[1])
os.setgroups([])
os.setgid(uid)
os.setuid(uid)

from hiptimer.cli.program import main  # noqa: E402

main(sys.argv[2:])
