"""Makes the pictures of the README (`make pictures`): four pages, and a set that moves.

They are taken from the sample history, in the usual size of the window, and kept in
`packaging/pictures/`.
"""

import io
import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from pictures import filled
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot
from windows import window_for

from hiptimer.app.home import Home
from hiptimer.app.running import make_app

FOLDER = Path(__file__).resolve().parent.parent / "packaging" / "pictures"
SIZE = QSize(1280, 800)
MOVING = QSize(720, 450)
ROUTINE = "basic-three"
SECONDS = 11
PER_SECOND = 12
# Until the thumbnails are drawn and the charts are there.
READY_MS = 1500


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        home = Home(filled(Path(place)))
        home.change_settings(theme="light", workout_theme="dark", keep_awake=False)
        qt_api.set_qt_api("pyside6")
        window = window_for(make_app(), home)
        window.main.resize(SIZE)
        window.show()
        bot = QtBot(None)
        for page in ("today", "exercises", "history"):
            window.main.show_page(page)
            bot.wait(READY_MS)
            _image(window.main).save(FOLDER / f"{page}.png", optimize=True)
        window.start(home.catalogue.routines[ROUTINE])
        window.stage.workout_page.wishes.skip_wished.emit()
        frames = _frames(window.main, bot)
        frames[len(frames) // 2].save(FOLDER / "workout.png", optimize=True)
        _save_moving([_small(frame) for frame in frames])
        window.close()


def _frames(main: QWidget, bot: QtBot) -> list[Image.Image]:
    """What is seen, so often a second as the picture is to move."""
    frames = []
    for _ in range(SECONDS * PER_SECOND):
        bot.wait(1000 // PER_SECOND)
        frames.append(_image(main))
    return frames


def _small(frame: Image.Image) -> Image.Image:
    return frame.resize((MOVING.width(), MOVING.height()), Image.Resampling.LANCZOS)


def _save_moving(frames: list[Image.Image]) -> None:
    first, *rest = frames
    first.save(
        FOLDER / "workout.webp",
        save_all=True,
        append_images=rest,
        duration=1000 // PER_SECOND,
        loop=0,
        quality=72,
        method=6,
    )


def _image(widget: QWidget) -> Image.Image:
    QApplication.processEvents()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")


if __name__ == "__main__":
    main()
