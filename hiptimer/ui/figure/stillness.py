"""Whether a person wants pictures to stand still."""

from typing import Literal

from PySide6.QtWidgets import QApplication, QStyle


def wants_stillness(motion: Literal["system", "full", "reduced"]) -> bool:
    """What was chosen; with `system`, what the desktop asks of all programs, where Qt tells it.

    Qt passes the wish on as the length of its own animations, which is nothing then.
    """
    if motion == "system":
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return QApplication.style().styleHint(hint) == 0
    return motion == "reduced"
