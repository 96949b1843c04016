"""The folders of a person for whom the system chooses them, each its own, in one of the test's."""

from pathlib import Path

from hiptimer.paths import Paths


def usual_paths(folder: Path) -> Paths:
    """As `default_paths`: another data folder may be chosen."""
    return Paths(
        data=folder / "usual",
        config=folder / "config",
        cache=folder / "cache",
        logs=folder / "logs",
        state=folder / "state",
        usual_data=folder / "usual",
    )
