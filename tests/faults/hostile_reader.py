"""Reads hostile files as the program does, one after another, in a process that is watched.

A line on standard input says where the next one lies; the answer is a line of JSON. Every reading
is the program's own, as its commands and its window call it, and what it gives is used as they
would: laid out, sounded, drawn, counted, written out.
"""

import os
import resource
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
from watched import Watch

GIGABYTE = 1 << 30
GOOD_EXERCISE, GOOD_ROUTINE, GOOD_SESSION = "good-move", "good-routine", "good-session.json"
LONGEST_TOLD = 2_000


class Case(msgspec.Struct):
    """`place` is a path within the data folder; `kind` says how the program comes to read it."""

    kind: str
    place: str


class Answer(msgspec.Struct):
    """Seconds of processor; KiB at most so far; what did not hold."""

    cpu_s: float
    peak_kib: int
    wrong: list[str] = []


def main() -> None:
    sandbox = Path(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (3 * GIGABYTE, 3 * GIGABYTE))
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # nothing else that is printed may stand among the answers
    readings = Readings(sandbox / "data")
    readings.warm_up()
    watch = Watch(f"{sandbox}/data/", f"{sandbox}/tmp/hiptimer-")
    answers.write(msgspec.json.encode(Answer(0.0, _peak_kib())) + b"\n")
    for line in sys.stdin.buffer:
        case = msgspec.json.decode(line, type=Case)
        began = time.process_time()
        wrong = _tried(readings, case)
        cpu_s = time.process_time() - began
        wrong += [f"outside: {seen}" for seen in watch.taken()]
        answers.write(msgspec.json.encode(Answer(cpu_s, _peak_kib(), wrong)) + b"\n")


def _tried(readings: "Readings", case: Case) -> list[str]:
    try:
        return [f"{case.kind}: {words}" for words in readings.read(case)]
    except Exception as error:  # noqa: BLE001  (whatever comes out here would end the program)
        at = " < ".join(
            f"{Path(frame.filename).name}:{frame.lineno}"
            for frame in traceback.extract_tb(error.__traceback__)[:0:-1][:6]
        )
        return [f"{case.kind}: {type(error).__name__} {str(error)[:150]!r} at {at}"]


def _peak_kib() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


