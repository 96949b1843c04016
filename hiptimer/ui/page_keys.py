"""The keys of the window: one for each page in the rail, and one for help."""

from PySide6.QtGui import QKeySequence, QShortcut

from hiptimer.ui.main_window import MainWindow


def add_page_keys(window: MainWindow) -> None:
    """Ctrl+1 and on for the pages in their order, none while the rail is covered; and help."""
    help_key = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), window)
    help_key.activated.connect(window.help_wished)
    for number, button in enumerate(window.rail_buttons.values(), start=1):
        keys = QKeySequence(f"Ctrl+{number}")
        shortcut = QShortcut(keys, button)
        shortcut.activated.connect(button.click)
        told = keys.toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{button.text()} ({told})")
