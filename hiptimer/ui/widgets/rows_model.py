"""Rows that are all there at once, as a model for a list."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex

Row = TypeVar("Row")


class RowsModel(QAbstractListModel, Generic[Row]):
    """ROW_ROLE gives a row as it is; as text it is the words that a screen reader says."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def words_of(self, row: Row) -> str:
        """What the row says."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Other rows; none is the current one any more."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        return self.words_of(row) if role == Qt.ItemDataRole.DisplayRole else None
