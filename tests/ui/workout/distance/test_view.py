"""The distance view with real widgets: as large as needed, room for every word in every state."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from examples import EXERCISES, ROUTINE
from pseudo import Pseudo, pseudo
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPaintEvent, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hiptimer.figure.motion import Motion
from hiptimer.model.exercise import Exercise
from hiptimer.model.gaps import Gaps
from hiptimer.model.language import speak, spoken
from hiptimer.model.moment import Moment, PlayState
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.reading import read_exercise, read_poses
from hiptimer.model.routine import Routine, Step
from hiptimer.model.side import Side
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.ui.figure.figure_view import FigureView
from hiptimer.ui.workout.bar import Bar
from hiptimer.ui.workout.cards import EasierCard, KeysCard, Toast
from hiptimer.ui.workout.distance.said import Rank
from hiptimer.ui.workout.distance.sight import (
    GLANCE_ARCMIN,
    LEAST_ARCMIN,
    NUMBER_ARCMIN,
    WORDS_ARCMIN,
    Distance,
    height_mm,
)
from hiptimer.ui.workout.distance.view import DistanceView
from hiptimer.ui.workout.lines import Lines
from hiptimer.ui.workout.page import WorkoutPage
from hiptimer.ui.workout.ring import Ring
from hiptimer.ui.workout.strip import Strip
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.player import Player

ASSETS = Path(__file__).parents[4] / "assets"
SIZES = [(960, 600), (960, 1080), (1280, 800), (3840, 2160)]
USUAL = 96 / 25.4


@dataclass
class Screen:
    """The screen that the window is on, as it tells its size."""

    dots_per_mm: float = USUAL

    def __call__(self, _screen: QScreen) -> float:
        return self.dots_per_mm


@dataclass
class Clock:
    seconds: float = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def page(qtbot: QtBot, dressed: None, light: object, screen: Screen, clock: Clock) -> WorkoutPage:
    page = WorkoutPage(theme=light, now=clock, dots_per_mm=screen)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    qtbot.waitExposed(page)
    page.start(timeline_of(), "Example")
    page.look_from(Distance(is_on=True))
    page.show_moment(at_work())
    return page


@pytest.fixture
def long_words() -> Iterator[None]:
    before = spoken()
    speak(Pseudo())
    yield
    speak(before)


def timeline_of(exercises: list[Exercise] | None = None) -> Timeline:
    known = {e.id: e for e in exercises} if exercises else EXERCISES
    steps = tuple(Step(e.id) for e in exercises or ())
    routine = Routine(id="all", name="All", when="", steps=steps) if steps else ROUTINE
    return lay_out(routine, known, Timing(Gaps(), PhraseTable(), {}), {})


def catalogue() -> list[Exercise]:
    files = sorted((ASSETS / "exercises").glob("*.toml"))
    return [msgspec.toml.decode(file.read_bytes(), type=Exercise) for file in files]


def in_pseudo(exercise: Exercise) -> Exercise:
    """Longer words, as another language may have."""
    text = exercise.text
    longer = msgspec.structs.replace(
        text, name=pseudo(text.name), side_says=text.side_says and pseudo(text.side_says)
    )
    phases = tuple(
        msgspec.structs.replace(p, name=pseudo(p.name), say=pseudo(p.say)) for p in exercise.phases
    )
    return msgspec.structs.replace(exercise, text=longer, phases=phases)


def moment_of(timeline: Timeline, index: int, beat: int = 0) -> Moment:
    """The middle of a beat, without playing all that comes before."""
    segment = timeline.segments[index]
    one = segment.beats[beat] if segment.beats else None
    inside = (one.start + one.end) / 2 if one else segment.seconds / 2
    return Moment(
        state=PlayState.RUNNING,
        index=index,
        segment=segment,
        position=inside,
        resuming_s=0.0,
        beat=one,
        fraction=0.5,
        left_s=segment.seconds - inside,
        total_left_s=timeline.seconds,
        pace=1.0,
        attempt=1,
    )


def index_of(timeline: Timeline, kind: SegmentKind, side: Side | None = None) -> int:
    return next(
        number
        for number, segment in enumerate(timeline.segments)
        if segment.kind is kind and side in (None, segment.side)
    )


def at_work(side: Side = Side.LEFT, beat: int = 0) -> Moment:
    timeline = timeline_of()
    return moment_of(timeline, index_of(timeline, SegmentKind.WORK, side), beat)


def states_of(timeline: Timeline, index: int) -> Iterator[tuple[str, Moment]]:
    """Everything that a segment can look like."""
    segment = timeline.segments[index]
    for beat in range(1, min(len(segment.beats), len(segment.exercise.phases))):
        yield f"beat {beat}", moment_of(timeline, index, beat)
    moment = moment_of(timeline, index)
    yield "first beat", moment
    change = msgspec.structs.replace
    yield "paused", change(moment, state=PlayState.PAUSED)
    yield "going on", change(moment, resuming_s=2.4)
    if segment.is_reps:
        yield "my pace", change(moment, my_pace=True)
        yield "waiting", change(moment, my_pace=True, waited_s=1.0)


def view_of(page: WorkoutPage) -> DistanceView:
    found = page.findChild(DistanceView)
    assert isinstance(found, DistanceView)
    return found


def rect_of(page: WorkoutPage, kind: type) -> QRectF:
    part = page.findChild(kind)
    return QRectF(part.geometry()) if part.isVisible() else QRectF()  # type: ignore[attr-defined]


def check_room(page: WorkoutPage, what: object) -> None:
    """No words are wider than their place, leave the view, or lie on each other or on a card."""
    view = view_of(page)
    places, shown = view.places, QRectF(view.geometry())
    taken = {"number": places.number, "edge": places.edge}
    words = places.placed[:-1] if rect_of(page, Toast).width() else places.placed
    for placed in words:
        metrics = QFontMetricsF(placed.font)
        for line in placed.lines:
            assert metrics.horizontalAdvance(line) <= placed.rect.width() + 1, (what, line)
        assert " ".join(placed.lines).split() == placed.words.whole.split(), what
        taken[placed.words.whole + placed.words.rank.name] = placed.rect
    for kind in (EasierCard, Toast, Strip, Bar, FigureView):
        taken[kind.__name__] = rect_of(page, kind)
    for name in ("Strip", "Bar"):
        assert not taken[name].intersects(shown), (what, name)
    taken = {name: rect for name, rect in taken.items() if rect.width() and rect.height()}
    for name, rect in taken.items():
        assert QRectF(page.rect()).adjusted(-1, -1, 1, 1).contains(rect), (what, name, rect)
    for (one, first), (other, second) in combinations(taken.items(), 2):
        shared = first & second
        assert shared.width() < 1 or shared.height() < 1, (what, one, other)


# --- as large as needed ---


def painted_height(picture: QImage, colour: str, area: QRectF) -> float:
    """From the first to the last row with a pixel of this colour."""
    ratio = picture.devicePixelRatio()
    wanted = QColor(colour).rgb()
    rows = [
        y
        for y in range(int(area.top() * ratio), int(area.bottom() * ratio))
        if any(
            picture.pixel(x, y) == wanted
            for x in range(int(area.left() * ratio), int(area.right() * ratio), 2)
        )
    ]
    return (rows[-1] - rows[0] + 1) / ratio if rows else 0.0


@pytest.mark.parametrize(("dots", "metres"), [(96, 3.0), (163, 1.8), (55, 5.3), (81, 3.6)])
def test_the_painted_number_is_two_degrees_high(
    page: WorkoutPage, screen: Screen, dots: float, metres: float
) -> None:
    """In millimetres of the screen, whatever its pixels."""
    screen.dots_per_mm = dots / 25.4
    page.resize(1920, 1080)
    page.look_from(Distance(is_on=True, metres=metres))
    view = view_of(page)
    painted = painted_height(view.grab().toImage(), view.shade.words, view.places.number)
    assert painted / screen.dots_per_mm == pytest.approx(
        height_mm(metres, NUMBER_ARCMIN), rel=0.015
    )


@pytest.mark.parametrize("metres", [0.5, 1.0, 2.0])
def test_near_by_the_number_fills_the_room_there_is(page: WorkoutPage, metres: float) -> None:
    page.resize(1920, 1080)
    page.look_from(Distance(is_on=True, metres=metres))
    number = view_of(page).places.number.height()
    assert number > height_mm(metres, NUMBER_ARCMIN) * USUAL
    assert 0.3 < number / page.height() < 0.4


@pytest.mark.parametrize(("dots", "metres"), [(96, 2.0), (163, 1.0), (55, 3.0)])
def test_every_word_is_as_high_as_the_eye_needs(
    page: WorkoutPage, screen: Screen, dots: float, metres: float
) -> None:
    """On a large screen with all exercises; what is small print may be left out."""
    screen.dots_per_mm = dots / 25.4
    page.resize(1920, 1080)
    timeline = timeline_of(catalogue())
    page.start(timeline, "All")
    page.look_from(Distance(is_on=True, metres=metres))
    for index, segment in enumerate(timeline.segments):
        page.show_moment(moment_of(timeline, index))
        for placed in view_of(page).places.placed:
            capital = QFontMetricsF(placed.font).capHeight() / screen.dots_per_mm
            least = WORDS_ARCMIN if placed.words.rank <= Rank.PHASE else LEAST_ARCMIN
            needed = height_mm(metres, least)
            assert capital >= needed * 0.97, (segment.exercise.name, placed.lines)


def test_side_and_phase_are_larger_where_there_is_room(page: WorkoutPage) -> None:
    page.resize(1920, 1080)
    page.show_moment(at_work(Side.RIGHT))
    capitals = {
        placed.words.rank: QFontMetricsF(placed.font).capHeight()
        for placed in view_of(page).places.placed
    }
    needed = height_mm(2.0, GLANCE_ARCMIN) * USUAL
    assert capitals[Rank.SIDE] == pytest.approx(needed, rel=0.02)
    assert capitals[Rank.PHASE] > needed


def test_what_matters_most_keeps_its_size_longest(page: WorkoutPage) -> None:
    """From five metres away not everything fits: the number and the side get the room."""
    page.resize(1280, 800)
    page.look_from(Distance(is_on=True, metres=5.0))
    places = view_of(page).places
    sizes = {placed.words.rank: placed.px for placed in places.placed}
    assert Rank.SIDE in sizes
    assert Rank.PHASE in sizes
    capitals = [QFontMetricsF(placed.font).capHeight() for placed in places.placed]
    assert places.number.height() > 2 * max(capitals)
    assert sizes[Rank.SIDE] >= sizes[Rank.NEXT]
    assert Rank.NAME not in sizes


def test_sizes_follow_the_screen_that_the_window_is_moved_to(
    page: WorkoutPage, screen: Screen
) -> None:
    before = side_px(page)
    screen.dots_per_mm = USUAL / 2
    page.show_moment(at_work(beat=0))
    assert side_px(page) == pytest.approx(before / 2, rel=0.05)


def side_px(page: WorkoutPage) -> int:
    return next(p.px for p in view_of(page).places.placed if p.words.rank is Rank.SIDE)


def test_the_phases_of_a_set_have_one_size(page: WorkoutPage) -> None:
    sizes = set()
    for beat in range(3):
        page.show_moment(at_work(beat=beat))
        sizes |= {p.px for p in view_of(page).places.placed if p.words.rank is Rank.PHASE}
    assert len(sizes) == 1


# --- side and phase ---


def test_the_number_and_a_bar_are_at_the_working_side(page: WorkoutPage) -> None:
    for side, is_left in ((Side.LEFT, True), (Side.RIGHT, False)):
        page.show_moment(at_work(side))
        view = view_of(page)
        for where in (view.places.number.center(), view.places.edge.center()):
            assert (where.x() < view.width() / 2) is is_left
        assert view.places.edge.width() >= 0.02 * view.width()
        # At the very edge it would look as if the background ended there.
        ground = QRectF(view.rect()).adjusted(8, 8, -8, -8)
        assert ground.contains(view.places.edge)
        picture = view.grab().toImage()
        spot = view.places.edge.center().toPoint()
        assert picture.pixelColor(spot).name() == QColor(view.shade.words).name()


def test_the_phase_is_the_whole_background(page: WorkoutPage) -> None:
    fills = set()
    for beat in range(3):
        page.show_moment(at_work(beat=beat))
        view = view_of(page)
        picture = view.grab().toImage()
        for spot in ((view.width() // 2, view.height() - 3), (view.width() // 2, 40)):
            assert picture.pixelColor(*spot).name() == QColor(view.shade.fill).name()
        fills.add(view.shade.fill)
    assert len(fills) == 3


def test_a_screen_reader_finds_all_words_once(page: WorkoutPage) -> None:
    assert view_of(page).text().splitlines()[:2] == ["1", "open"]
    assert "left leg on top" in view_of(page).text()
    assert not any(lines.isVisible() for lines in page.findChildren(Lines, "headline"))
    ring = page.findChild(Ring)
    assert isinstance(ring, Ring)
    assert not ring.isVisible()


def test_v_asks_for_the_other_view_and_both_show_the_moment(
    page: WorkoutPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.wishes.distance_wished):
        QTest.keyClick(page, Qt.Key.Key_V)
    ring, headline = page.findChild(Ring), page.findChild(Lines, "headline")
    assert isinstance(ring, Ring)
    assert isinstance(headline, Lines)
    page.look_from(Distance(is_on=False))
    assert not view_of(page).isVisible()
    assert ring.isVisible()
    assert ring.face.number == 1
    assert "Clamshell" in headline.text()
    page.look_from(Distance(is_on=True))
    assert view_of(page).isVisible()
    assert not ring.isVisible()


# --- room ---


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("metres", [0.5, 2.0, 5.0])
def test_nothing_overlaps_or_is_cut_with_any_exercise(
    page: WorkoutPage, size: tuple[int, int], metres: float
) -> None:
    page.resize(*size)
    timeline = timeline_of(catalogue())
    page.start(timeline, "All")
    page.look_from(Distance(is_on=True, metres=metres))
    for index, segment in enumerate(timeline.segments):
        page.show_moment(moment_of(timeline, index))
        check_room(page, segment.exercise.name)


@pytest.mark.usefixtures("long_words")
@pytest.mark.parametrize("size", SIZES[:3])
def test_every_state_has_room_for_long_words(page: WorkoutPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    exercises = [in_pseudo(exercise) for exercise in EXERCISES.values()]
    timeline = timeline_of(exercises)
    page.start(timeline, "All")
    for notice in (None, pseudo("No sound: the workout goes on.")):
        page.show_notice(notice)
        seen = set()
        for index, segment in enumerate(timeline.segments):
            sort = (segment.kind, segment.exercise.id, segment.side, segment.set > 1)
            if sort in seen:
                continue
            seen.add(sort)
            for state, moment in states_of(timeline, index):
                page.show_moment(moment)
                check_room(page, (segment.exercise.name, state))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_cards_and_brief_words_have_a_place_of_their_own(
    page: WorkoutPage, clock: Clock, size: tuple[int, int], side: Side
) -> None:
    page.resize(*size)
    page.show_moment(at_work(side))
    page.offer_easier(True)
    check_room(page, "easier")
    page.show_volume(60, False)
    check_room(page, "easier and volume")
    page.offer_easier(False)
    check_room(page, "volume")
    clock.seconds += 5
    page.show_moment(at_work(side, 1))
    assert rect_of(page, Toast).isNull()
    page.ask_stop(True)
    page.show_moment(msgspec.structs.replace(at_work(side), state=PlayState.PAUSED))
    assert "Esc again: stop and keep." in view_of(page).text()
    check_room(page, "stop?")


def test_the_figure_stands_where_words_leave_room(page: WorkoutPage) -> None:
    poses = read_poses(ASSETS / "poses" / "clam-basic.toml")
    exercise = read_exercise(ASSETS / "exercises" / "clam-basic.toml")
    page.show_figure(Motion(exercise, poses).get_ready(0.0, Side.LEFT))
    figure = page.findChild(FigureView)
    assert isinstance(figure, FigureView)
    for metres, is_seen in ((0.5, True), (5.0, False)):
        page.look_from(Distance(is_on=True, metres=metres))
        assert figure.isVisible() is is_seen
        check_room(page, metres)
    page.look_from(Distance(is_on=False))
    assert figure.isVisible()


def test_the_keys_say_which_one_it_is(page: WorkoutPage) -> None:
    card = page.findChild(KeysCard)
    assert isinstance(card, KeysCard)
    assert "V: view from a distance" in card.accessibleDescription()


# --- what it costs ---


class Paints(QObject):
    """How high what is painted of a view is, each time."""

    def __init__(self) -> None:
        super().__init__()
        self.heights: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return False


def test_between_two_phases_only_the_line_on_top_is_painted(page: WorkoutPage) -> None:
    view, paints = view_of(page), Paints()
    QApplication.processEvents()
    view.installEventFilter(paints)
    timeline = timeline_of()
    index = index_of(timeline, SegmentKind.WORK, Side.LEFT)
    player = Player(timeline, Gaps())
    player.start(0.0)
    start = timeline.segments[index].start
    for step in range(1, 20):
        player.advance(start + step / 15)
        page.show_moment(player.moment(start + step / 15))
        QApplication.processEvents()
    whole = [height for height in paints.heights if height == view.height()]
    assert len(paints.heights) >= 10
    assert len(whole) <= 1
    assert max(set(paints.heights) - set(whole)) <= 0.02 * view.height()
