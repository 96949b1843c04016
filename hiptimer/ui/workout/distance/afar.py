"""The workout page seen from afar: the distance view, the flash, and what gives way to them."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from hiptimer.model.moment import Moment
from hiptimer.model.timeline import Timeline
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.distance.said import said_at
from hiptimer.ui.workout.distance.shades import ground_of
from hiptimer.ui.workout.distance.sight import Distance, Sight
from hiptimer.ui.workout.distance.view import DistanceView
from hiptimer.ui.workout.flash import Countdown, Flash, Light
from hiptimer.ui.workout.parts import Parts

EASIER_MARGIN = 48
TOAST_WIDTH, TOAST_HEIGHT = 300, 72
LARGEST_TOAST = 2.2


class Afar:
    """Joins the view from a distance to the parts of the page. `dots_per_mm` tells the pixels of a
    screen; it is asked at each look, as the window may be moved to another one.
    """

    def __init__(
        self,
        page: QWidget,
        theme: Theme,
        parts: Parts,
        *,
        now: Callable[[], float],
        dots_per_mm: Callable[[QWidget], float],
    ) -> None:
        self._page = page
        self._theme = theme
        self._parts = parts
        self._dots_per_mm = dots_per_mm
        self._view = DistanceView(page, theme)
        self._view.stackUnder(parts.easier_card)
        self._flash = Flash(page)
        self._countdown = Countdown(now)
        self._distance = Distance()

    @property
    def is_on(self) -> bool:
        return self._distance.is_on

    def choose(self, distance: Distance) -> None:
        """What the person chose."""
        self._distance = distance
        self._view.setVisible(distance.is_on)
        if distance.is_on:
            self._parts.figure.stackUnder(self._parts.easier_card)
        else:
            self._parts.figure.lower()
            self._parts.place_middle()
        self._flash.shine(Light.NONE, "")

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._view.set_theme(theme)

    def show(self, moment: Moment, timeline: Timeline, saved: int, *, is_stop_asked: bool) -> None:
        """Show a moment, when it is wished."""
        light = self._light(moment, timeline)
        if self.is_on:
            self._look()
            said = said_at(moment, timeline, saved, is_stop_asked=is_stop_asked)
            is_lit = light is Light.FLASH
            if self._view.show_said(said, ground_of(moment), is_lit=is_lit):
                self.give_room()
            self._view.show_passed(0.0 if self._distance.is_still else moment.fraction)
            light = Light.NONE if is_lit else light
        colour = self._view.shade.words if self.is_on else self._theme.rest
        self._flash.shine(light, colour)

    def place(self) -> None:
        """The page has another size."""
        self._view.setGeometry(self._parts.places.picture.toRect())
        self._flash.setGeometry(self._page.rect())
        self._flash.raise_()
        self.give_room()

    def give_room(self) -> None:
        """Put cards and the figure where no words of this view are."""
        if not self.is_on:
            return
        parts = self._parts
        offer = parts.easier_card
        taken = offer.height() + EASIER_MARGIN * parts.scale if offer.isVisible() else 0.0
        self._view.keep_free(taken)
        edge = self._view.places.edge
        if edge.width() and edge.right() < self._view.width() / 2:
            offer.move(max(offer.x(), round(edge.right() + 12 * parts.scale)), offer.y())
        room = self._view.places.figure.toRect()
        parts.figure.setGeometry(room)
        parts.figure.setVisible(not room.isEmpty() and parts.figure.frame is not None)
        self._view.take_guest(parts.toast.isVisible())
        self._place_toast()

    def _look(self) -> None:
        self._view.look_from(Sight(self._distance.metres, self._dots_per_mm(self._page)))

    def _light(self, moment: Moment, timeline: Timeline) -> Light:
        if not self._distance.flashes:
            return Light.NONE
        return self._countdown.light(moment, timeline, is_still=self._distance.is_still)

    def _place_toast(self) -> None:
        """In place of the last words, as large as there is room."""
        toast, room = self._parts.toast, self._view.guest_room
        wide = self._guest_end(room) - room.left()
        scale = min(room.height() / TOAST_HEIGHT, wide / TOAST_WIDTH)
        toast.set_scale(min(scale, LARGEST_TOAST * self._parts.scale))
        toast.resize(toast.sizeHint())
        top = room.top() + (room.height() - toast.height()) / 2
        toast.move(round(room.left()), round(top))

    def _guest_end(self, room: QRectF) -> float:
        """How far to the right there is nothing beside this room: up to the bar or the number."""
        places = self._view.places
        beside = (places.edge, places.number)
        return min(
            (one.left() for one in beside if one.left() > room.left() and _is_level(one, room)),
            default=float(self._view.width()),
        )


def _is_level(one: QRectF, other: QRectF) -> bool:
    """Whether they would touch if they were wider."""
    return not one.isEmpty() and one.top() < other.bottom() and other.top() < one.bottom()
