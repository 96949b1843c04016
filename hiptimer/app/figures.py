"""The moving figures of all exercises, read when they are first asked for."""

import logging
from collections.abc import Mapping
from pathlib import Path

import msgspec

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.figure.motion import Motion
from hiptimer.model.exercise import Exercise
from hiptimer.model.fault import CatalogueError
from hiptimer.model.pose import Pose
from hiptimer.model.reading import read_poses

log = logging.getLogger(__name__)


class _Source(msgspec.Struct, frozen=True):
    """What a figure is drawn from. `changed_ns` is when its file was last written, and
    `is_mirrored` whether it is seen as in a mirror.
    """

    exercise: Exercise | None
    file: Path | None
    changed_ns: int = 0
    is_mirrored: bool = True


class Figures:
    """The person's own poses come before the built-in ones."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._motions: dict[str, Motion | None] = {}
        self._sources: dict[str, _Source] = {}

    def motion(self, exercise_id: str) -> Motion | None:
        """The motion of an exercise; None when it has no poses that can be used."""
        if exercise_id not in self._motions:
            source = self._sources[exercise_id] = self._source(exercise_id)
            self._motions[exercise_id] = self._read(source)
        return self._motions[exercise_id]

    def poses(self, exercise_id: str) -> Mapping[str, Pose] | None:
        """The poses of an exercise; None when there are none that can be used."""
        return _poses(self._source(exercise_id))

    def forget_changed(self) -> tuple[str, ...]:
        """Read anew what is made otherwise now; the ids of those exercises."""
        changed = tuple(id_ for id_, source in self._sources.items() if self._source(id_) != source)
        for exercise_id in changed:
            del self._motions[exercise_id], self._sources[exercise_id]
        return changed

    def _source(self, exercise_id: str) -> _Source:
        exercise = self._home.catalogue.exercises.get(exercise_id)
        for folder in (self._home.paths.own_catalogue, resources.assets()):
            file = folder / "poses" / f"{exercise_id}.toml"
            if file.exists():
                is_mirrored = self._home.settings.mirror_front
                return _Source(exercise, file, file.stat().st_mtime_ns, is_mirrored)
        return _Source(exercise, None)

    def _read(self, source: _Source) -> Motion | None:
        poses = _poses(source)
        if source.exercise is None or poses is None:
            return None
        return Motion(source.exercise, poses, mirror_front=source.is_mirrored)


def _poses(source: _Source) -> Mapping[str, Pose] | None:
    if source.exercise is None or source.file is None:
        return None
    try:
        poses = read_poses(source.file)
    except CatalogueError as error:
        log.warning("%s", error)
        return None
    if lacking := source.exercise.pose_names - poses.keys():
        log.warning("%s lacks %s", source.file, ", ".join(sorted(lacking)))
        return None
    return poses
