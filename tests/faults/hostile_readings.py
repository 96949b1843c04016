"""How the program comes to read each kind of file, as its commands and its window call it.

What is read is used as they would: laid out, sounded, drawn, counted, written out.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import msgspec
from hostile_good import GOOD_EXERCISE, GOOD_ROUTINE, GOOD_SESSION
from hostile_history import read_backup, read_session, read_sync, read_waiting
from hostile_told import MOST_LINES, bad_words
from PySide6.QtWidgets import QApplication

from hiptimer import resources
from hiptimer.app.exchange import Exchange
from hiptimer.app.figures import Figures
from hiptimer.app.home import Home, Past
from hiptimer.app.own_words import OwnWords
from hiptimer.app.picture import PictureError, draw_picture
from hiptimer.app.prescribing import prescription_reader
from hiptimer.app.remembering import Memory
from hiptimer.app.taking import look_into
from hiptimer.app.taking_words import asked_take, taking
from hiptimer.app.unsaved import Unsaved
from hiptimer.app.week_file import WeekError, save_week
from hiptimer.desktop.doorbell import read_address
from hiptimer.history.errors import HistoryError
from hiptimer.model.catalogue import check_file
from hiptimer.model.routine import Routine, Step
from hiptimer.model.side import Side
from hiptimer.paths import paths_under
from hiptimer.terminal.lines import segment_line, title_line
from hiptimer.terminal.prescription import prescription_lines, prescription_table
from hiptimer.ui.main_window import MainWindow
from hiptimer.ui.theme import ThemeError, palette_of, read_theme
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.workout.cues import cues_of

MOST_SEGMENTS = 60
WIDEST = 16_000
USUAL = (
    ("exercise", f"exercises/{GOOD_EXERCISE}.toml"),
    ("routine", f"routines/{GOOD_ROUTINE}.toml"),
    ("settings", "config/settings.json"),
    ("window", "state/window.json"),
    ("text", "state/line.txt"),
    ("session", GOOD_SESSION),
    ("sync", "sync/none.json"),
    ("kept", "state/none.json"),
)


class Readings:
    """Of everything the program reads in one data folder."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._paths = paths_under(data)
        self._known = Home(self._paths)
        self._prescriptions = prescription_reader(self._known)
        self._readings: Mapping[str, Callable[[Path], Iterator[str]]] = {
            "exercise": self._exercise,
            "poses": self._poses,
            "routine": self._routine,
            "zip": self._elsewhere,
            "session": partial(read_session, self._known, self._paths),
            "waiting": self._waiting,
            "sync": partial(read_sync, self._paths),
            "settings": self._settings,
            "backup": partial(read_backup, self._known, self._paths),
            "theme": self._theme,
            "text": self._text,
            "window": self._window,
            "kept": self._kept,
        }

    def warm_up(self) -> None:
        """Load what the readings need, so that the first of each costs no more than the others."""
        for kind, place in USUAL:
            list(self.read(kind, place))
        exchange = Exchange(self._known)
        exchange.apply_import(exchange.preview_import([self._data / GOOD_SESSION]), undelete=True)
        # What reads the last import takes it back: not this one, which is to stay.
        (self._data / "last-import.json").unlink()

    def read(self, kind: str, place: str) -> Iterator[str]:
        """What does not hold, in words."""
        return self._readings[kind](self._data / place)

    # --- own files ---

    def _exercise(self, file: Path) -> Iterator[str]:
        yield from self._checked(file)
        home = Home(self._paths)
        yield from self._beside(home, file)
        if file.stem in home.catalogue.exercises:
            steps = (Step(file.stem), Step(GOOD_EXERCISE), Step(file.stem, sets=2))
            self._use(home, Routine(id="try", name="Try", when="", steps=steps, rounds=2))
            self._draw(home, file.stem)
        yield from self._elsewhere(file)

    def _poses(self, file: Path) -> Iterator[str]:
        yield from self._checked(file)
        home = Home(self._paths)
        yield from self._beside(home, file)
        self._draw(home, file.stem)
        self._picture(home, file)
        yield from self._elsewhere(file)

    def _routine(self, file: Path) -> Iterator[str]:
        yield from self._checked(file)
        home = Home(self._paths)
        yield from self._beside(home, file)
        routine = home.catalogue.routines.get(file.stem)
        if routine is not None:
            self._use(home, routine)
        yield from self._elsewhere(file)

    def _checked(self, file: Path) -> Iterator[str]:
        told = [str(problem) for problem in check_file(file, self._known.catalogue)]
        yield from bad_words(told, file)

    def _beside(self, home: Home, file: Path) -> Iterator[str]:
        """Whatever is in one file, the others are there."""
        yield from bad_words(home.problems, file)
        missing = self._known.catalogue.exercises.keys() - home.catalogue.exercises.keys()
        missing |= self._known.catalogue.routines.keys() - home.catalogue.routines.keys()
        if missing:
            yield f"{len(missing)} good ones are gone: {sorted(missing)[:3]}"

    def _use(self, home: Home, routine: Routine) -> None:
        timeline = home.lay_out(routine, Past())
        title_line(routine.name, timeline.seconds, 1.0, datetime.now().astimezone())
        speech = home.timing().speech
        for index, segment in list(enumerate(timeline.segments))[:MOST_SEGMENTS]:
            cues_of(timeline, index, speech)
            segment_line(segment)

    def _draw(self, home: Home, exercise_id: str) -> None:
        motion = Figures(home).motion(exercise_id)
        if motion is None:
            return
        exercise = home.catalogue.exercises[exercise_id]
        motion.key_moments(Side.LEFT)
        motion.get_ready(3.0, Side.RIGHT, 12.0)
        motion.turning(0.5, Side.LEFT, Side.RIGHT)
        for phase in range(len(exercise.phases)):
            motion.at_phase(phase, 0.5, 1, Side.RIGHT, 0.5)
            motion.waiting(phase, 1, Side.LEFT, 0.5)

    def _picture(self, home: Home, file: Path) -> None:
        out = self._data / "picture.png"
        with suppress(PictureError):
            draw_picture(home, file, out, side=Side.LEFT, theme="light", height=60)

    def _elsewhere(self, file: Path) -> Iterator[str]:
        """Taken in as a file that somebody sent."""
        found = look_into([file], self._known)
        taking(found)
        asked = asked_take(found, self._known)
        yield from bad_words([*found.problems, *asked.lines])
        if not (found.items or found.problems or found.lines):
            yield "nothing is said of a file from elsewhere"

    def _waiting(self, _file: Path) -> Iterator[str]:
        return read_waiting(self._paths)

    # --- choices, and what is kept by itself ---

    def _settings(self, file: Path) -> Iterator[str]:
        home = Home(self._paths)
        yield from self._beside(home, file)
        routine = home.catalogue.routines[GOOD_ROUTINE]
        self._use(home, routine)
        home.change_settings(volume=0.31 if home.settings.volume != 0.31 else 0.3)
        if Home(self._paths).settings.volume != home.settings.volume:
            yield "a choice cannot be saved any more"
        with suppress(WeekError):
            save_week(home, self._data / "week.ics", datetime(2026, 3, 2, 7, tzinfo=UTC))

    def _theme(self, file: Path) -> Iterator[str]:
        try:
            palette_of(read_theme(file.read_bytes()))
        except ThemeError as error:
            yield from bad_words([str(error)])

    def _text(self, file: Path) -> Iterator[str]:
        text = file.read_bytes().decode(errors="replace")
        read = self._prescriptions.read(text)
        lines = list(prescription_lines(read, self._known.catalogue.exercises))
        yield from bad_words(lines[:MOST_LINES])
        msgspec.json.encode(prescription_table(read))
        yield from self._elsewhere(file)

    def _window(self, file: Path) -> Iterator[str]:

        app = QApplication.instance() or QApplication(["hostile"])
        remembered = Memory(file).remembered
        window = MainWindow(IconSet(resources.assets() / "icons"))
        if remembered.geometry is not None:
            window.restore_geometry(remembered.geometry)
            if window.width() > WIDEST or window.height() > WIDEST:
                yield f"a window of {window.width()} × {window.height()}"
        window.close_for_good()
        window.deleteLater()
        app.sendPostedEvents()
        app.processEvents()

    def _kept(self, file: Path) -> Iterator[str]:
        home = Home(self._paths)
        yield from self._beside(home, file)
        draft = Unsaved(file).read()
        if draft is not None:
            draft.lacks(home.catalogue.exercises)
        read_address(file)
        try:
            Exchange(home).last_import()
            Exchange(home).undo_import()
        except HistoryError as error:
            yield from bad_words([str(error)])
        self._own_words(home, file.parent)
        if file.name == "manifest.json":
            for phrase in list(home.voice.table.seconds_by_phrase)[-3:]:
                home.voice.sound(phrase)

    def _own_words(self, home: Home, folder: Path) -> None:
        words = OwnWords(
            shipped=home.shipped_voice,
            voice_file=Path("none.bin"),
            folder=folder,
            version="1",
            on_made=_nothing,
            needed=(),
        )
        words._read_failed()


def _nothing() -> None:
    pass