class Readings:
    """Of everything the program reads in one data folder."""

    def __init__(self, data: Path) -> None:
        from hiptimer.app.home import Home
        from hiptimer.paths import paths_under

        self._data = data
        self._paths = paths_under(data)
        self._make = Home
        self._known = Home(self._paths)
        self._readings: dict[str, Callable[[Path], Iterator[str]]] = {
            "exercise": self._exercise,
            "poses": self._poses,
            "routine": self._routine,
            "zip": self._elsewhere,
            "session": self._session,
            "waiting": self._waiting,
            "sync": self._sync,
            "settings": self._settings,
            "backup": self._backup,
            "theme": self._theme,
            "text": self._text,
            "window": self._window,
            "kept": self._kept,
        }

    def warm_up(self) -> None:
        """Load what the readings need, so that the first of each costs no more than the others."""
        for kind, place in (
            ("exercise", f"exercises/{GOOD_EXERCISE}.toml"),
            ("routine", f"routines/{GOOD_ROUTINE}.toml"),
            ("settings", "config/settings.json"),
            ("window", "state/window.json"),
            ("text", "state/line.txt"),
            ("session", GOOD_SESSION),
            ("sync", "sync/none.json"),
            ("kept", "state/none.json"),
        ):
            list(self.read(Case(kind, place)))

        self._keep_a_session()

    def _keep_a_session(self) -> None:
        from hiptimer.app.exchange import Exchange

        exchange = Exchange(self._known)
        exchange.apply_import(exchange.preview_import([self._data / GOOD_SESSION]), undelete=True)

    def read(self, case: Case) -> Iterator[str]:
        """What does not hold, in words."""
        return self._readings[case.kind](self._data / case.place)

    # --- own files ---

    def _exercise(self, file: Path) -> Iterator[str]:
        yield from self._checked(file)
        home = self._make(self._paths)
        yield from self._beside(home, file)
        if file.stem in home.catalogue.exercises:
            from hiptimer.model.routine import Routine, Step

            steps = (Step(file.stem), Step(GOOD_EXERCISE), Step(file.stem, sets=2))
            self._use(home, Routine(id="try", name="Try", when="", steps=steps, rounds=2))
            self._draw(home, file.stem)
        yield from self._elsewhere(file)

    def _poses(self, file: Path) -> Iterator[str]:
        yield from self._checked(file)
        home = self._make(self._paths)
        yield from self._beside(home, file)
        self._draw(home, file.stem)
        self._picture(home, file)
        yield from self._elsewhere(file)

    def _routine(self, file: Path) -> Iterator[str]:
        yield from self._checked(file)
        home = self._make(self._paths)
        yield from self._beside(home, file)
        routine = home.catalogue.routines.get(file.stem)
        if routine is not None:
            self._use(home, routine)
        yield from self._elsewhere(file)

    def _checked(self, file: Path) -> Iterator[str]:
        from hiptimer.model.catalogue import check_file

        told = [str(problem) for problem in check_file(file, self._known.catalogue)]
        yield from _bad_words(told, file)

    def _beside(self, home: "Home", file: Path) -> Iterator[str]:
        """Whatever is in one file, the others are there."""
        yield from _bad_words(home.problems, file)
        missing = self._known.catalogue.exercises.keys() - home.catalogue.exercises.keys()
        missing |= self._known.catalogue.routines.keys() - home.catalogue.routines.keys()
        if missing:
            yield f"{len(missing)} good ones are gone: {sorted(missing)[:3]}"

    def _use(self, home: "Home", routine: "Routine") -> None:
        from hiptimer.app.home import Past
        from hiptimer.terminal.lines import segment_line, title_line
        from hiptimer.workout.cues import cues_of

        timeline = home.lay_out(routine, Past())
        title_line(routine.name, timeline.seconds, 1.0, datetime.now().astimezone())
        speech = home.timing().speech
        for index, segment in list(enumerate(timeline.segments))[:60]:
            cues_of(timeline, index, speech)
            segment_line(segment)

    def _draw(self, home: "Home", exercise_id: str) -> None:
        from hiptimer.app.figures import Figures
        from hiptimer.model.side import Side

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

    def _picture(self, home: "Home", file: Path) -> None:
        from hiptimer.app.picture import PictureError, draw_picture
        from hiptimer.model.side import Side

        try:
            out = self._data / "picture.png"
            draw_picture(home, file, out, side=Side.LEFT, theme="light", height=60)
        except PictureError:
            pass

    def _elsewhere(self, file: Path) -> Iterator[str]:
        """Taken in as a file that somebody sent."""
        from hiptimer.app.taking import look_into
        from hiptimer.app.taking_words import asked_take, taking

        found = look_into([file], self._known)
        taking(found)
        asked = asked_take(found, self._known)
        yield from _bad_words([*found.problems, *asked.lines], None)
        if not (found.items or found.problems or found.lines):
            yield "nothing is said of a file from elsewhere"

    # --- history ---

    def _session(self, file: Path) -> Iterator[str]:
        from hiptimer.app.exchange import Exchange

        exchange = Exchange(self._known)
        preview = exchange.preview_import([file])
        if not (preview.new or preview.here or preview.changed or preview.unreadable):
            if not _is_empty_list(file):
                yield "nothing is said of a file with sessions"
        yield from _bad_words(preview.unreadable, file)
        if preview.new or preview.changed:
            exchange.apply_import(preview)
            self._look_back()
            exchange.undo_import()

    def _waiting(self, file: Path) -> Iterator[str]:
        home = self._make(self._paths)
        home.read_past()
        yield from _bad_words(home.problems, None)
        if not home.read_sessions():
            yield "the good sessions are gone"

    def _sync(self, file: Path) -> Iterator[str]:
        from hiptimer.app.sync_passes import SyncPasses

        home = self._make(self._paths)
        home.settings = msgspec.structs.replace(home.settings, sync_folder=str(file.parent))
        synced = SyncPasses(home).run(_yes)
        if synced is not None:
            yield from _bad_words(synced.faults, None)
        self._look_back()

    def _look_back(self) -> None:
        from contextlib import closing

        from hiptimer.app.exchange import Exchange
        from hiptimer.app.week import week_so_far
        from hiptimer.history.exchange.results import Chosen
        from hiptimer.history.opening import open_for_reading
        from hiptimer.history.statistics import Statistics
        from hiptimer.terminal.past import session_line

        home = self._make(self._paths)
        home.read_past()
        for session in home.read_sessions():
            session_line(session)
        week_so_far(home, date(2026, 3, 2))
        connection = open_for_reading(self._paths.history_file)
        if connection is not None:
            with closing(connection):
                statistics = Statistics(connection)
                first, last = date(1969, 1, 1), date(2200, 1, 1)
                statistics.overview(date(2026, 3, 2), 3)
                statistics.days(first, last)
                statistics.by_exercise(first, last)
                statistics.by_muscle(first, last)
                statistics.felt(first, last)
                for exercise_id, _name in statistics.exercises():
                    statistics.story(exercise_id)
        for name in ("out.csv", "out.json"):
            Exchange(home).export(Chosen(), self._data / name)

    def _backup(self, file: Path) -> Iterator[str]:
        from hiptimer.app.exchange import Exchange
        from hiptimer.history.errors import HistoryError

        exchange = Exchange(self._known)
        try:
            preview = exchange.preview_restore(file)
            exchange.apply_restore(preview, settings=True)
        except HistoryError as error:
            yield from _bad_words([str(error)], file)
        home = self._make(self._paths)
        yield from _bad_words(home.problems, None)

    # --- choices, and what is kept by itself ---

    def _settings(self, file: Path) -> Iterator[str]:
        from hiptimer.app.week_file import WeekError, save_week

        home = self._make(self._paths)
        yield from self._beside(home, file)
        routine = home.catalogue.routines[GOOD_ROUTINE]
        self._use(home, routine)
        home.change_settings(volume=0.31 if home.settings.volume != 0.31 else 0.3)
        if self._make(self._paths).settings.volume != home.settings.volume:
            yield "a choice cannot be saved any more"
        try:
            save_week(home, self._data / "week.ics", datetime(2026, 3, 2, 7, tzinfo=UTC))
        except WeekError:
            pass

    def _theme(self, file: Path) -> Iterator[str]:
        from hiptimer.ui.theme import ThemeError, palette_of, read_theme

        try:
            palette_of(read_theme(file.read_bytes()))
        except ThemeError as error:
            yield from _bad_words([str(error)], None)

    def _text(self, file: Path) -> Iterator[str]:
        from hiptimer.app.prescribing import prescription_reader
        from hiptimer.terminal.prescription import prescription_lines, prescription_table

        text = file.read_bytes().decode(errors="replace")
        read = prescription_reader(self._known).read(text)
        yield from _bad_words(prescription_lines(read, self._known.catalogue.exercises), None)
        msgspec.json.encode(prescription_table(read))
        yield from self._elsewhere(file)

    def _window(self, file: Path) -> Iterator[str]:
        from PySide6.QtWidgets import QApplication

        from hiptimer import resources
        from hiptimer.app.remembering import Memory
        from hiptimer.ui.main_window import MainWindow
        from hiptimer.ui.widgets.icons import IconSet

        app = QApplication.instance() or QApplication(["hostile"])
        remembered = Memory(file).remembered
        window = MainWindow(IconSet(resources.assets() / "icons"))
        if remembered.geometry is not None:
            window.restore_geometry(remembered.geometry)
            if window.width() > 16_000 or window.height() > 16_000:
                yield f"a window of {window.width()} × {window.height()}"
        window.close_for_good()
        window.deleteLater()
        app.sendPostedEvents()
        app.processEvents()

    def _kept(self, file: Path) -> Iterator[str]:
        from hiptimer.app.exchange import Exchange
        from hiptimer.app.own_words import OwnWords
        from hiptimer.app.unsaved import Unsaved
        from hiptimer.desktop.doorbell import read_address
        from hiptimer.history.errors import HistoryError

        home = self._make(self._paths)
        yield from self._beside(home, file)
        draft = Unsaved(file).read()
        if draft is not None:
            draft.lacks(home.catalogue.exercises)
        read_address(file)
        try:
            Exchange(home).last_import()
            Exchange(home).undo_import()
        except HistoryError as error:
            yield from _bad_words([str(error)], None)
        words = OwnWords(
            shipped=home.shipped_voice,
            voice_file=Path("none.bin"),
            folder=file.parent,
            version="1",
            on_made=_nothing,
            needed=(),
        )
        words._read_failed()
        if file.name == "manifest.json":
            for phrase in list(home.voice.table.seconds_by_phrase)[-3:]:
                home.voice.sound(phrase)


def _bad_words(told: "Iterator[str] | Sequence[str]", file: Path | None) -> Iterator[str]:
    """Words about a file name it, are one line of bearable length, and harmless on a terminal."""
    lines = list(told)
    if len(lines) > 200:
        yield f"{len(lines)} lines are told"
    for line in lines[:200]:
        if file is not None and file.name not in line:
            yield f"does not name the file: {line[:200]!r}"
        if not line.isprintable():
            yield f"not fit for a terminal: {line[:200]!r}"
        if len(line) > LONGEST_TOLD:
            yield f"a line of {len(line)} characters: {line[:100]!r}"


def _is_empty_list(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(100).removeprefix(b"\xef\xbb\xbf").replace(b" ", b"")[:2] == b"[]"


def _yes() -> bool:
    return True


def _nothing() -> None:
    pass


if __name__ == "__main__":
    main()
