"""Whether the figure stands still."""

import pytest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

from hiptimer.ui.figure.stillness import wants_stillness


class Calm(QProxyStyle):
    """A desktop that asks for no animations."""

    def styleHint(self, hint: QStyle.StyleHint, *args: object) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, *args)  # type: ignore[arg-type]


@pytest.mark.parametrize(("motion", "still"), [("full", False), ("reduced", True)])
def test_what_was_chosen_counts(qapp: QApplication, motion: str, still: bool) -> None:
    assert wants_stillness(motion) is still  # type: ignore[arg-type]


def test_else_what_the_desktop_asks_for_counts(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not wants_stillness("system")
    calm = Calm()
    monkeypatch.setattr(QApplication, "style", lambda: calm)
    assert wants_stillness("system")
