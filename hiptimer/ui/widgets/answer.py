"""A button that answers one question, where the next question may come to stand in its place."""

from PySide6.QtGui import QMouseEvent

from hiptimer.ui.widgets.button import Button


class AnswerButton(Button):
    """It takes no second half of a double click: the first answered the question before."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
