"""What a fault before the window leads to: the whole program, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BROKEN_APP = """
import hiptimer.app.running as running
def make_app():
    raise RuntimeError("no application")
running.make_app = make_app
"""
BROKEN_WINDOW = """
import hiptimer.app.inside as inside
from hiptimer.desktop.one_window import OneWindow, claim
from hiptimer.desktop.wishes import Raise
from hiptimer.ui.report_dialog import ReportDialog
def make_window(*_args, **_kwargs):
    raise RuntimeError("no window")
inside.Window = make_window
def read(dialog):
    print(dialog.windowTitle())
    again = claim(folder / "state", Raise())
    print("the next one opens its own:", isinstance(again, OneWindow))
    again.close()
    print("in the log:", "no window" in (folder / "logs" / "hiptimer.log").read_text())
ReportDialog.exec = read
"""
RUN = """
import sys
from pathlib import Path
folder = Path(sys.argv[1])
from hiptimer.cli.program import main
main(["--data-dir", str(folder)])
"""


def run(broken: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    first, *rest = RUN.strip().partition("from hiptimer.cli.program")
    return subprocess.run(
        [sys.executable, "-c", first + broken + "".join(rest), str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (BROKEN_APP, []),  # there is nothing that could show it
        (
            BROKEN_WINDOW,
            ["hiptimer cannot go on", "the next one opens its own: True", "in the log: True"],
        ),
    ],
)
def test_a_fault_before_the_window_is_logged_and_told(
    tmp_path: Path, broken: str, said: list[str]
) -> None:
    done = run(broken, tmp_path)
    assert (done.returncode, done.stdout.splitlines()) == (1, said)
    log = (tmp_path / "logs" / "hiptimer.log").read_text()
    for place in (done.stderr, log):
        assert place.count("RuntimeError: no ") == 1
    assert not (tmp_path / "logs" / "crash.log").exists()
