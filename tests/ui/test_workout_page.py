"""The workout view with real widgets: keys, sizes, room for every word."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from examples import EXERCISES, ROUTINE
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.figure.motion import Motion
from hiptimer.model.exercise import Exercise
from hiptimer.model.gaps import Gaps
from hiptimer.model.moment import Moment, PlayState
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.reading import read_exercise, read_poses
from hiptimer.model.routine import Routine, Step
from hiptimer.model.side import Side
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.ui.fonts import load_fonts
from hiptimer.ui.theme import Theme, apply_theme, read_theme
from hiptimer.ui.workout.bar import Bar
from hiptimer.ui.workout.cards import EasierCard, KeysCard, Toast
from hiptimer.ui.workout.key_button import KeyButton
from hiptimer.ui.workout.keys import Wish
from hiptimer.ui.workout.lines import Lines
from hiptimer.ui.workout.page import WorkoutPage
from hiptimer.ui.workout.progress_bar import RoutineBar
from hiptimer.ui.workout.ring import Ring
from hiptimer.ui.workout.strip import Strip
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.player import Player

ASSETS = Path(__file__).parents[2] / "assets"
SMALLEST, DESIGNED, LARGE = (960, 600), (1280, 800), (3840, 2160)
TWO_METRES_PX, NUMBER_PX = 37.0, 190.0
SIGNALS = {
    "pause_toggled",
    "skip_wished",
    "onward_wished",
    "my_pace_wished",
    "back_wished",
    "more_wished",
    "stopped_here_wished",
    "easier_wished",
    "half_wished",
    "slower_wished",
    "faster_wished",
    "volume_wished",
    "mute_wished",
    "full_screen_wished",
    "distance_wished",
    "escape_pressed",
}
KEYS = (
    (Qt.Key.Key_Space, "pause_toggled"),
    (Qt.Key.Key_Right, "skip_wished"),
    (Qt.Key.Key_PageDown, "onward_wished"),
    (Qt.Key.Key_P, "my_pace_wished"),
    (Qt.Key.Key_Left, "back_wished"),
    (Qt.Key.Key_PageUp, "back_wished"),
    (Qt.Key.Key_Up, "more_wished"),
    (Qt.Key.Key_Down, "stopped_here_wished"),
    (Qt.Key.Key_E, "easier_wished"),
    (Qt.Key.Key_S, "slower_wished"),
    (Qt.Key.Key_D, "faster_wished"),
    (Qt.Key.Key_Minus, "volume_wished"),
    (Qt.Key.Key_Equal, "volume_wished"),
    (Qt.Key.Key_M, "mute_wished"),
    (Qt.Key.Key_V, "distance_wished"),
    (Qt.Key.Key_F, "full_screen_wished"),
    (Qt.Key.Key_Escape, "escape_pressed"),
)


class Clock:
    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


class Told:
    """Every signal of a page in the order in which it came, with what it carried."""

    def __init__(self, page: WorkoutPage) -> None:
        self.all: list[tuple[object, ...]] = []
        for name in sorted(SIGNALS):
            getattr(page.wishes, name).connect(self._listener(name))

    @property
    def names(self) -> list[object]:
        return [one[0] for one in self.all]

    def _listener(self, name: str) -> Callable[..., None]:
        def listen(*carried: object) -> None:
            self.all.append((name, *carried))

        return listen


def catalogue() -> list[Exercise]:
    files = sorted((ASSETS / "exercises").glob("*.toml"))
    return [msgspec.toml.decode(file.read_bytes(), type=Exercise) for file in files]


def timeline_of(exercises: list[Exercise] | None = None) -> Timeline:
    if exercises is None:
        routine, known = ROUTINE, EXERCISES
    else:
        known = {e.id: e for e in exercises}
        steps = tuple(Step(e.id) for e in exercises)
        routine = Routine(id="all", name="All", when="", steps=steps)
    return lay_out(routine, known, Timing(Gaps(), PhraseTable(), {}), {})


def moment_at(timeline: Timeline, index: int, inside: float) -> Moment:
    player = Player(timeline, Gaps())
    player.start(0.0)
    player.advance(timeline.segments[index].start + inside)
    return player.moment(timeline.segments[index].start + inside)


def index_of(timeline: Timeline, kind: SegmentKind, exercise_id: str) -> int:
    return next(
        number
        for number, segment in enumerate(timeline.segments)
        if segment.kind is kind and segment.exercise.id == exercise_id
    )


def paused_moments(timeline: Timeline) -> tuple[Moment, Moment]:
    """A pause in the second rep of the clamshell, and the countdown after it."""
    index = index_of(timeline, SegmentKind.WORK, "clam-basic")
    player = Player(timeline, Gaps())
    player.start(0.0)
    now = timeline.segments[index].start + 6.5
    player.pause(now)
    paused = player.moment(now + 20)
    player.resume(now + 20)
    return paused, player.moment(now + 20.5)


@pytest.fixture(scope="module")
def theme() -> Theme:
    return read_theme((ASSETS / "themes" / "dark.toml").read_bytes())


@pytest.fixture(scope="module", autouse=True)
def dressed(qapp: QApplication, theme: Theme) -> None:
    apply_theme(qapp, theme, load_fonts(ASSETS / "fonts"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, clock: Clock) -> WorkoutPage:
    page = WorkoutPage(theme=theme, now=clock)
    qtbot.addWidget(page)
    page.resize(*DESIGNED)
    page.show()
    qtbot.waitExposed(page)
    timeline = timeline_of()
    page.start(timeline, "Example routine")
    page.show_moment(moment_at(timeline, index_of(timeline, SegmentKind.WORK, "clam-basic"), 6.5))
    return page


def lines(page: WorkoutPage, name: str) -> Lines:
    found = page.findChild(Lines, name)
    assert isinstance(found, Lines)
    return found


def part(page: WorkoutPage, kind: type) -> QWidget:
    found = page.findChild(kind)
    assert isinstance(found, QWidget)
    return found


def states() -> dict[str, Moment]:
    timeline = timeline_of()
    paused, resuming = paused_moments(timeline)
    clam = index_of(timeline, SegmentKind.WORK, "clam-basic")
    hold = index_of(timeline, SegmentKind.WORK, "bridge-hold")
    return {
        "get ready": moment_at(timeline, 0, 2.0),
        "set": moment_at(timeline, clam, 6.5),
        "hold": moment_at(timeline, hold, 12.0),
        "paused": paused,
        "resuming": resuming,
    }


@pytest.mark.parametrize("state", ["get ready", "set", "hold", "paused", "resuming"])
def test_every_key_tells_its_wish_once_in_every_state(
    page: WorkoutPage, clock: Clock, state: str
) -> None:
    page.show_moment(states()[state])
    for key, name in KEYS:
        told = Told(page)
        clock.seconds += 1.0
        QTest.keyClick(page, key)
        assert told.names == [name], key


def test_every_key_works_whatever_button_has_the_focus(page: WorkoutPage, clock: Clock) -> None:
    bar = part(page, Bar)
    for button in bar.findChildren(KeyButton):
        if not button.isVisible():
            continue
        button.setFocus()
        for key, name in KEYS:
            told = Told(page)
            clock.seconds += 1.0
            QTest.keyClick(button, key)
            assert told.names == [name], (button.text(), key)


def test_no_button_has_the_focus_at_first_and_enter_presses_the_focused_one(
    page: WorkoutPage,
) -> None:
    assert not any(button.hasFocus() for button in page.findChildren(KeyButton))
    told = Told(page)
    button = part(page, Bar).button(Wish.SKIP)  # type: ignore[attr-defined]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Enter)
    assert told.names == ["skip_wished", "skip_wished"]


def test_volume_keys_and_the_wheel_carry_steps(page: WorkoutPage) -> None:
    told = Told(page)
    QTest.keyClick(page, Qt.Key.Key_Equal)
    QTest.keyClick(page, Qt.Key.Key_Minus)
    for turn in (120, -240, 60, 60):
        event = QWheelEvent(
            QPointF(300, 300),
            page.mapToGlobal(QPointF(300, 300)),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(page, event)
    assert told.all == [("volume_wished", steps) for steps in (1, -1, 1, -2, 1)]


def test_a_second_toggle_within_300_ms_is_dropped(page: WorkoutPage, clock: Clock) -> None:
    told = Told(page)
    QTest.keyClick(page, Qt.Key.Key_Space)
    clock.seconds += 0.29
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(400, 400))
    assert told.names == ["pause_toggled"]
    clock.seconds += 0.02
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert told.names == ["pause_toggled"] * 2


@pytest.mark.parametrize("spot", [(60, 70), (1000, 300), (300, 400), (60, 690)])
def test_a_click_anywhere_on_the_picture_pauses(page: WorkoutPage, spot: tuple[int, int]) -> None:
    told = Told(page)
    target = page.childAt(*spot) or page
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(page, QPoint(*spot)))
    assert told.names == ["pause_toggled"]


def test_a_double_click_is_one_toggle(page: WorkoutPage) -> None:
    told = Told(page)
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(400, 400))
    QTest.mouseDClick(page, Qt.MouseButton.LeftButton, pos=QPoint(400, 400))
    assert told.names == ["pause_toggled"]


def test_a_click_beside_the_buttons_does_nothing(page: WorkoutPage) -> None:
    told = Told(page)
    QTest.mouseClick(part(page, Bar), Qt.MouseButton.LeftButton, pos=QPoint(1000, 30))
    assert told.names == []


def test_keys_with_control_are_left_to_the_window(page: WorkoutPage) -> None:
    told = Told(page)
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert told.names == []


def test_the_buttons_tell_what_their_keys_tell(page: WorkoutPage, clock: Clock) -> None:
    expected = {
        Wish.BACK: "back_wished",
        Wish.TOGGLE: "pause_toggled",
        Wish.SKIP: "skip_wished",
        Wish.MORE: "more_wished",
        Wish.STOPPED_HERE: "stopped_here_wished",
        Wish.EASIER: "easier_wished",
    }
    for wish, name in expected.items():
        told = Told(page)
        QTest.mouseClick(part(page, Bar).button(wish), Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
        assert told.names == [name]


def test_the_buttons_say_what_they_do_now(page: WorkoutPage) -> None:
    bar = part(page, Bar)
    assert isinstance(bar, Bar)

    def shown() -> list[str]:
        return [b.text() for b in bar.findChildren(KeyButton) if b.isVisible()]

    assert shown() == ["Back", "Pause", "Skip", "+1 rep", "I stopped here", "Easier", "Keys"]
    page.show_moment(states()["hold"])
    assert "+10 s" in shown()
    page.show_moment(states()["get ready"])
    assert shown() == ["Back", "Pause", "Start now", "+10 s", "Easier", "Keys"]
    page.show_moment(states()["paused"])
    assert shown() == ["Back", "Go on", "Skip", "Stop", "Keys"]
    page.ask_stop(True)
    assert "Stop and keep" in shown()


def test_a_pause_says_what_space_does_and_which_rep_starts_again(page: WorkoutPage) -> None:
    all_states = states()
    page.show_moment(all_states["paused"])
    assert lines(page, "standing").text() == "Paused\nRep 2 starts again\nSpace: go on"
    page.ask_stop(True)
    assert "Esc again: stop and keep" in lines(page, "standing").text()
    page.ask_stop(False)
    page.show_moment(all_states["resuming"])
    assert lines(page, "standing").text() == "Going on\n3\nRep 2 starts again"
    page.show_moment(all_states["set"])
    assert lines(page, "standing").text() == ""


def test_question_mark_shows_the_keys_and_esc_only_closes_them(page: WorkoutPage) -> None:
    told = Told(page)
    QTest.keyClick(page, Qt.Key.Key_Question)
    assert part(page, KeysCard).isVisible()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not part(page, KeysCard).isVisible()
    assert told.names == []


def test_an_exercise_without_an_easier_one_offers_half_or_skip(page: WorkoutPage) -> None:
    card = part(page, EasierCard)
    told = Told(page)
    QTest.keyClick(page, Qt.Key.Key_H)
    assert told.names == []
    page.offer_easier(True)
    assert card.isVisible()
    QTest.keyClick(page, Qt.Key.Key_H)
    assert told.names == ["half_wished"]
    assert not card.isVisible()
    page.offer_easier(True)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert told.names == ["half_wished"]
    assert not card.isVisible()
    page.offer_easier(True)
    QTest.keyClick(page, Qt.Key.Key_E)
    assert told.names == ["half_wished"]
    assert not card.isVisible()


def test_an_offer_goes_away_with_its_segment(page: WorkoutPage) -> None:
    page.offer_easier(True)
    page.show_moment(states()["hold"])
    assert not part(page, EasierCard).isVisible()
    assert lines(page, "coming").isVisible()


def test_volume_and_pace_are_shown_for_a_moment(page: WorkoutPage, clock: Clock) -> None:
    moment = states()["set"]
    toast = part(page, Toast)
    assert isinstance(toast, Toast)
    page.show_volume(60, False)
    assert toast.isVisible()
    assert toast.text == "Volume 60 %"
    clock.seconds += 2.0
    page.show_moment(moment)
    assert not toast.isVisible()
    QTest.keyClick(page, Qt.Key.Key_S)
    page.show_moment(moment)
    assert toast.isVisible()
    assert toast.text == "Pace 100 %"


def test_a_notice_stays_until_it_is_taken_away(page: WorkoutPage) -> None:
    strip = part(page, Strip)
    page.show_notice("No sound.")
    assert strip.isVisible()
    page.show_moment(states()["hold"])
    assert strip.isVisible()
    page.show_notice(None)
    assert not strip.isVisible()


def test_a_rep_is_shown_as_saved_only_when_told(page: WorkoutPage) -> None:
    ring = part(page, Ring)
    assert isinstance(ring, Ring)
    moment = states()["set"]
    page.show_moment(moment)
    assert (ring.face.dots, ring.face.saved) == (3, 0)
    page.show_saved(moment.segment.n, moment.attempt + 1, 1)
    assert ring.face.saved == 0
    page.show_saved(moment.segment.n, moment.attempt, 1)
    assert ring.face.saved == 1


def test_the_words_for_a_screen_reader(page: WorkoutPage) -> None:
    assert page.accessibleName() == "Workout: Example routine"
    assert part(page, RoutineBar).accessibleName()
    for button in page.findChildren(KeyButton):
        assert button.accessibleName()
    ring = part(page, Ring)
    assert isinstance(ring, Ring)
    assert ring.text() == "2 of 3 open"


def test_readable_from_two_metres(page: WorkoutPage) -> None:
    """Every exercise of the catalogue: side, name, what is next, every phase and the number."""
    timeline = timeline_of(catalogue())
    page.start(timeline, "All")
    ring = part(page, Ring)
    assert isinstance(ring, Ring)
    for index, segment in enumerate(timeline.segments):
        for beat in range(min(len(segment.beats), len(segment.exercise.phases)) or 1):
            page.show_moment(moment_at_beat(timeline, index, beat))
            assert min(lines(page, "headline").cap_heights) >= TWO_METRES_PX
            if segment.kind is SegmentKind.WORK:
                assert min(lines(page, "coming").cap_heights) >= TWO_METRES_PX
                phase_font = ring.phase_lines()[1]
                assert QFontMetricsF(phase_font).capHeight() >= TWO_METRES_PX, ring.face.phase
            if (ring.face.number or 0) < 100:
                digits = QFontMetricsF(ring.number_font()).tightBoundingRect("0")
                assert digits.height() >= NUMBER_PX


def moment_at_beat(timeline: Timeline, index: int, beat: int) -> Moment:
    """A moment in the middle of a beat, without playing all that comes before."""
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


def test_the_painted_number_is_as_large_as_measured(page: WorkoutPage, theme: Theme) -> None:
    page.show_moment(states()["set"])
    picture = part(page, Ring).grab().toImage()
    assert painted_height(picture, theme.ink) >= NUMBER_PX


def painted_height(picture: QImage, colour: str) -> int:
    """From the first to the last row that has a pixel of this colour, in the middle columns."""
    middle = range(picture.width() // 3, 2 * picture.width() // 3, 2)
    rows = [
        y
        for y in range(picture.height())
        if any(picture.pixelColor(x, y).name() == colour.lower() for x in middle)
    ]
    return rows[-1] - rows[0] + 1 if rows else 0


@pytest.mark.parametrize(
    ("size", "notice"),
    [(SMALLEST, None), (SMALLEST, "No sound: the workout goes on."), (LARGE, None)],
)
def test_nothing_overlaps_or_is_cut_with_any_exercise(
    page: WorkoutPage, size: tuple[int, int], notice: str | None
) -> None:
    page.resize(*size)
    page.show_notice(notice)
    timeline = timeline_of(catalogue())
    page.start(timeline, "All")
    for index in range(len(timeline.segments)):
        page.show_moment(moment_at_beat(timeline, index, 0))
        check_room(page, timeline.segments[index].exercise.name)


@pytest.mark.parametrize(
    "side_says",
    [
        "Push through your {side} foot, lift the {other} knee.",
        "Stay on your {side} leg, step back with the {other}.",
    ],
)
def test_the_longest_words_have_room_in_the_smallest_window(
    page: WorkoutPage, side_says: str
) -> None:
    page.resize(*SMALLEST)
    clam = EXERCISES["clam-band"]
    text = msgspec.structs.replace(
        clam.text, name="Half-kneeling hip-flexor stretch", side_says=side_says
    )
    timeline = timeline_of([msgspec.structs.replace(clam, text=text)])
    page.start(timeline, "Long")
    for index in range(len(timeline.segments)):
        page.show_moment(moment_at_beat(timeline, index, 0))
        check_room(page, "long")
        assert min(lines(page, "headline").cap_heights) >= TWO_METRES_PX * 0.74


def my_pace_moments() -> tuple[Moment, Moment, Moment]:
    """In a rep, waiting after it, and waiting after the last."""
    routine = msgspec.structs.replace(ROUTINE, steps=(Step("bridge-basic", reps=2),))
    timeline = lay_out(routine, EXERCISES, Timing(Gaps(), PhraseTable(), {}), {})
    player = Player(timeline, Gaps(), my_pace=True)
    player.start(0.0)
    moments = []
    for now in (13.0, 30.0, 60.0):
        player.advance(now)
        moments.append(player.moment(now))
        if len(moments) == 2:
            player.next_rep(now)
    in_rep, waiting, last = moments
    return in_rep, waiting, last


def test_my_pace_says_which_key_goes_on_and_which_pauses(page: WorkoutPage) -> None:
    in_rep, waiting, last = my_pace_moments()
    bar, ring = part(page, Bar), part(page, Ring)
    assert isinstance(bar, Bar)
    assert isinstance(ring, Ring)
    page.show_moment(in_rep)
    assert lines(page, "hint").text() == "Space: next rep"
    assert "my pace" in ring.text()
    page.show_moment(waiting)
    assert lines(page, "hint").text() == "Space: next rep"
    assert "your turn" in ring.text()
    assert (bar.button(Wish.TOGGLE).text(), bar.button(Wish.ESCAPE).text()) == ("Next rep", "Pause")
    assert bar.button(Wish.ESCAPE).isVisible()
    page.show_moment(last)
    assert lines(page, "hint").text() == "Space: set done"
    page.show_moment(states()["hold"])
    assert lines(page, "hint").text() == ""
    assert bar.button(Wish.TOGGLE).text() == "Pause"


def test_my_pace_is_told_when_it_is_turned_on_and_off(page: WorkoutPage) -> None:
    in_rep, _, _ = my_pace_moments()
    page.show_moment(msgspec.structs.replace(in_rep, my_pace=False))
    toast = part(page, Toast)
    assert isinstance(toast, Toast)
    page.show_moment(in_rep)
    assert toast.text == "My pace"
    page.show_moment(msgspec.structs.replace(in_rep, my_pace=False))
    assert toast.text == "By the clock"


def test_a_brief_word_takes_the_place_of_the_hint_for_a_while(
    page: WorkoutPage, clock: Clock
) -> None:
    in_rep, _, _ = my_pace_moments()
    page.show_moment(in_rep)
    clock.seconds += 5
    page.show_moment(in_rep)
    assert lines(page, "hint").isVisible()
    page.show_volume(50, False)
    assert not lines(page, "hint").isVisible()
    clock.seconds += 5
    page.show_moment(in_rep)
    assert lines(page, "hint").isVisible()


@pytest.mark.parametrize(
    ("size", "notice"),
    [(SMALLEST, None), (SMALLEST, "No sound: the workout goes on."), (DESIGNED, None)],
)
def test_the_words_of_my_pace_have_room_with_any_exercise(
    page: WorkoutPage, size: tuple[int, int], notice: str | None
) -> None:
    page.resize(*size)
    page.show_notice(notice)
    timeline = timeline_of(catalogue())
    page.start(timeline, "All")
    for index, segment in enumerate(timeline.segments):
        if segment.is_reps:
            moment = moment_at_beat(timeline, index, 0)
            page.show_moment(msgspec.structs.replace(moment, my_pace=True))
            assert "Space: " in lines(page, "hint").text()
            check_room(page, segment.exercise.name)


@pytest.mark.parametrize("notice", [None, "No sound: the workout goes on."])
def test_a_brief_word_lies_on_no_instructions_of_a_gap(
    page: WorkoutPage, notice: str | None
) -> None:
    page.resize(*SMALLEST)
    page.show_notice(notice)
    poses = read_poses(ASSETS / "poses" / "clam-basic.toml")
    exercise = read_exercise(ASSETS / "exercises" / "clam-basic.toml")
    page.show_figure(Motion(exercise, poses).get_ready(0.0, Side.LEFT))
    timeline = timeline_of(catalogue())
    page.start(timeline, "All")
    for index, segment in enumerate(timeline.segments):
        if segment.kind is SegmentKind.WORK:
            continue
        page.show_moment(moment_at(timeline, index, 0.0))
        page.show_volume(50, True)
        toast = QRectF(part(page, Toast).geometry())
        assert lines(page, "details").text()
        for other in (lines(page, "details").used_rect, QRectF(part(page, Bar).geometry())):
            assert not toast.intersects(other), segment.exercise.name


def check_room(page: WorkoutPage, what: str) -> None:
    """No words leave their place, lie on each other, on the ring or on the bar."""
    ring = part(page, Ring)
    assert isinstance(ring, Ring)
    taken = {"bar": QRectF(part(page, Bar).geometry())}
    if part(page, Strip).isVisible():
        taken["strip"] = QRectF(part(page, Strip).geometry())
    is_gap = not ring.face.lap
    ring_rect = QRectF(ring.geometry())
    if is_gap:
        # Without a ring only the number is there: the details stand below it.
        ring_rect.setHeight(ring_rect.height() * 0.65)
    taken["ring"] = ring_rect
    for name in ("headline", "instructions", "details", "coming", "hint"):
        label = lines(page, name)
        if not label.text():
            continue
        assert label.used_height <= label.height() + 1, (what, name)
        assert label.used_rect.width() <= label.width() + 1, (what, name)
        taken[name] = label.used_rect
    names = sorted(taken)
    for number, one in enumerate(names):
        assert QRectF(page.rect()).adjusted(-1, -1, 1, 1).contains(taken[one]), (what, one)
        for other in names[number + 1 :]:
            shared = taken[one] & taken[other]
            assert shared.width() < 1 or shared.height() < 1, (what, one, other)


def test_the_bar_fits_the_smallest_window(page: WorkoutPage) -> None:
    page.resize(*SMALLEST)
    page.show_finish("1:13:42 left · done at 07:24")
    QApplication.processEvents()
    bar = part(page, Bar)
    assert bar.minimumSizeHint().width() <= SMALLEST[0]


def test_the_number_keeps_its_place_when_its_digits_change(page: WorkoutPage) -> None:
    font = part(page, Ring).number_font()  # type: ignore[attr-defined]
    metrics = QFontMetricsF(font)
    widths = {round(metrics.horizontalAdvance(digit), 3) for digit in "0123456789"}
    assert len(widths) == 1


def test_a_figure_takes_the_place_of_the_instructions(page: WorkoutPage) -> None:
    assert lines(page, "instructions").text()
    poses = read_poses(ASSETS / "poses" / "clam-basic.toml")
    exercise = read_exercise(ASSETS / "exercises" / "clam-basic.toml")
    page.show_figure(Motion(exercise, poses).get_ready(0.0, Side.LEFT))
    assert not lines(page, "instructions").text()
    page.show_figure(None)
    assert lines(page, "instructions").text()


def test_finished_parts_of_the_bar_keep_one_colour(page: WorkoutPage, theme: Theme) -> None:
    bar = part(page, RoutineBar)
    assert isinstance(bar, RoutineBar)
    timeline = timeline_of()
    assert len(bar.blocks()) == len(timeline.work)
    page.show_moment(states()["set"])
    picture = bar.grab().toImage()
    for block in bar.blocks()[:2]:
        assert picture.pixelColor(block.center().toPoint()).name() == theme.accent.lower()
    last = bar.blocks()[-1].center().toPoint()
    assert picture.pixelColor(last).name() == theme.track.lower()


def test_another_theme_reaches_every_part(page: WorkoutPage) -> None:
    light = read_theme((ASSETS / "themes" / "light.toml").read_bytes())
    page.set_theme(light)
    picture = page.grab().toImage()
    assert picture.pixelColor(5, 5).name() == light.ground.lower()
    assert picture.pixelColor(5, page.height() - 5).name() == light.card.lower()
    ring = part(page, Ring).grab().toImage()
    assert painted_height(ring, light.ink) >= NUMBER_PX
