"""The parts of the workout page: made once, and placed anew for every size."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QWidget

from hiptimer.ui.figure.colours import figure_colours
from hiptimer.ui.figure.figure_view import FigureView
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.bar import Bar
from hiptimer.ui.workout.cards import EasierCard, KeysCard, Toast
from hiptimer.ui.workout.lines import Lines
from hiptimer.ui.workout.places import Places, lay_places
from hiptimer.ui.workout.progress_bar import RoutineBar
from hiptimer.ui.workout.ring import Ring
from hiptimer.ui.workout.strip import Strip
from hiptimer.ui.workout.texts import Texts


class Parts:
    """All widgets of the page, children of `page`. Later ones lie over earlier ones."""

    def __init__(self, page: QWidget, theme: Theme) -> None:
        self.figure = FigureView(figure_colours(theme), page)
        self.figure.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.routine_bar = RoutineBar(page, theme)
        self.headline = Lines(page, "headline")
        self.instructions = Lines(page, "instructions", anchor=0.4)
        self.coming = Lines(page, "coming", anchor=1.0)
        self.ring = Ring(page, theme)
        self.details = Lines(page, "details", centred=True)
        self.hint = Lines(page, "hint", centred=True)
        self.strip = Strip(page, theme)
        self.standing = Lines(page, "standing", anchor=0.45, centred=True)
        self.easier_card = EasierCard(page, theme)
        self.toast = Toast(page, theme)
        self.keys_card = KeysCard(page, theme)
        self.bar = Bar(page, theme)
        self.places = lay_places(page.width(), page.height(), has_strip=False)

    @property
    def scale(self) -> float:
        return self.places.scale

    def set_theme(self, theme: Theme) -> None:
        self.figure.wear(figure_colours(theme))
        for part in (
            self.routine_bar,
            self.ring,
            self.strip,
            self.easier_card,
            self.toast,
            self.keys_card,
            self.bar,
        ):
            part.set_theme(theme)

    def show_near(self, *, is_near: bool, has_offer: bool, has_toast: bool) -> None:
        """Show what is read from nearby, as far as nothing else stands there."""
        for part in (self.routine_bar, self.headline, self.ring, self.details, self.standing):
            part.setVisible(is_near)
        has_figure = self.figure.frame is not None
        # What is empty and lies over the figure would be painted with each of its frames.
        self.instructions.setVisible(is_near and not has_figure and not has_offer)
        self.coming.setVisible(is_near and not has_offer)
        self.hint.setVisible(is_near and not has_toast)
        if is_near:
            self.figure.show()

    def write(self, texts: Texts) -> None:
        """Write all words anew, and put them where they have room."""
        self.headline.show_lines(texts.headline(), self.scale)
        self.details.show_lines(texts.details(), self.scale)
        self.coming.show_lines(texts.coming(), self.scale)
        self.place_middle()
        self.instructions.show_lines(texts.instructions(), self.scale)
        self.standing.show_lines(texts.standing(), self.scale)
        self.hint.show_lines(texts.hint(), self.scale)
        self._place_toast()

    def place(self, width: int, height: int) -> None:
        """Put every part where it belongs on a page of this size."""
        places = lay_places(width, height, has_strip=self.strip.has_words)
        self.places = places
        for part in (self.strip, self.easier_card, self.toast, self.keys_card):
            part.set_scale(places.scale)
        self.bar.set_scale(places.scale)
        self.routine_bar.setGeometry(_whole(places.progress))
        self.headline.setGeometry(_whole(places.headline))
        self.ring.setGeometry(_whole(places.ring))
        self.details.setGeometry(_whole(places.details))
        self.hint.setGeometry(_whole(places.hint))
        self.coming.setGeometry(_whole(places.coming))
        self.strip.setGeometry(_whole(places.strip))
        inset = places.ring.width() * 0.09
        self.standing.setGeometry(_whole(places.ring.adjusted(inset, inset, -inset, -inset)))
        self.bar.setGeometry(_whole(places.bar))
        self._place_cards(places)

    def place_middle(self) -> None:
        """The figure, or the instructions: between the headline and what is coming."""
        places = self.places
        gap = 30 * places.scale
        top = places.headline.top() + self.headline.used_height + gap
        bottom = places.coming.bottom() - self.coming.used_height - gap
        middle = QRectF(
            places.headline.left(), top, places.headline.width(), max(1.0, bottom - top)
        )
        self.figure.setGeometry(_whole(middle))
        self.instructions.setGeometry(_whole(middle))

    def _place_cards(self, places: Places) -> None:
        """The keys in the middle, the others where they hide neither number nor name."""
        keys = self.keys_card.sizeHint()
        self.keys_card.resize(keys)
        centre = places.picture.center()
        self.keys_card.move(
            round(centre.x() - keys.width() / 2), round(centre.y() - keys.height() / 2)
        )
        easier = self.easier_card.sizeHint()
        self.easier_card.resize(easier)
        self.easier_card.move(
            round(places.headline.left() - 6 * places.scale),
            round(places.picture.bottom() - easier.height() - 24 * places.scale),
        )

    def _place_toast(self) -> None:
        """Below the ring, and below the words that stand there in a gap; where these leave no
        room, at the lower left, where nothing stands in a gap.
        """
        places, toast, scale = self.places, self.toast.sizeHint(), self.scale
        left, top = places.ring.center().x() - toast.width() / 2, places.ring.bottom() + 20 * scale
        if self.details.lines:
            top = max(top, self.details.used_rect.bottom() + 10 * scale)
        lowest = places.picture.bottom() - toast.height() - 4 * scale
        if top > lowest:
            left, top = places.headline.left(), lowest
        self.toast.resize(toast)
        self.toast.move(round(left), round(top))


def _whole(rect: QRectF) -> QRect:
    """The rectangle in whole pixels, its edges rounded each by itself."""
    left, top = round(rect.left()), round(rect.top())
    return QRect(left, top, round(rect.right()) - left, round(rect.bottom()) - top)
