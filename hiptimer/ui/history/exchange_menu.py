"""The menu that gets everything out and back in."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from hiptimer.model.language import later, tr
from hiptimer.ui.history.filters import SmallButton

SAVE = (
    ("json", later("JSON, everything, to take in again…")),
    ("csv", later("CSV, for a spreadsheet, a row for each set…")),
    ("fit", later("FIT, for Garmin and others, a file for each session…")),
)


class ExchangeButton(SmallButton):
    """`save_wished` carries the ending of the file: json, csv or fit."""

    save_wished = Signal(str)
    import_wished = Signal()
    import_folder_wished = Signal()
    back_up_wished = Signal()
    restore_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(f"{tr('Export')}  ▾", parent)
        self.setAccessibleName(tr("Export, import, back up and restore"))
        self.menu = QMenu(self)
        saving = self.menu.addMenu(tr("Save all as"))
        for ending, words in SAVE:
            action = saving.addAction(tr(words))
            action.setData(ending)
        saving.triggered.connect(self._wish_to_save)
        self.menu.addAction(tr("Import sessions…")).triggered.connect(self.import_wished)
        folder = self.menu.addAction(tr("Import a folder of sessions…"))
        folder.triggered.connect(self.import_folder_wished)
        self.menu.addSeparator()
        self.menu.addAction(tr("Back up everything…")).triggered.connect(self.back_up_wished)
        self.menu.addAction(tr("Restore a backup…")).triggered.connect(self.restore_wished)
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def show_busy(self, is_busy: bool) -> None:
        """One thing at a time."""
        self.setEnabled(not is_busy)

    def _wish_to_save(self, action: QAction) -> None:
        self.save_wished.emit(action.data())
