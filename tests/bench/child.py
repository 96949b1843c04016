"""Where a process that is measured finds the program, and what the tests have for it."""

import os
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent
FOLDERS = (HERE.parent.parent, HERE.parent, HERE)


def environment(env: Mapping[str, str]) -> dict[str, str]:
    """`env`, in which modules of the program, the tests and the measurements can be imported."""
    return {**env, "PYTHONPATH": os.pathsep.join(str(folder) for folder in FOLDERS)}
