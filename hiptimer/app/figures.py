"""The moving figures of all exercises, read when they are first asked for."""

import logging

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.figure.motion import Motion
from hiptimer.model.fault import CatalogueError
from hiptimer.model.reading import read_poses

log = logging.getLogger(__name__)


class Figures:
    """The person's own poses come before the built-in ones."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._motions: dict[str, Motion | None] = {}

    def motion(self, exercise_id: str) -> Motion | None:
        """The motion of an exercise; None when it has no poses that can be used."""
        if exercise_id not in self._motions:
            self._motions[exercise_id] = self._read(exercise_id)
        return self._motions[exercise_id]

    def _read(self, exercise_id: str) -> Motion | None:
        exercise = self._home.catalogue.exercises.get(exercise_id)
        folders = (self._home.paths.own_catalogue, resources.assets())
        files = [folder / "poses" / f"{exercise_id}.toml" for folder in folders]
        file = next((file for file in files if file.exists()), None)
        if exercise is None or file is None:
            return None
        try:
            poses = read_poses(file)
        except CatalogueError as error:
            log.warning("%s", error)
            return None
        if lacking := exercise.pose_names - poses.keys():
            log.warning("%s lacks %s", file, ", ".join(sorted(lacking)))
            return None
        return Motion(exercise, poses, mirror_front=self._home.settings.mirror_front)
