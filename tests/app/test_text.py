"""A workout in the terminal: what is told about saving, and the exit code."""

import io
import threading
from contextlib import closing
from pathlib import Path

import pytest

from hiptimer.app.home import Home, Past
from hiptimer.app.text import TextRun
from hiptimer.history.connection import connect
from hiptimer.model.routine import Routine, Step
from hiptimer.paths import paths_under

ROUTINE = Routine(id="short", name="Short", when="", steps=(Step("bridge-basic", reps=4),))
SPEED = 40.0


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    # Signals are for the main program.
    monkeypatch.setattr(TextRun, "_listen_to_signals", lambda _run: None)
    home = Home(paths_under(tmp_path / "data"))
    home.read_past()
    return home


class Lines(io.StringIO):
    """Output on which one can wait for words."""

    def __init__(self) -> None:
        super().__init__()
        self._news = threading.Condition()

    def write(self, text: str) -> int:
        with self._news:
            self._news.notify_all()
            return super().write(text)

    def wait_for(self, words: str) -> None:
        with self._news:
            assert self._news.wait_for(lambda: words in self.getvalue(), 20), self.getvalue()


def test_that_saving_works_again_is_told(home: Home) -> None:
    out = Lines()
    codes: list[int] = []

    def lead() -> None:
        codes.append(TextRun(home, Past(), out=out, keys=None).run(ROUTINE, SPEED))

    running = threading.Thread(target=lead)
    with closing(connect(home.paths.history_file)) as other:
        running.start()
        out.wait_for("Get ready")
        other.execute("BEGIN EXCLUSIVE")
        out.wait_for("busy in another program")
        other.execute("ROLLBACK")
    running.join(30)
    assert codes == [0]
    lines = out.getvalue().splitlines()
    assert "Saving works again. What you have done so far is saved." in lines
    assert lines[-1].endswith("saved")


def test_what_could_not_be_saved_anywhere_is_said_at_the_end(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    monkeypatch.setattr(Home, "waiting_folders", lambda _home: (blocked / "nowhere",))
    monkeypatch.setattr("hiptimer.app.text.SAVING_S", 0.1)
    home.paths.history_file.write_bytes(b"SQLite format 3\0" + b"\xff" * 200)
    home.paths.data.joinpath("running").rename(tmp_path / "aside")
    home.paths.data.joinpath("running").write_text("")
    out = io.StringIO()
    assert TextRun(home, Past(), out=out, keys=None).run(ROUTINE, SPEED) == 1
    assert "cannot be saved" in out.getvalue()
    assert out.getvalue().splitlines()[-1].endswith("not saved")
