"""The screen lights up with a countdown: when, how often, and what stands instead."""

from dataclasses import dataclass
from itertools import pairwise

import msgspec
import pytest
from examples import EXERCISES
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from hiptimer.model.gaps import Gaps
from hiptimer.model.moment import Moment
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.routine import Routine, Step
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.distance.sight import Distance
from hiptimer.ui.workout.flash import FLASH_S, Countdown, Flash, Light
from hiptimer.ui.workout.page import WorkoutPage
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.player import Player


@dataclass
class Clock:
    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


def timeline_of(*ids: str) -> Timeline:
    routine = Routine(id="r", name="R", when="", steps=tuple(Step(id) for id in ids))
    return lay_out(routine, EXERCISES, Timing(Gaps(), PhraseTable(), {}), {})


def began(times: list[tuple[float, Light]]) -> list[float]:
    """When the light went on."""
    return [
        round(at, 2)
        for (_, before), (at, light) in pairwise(times)
        if light is Light.FLASH and before is not Light.FLASH
    ]


def watched(
    player: Player, timeline: Timeline, start: float, seconds: float, *, is_still: bool = False
) -> list[tuple[float, Light]]:
    """The light at each look from `start` on, thirty a second."""
    clock = Clock()
    countdown = Countdown(clock)
    found = []
    for look in range(round(seconds * 30)):
        clock.seconds = start + look / 30 + 0.001
        player.advance(clock.seconds)
        moment = player.moment(clock.seconds)
        light = countdown.light(moment, timeline, is_still=is_still)
        found.append((clock.seconds - start, light))
    return found


def started(timeline: Timeline) -> Player:
    player = Player(timeline, Gaps())
    player.start(0.0)
    return player


def test_three_two_one_and_zero_of_a_get_ready() -> None:
    timeline = timeline_of("clam-basic")
    gap = timeline.segments[0].seconds
    times = watched(started(timeline), timeline, 0.0, gap + 3)
    assert began(times) == pytest.approx([gap - 3, gap - 2, gap - 1, gap], abs=0.05)
    lit = sum(light is Light.FLASH for _, light in times) / 30
    assert lit == pytest.approx(4 * FLASH_S, abs=0.2)


def test_three_two_one_and_zero_of_a_hold_and_after_a_pause() -> None:
    timeline = timeline_of("bridge-hold")
    work = next(s for s in timeline.segments if s.kind is SegmentKind.WORK)
    end = work.start + next(b.end for b in work.beats if b.name == "hold")
    player = started(timeline)
    assert began(watched(player, timeline, end - 6, 9)) == pytest.approx([3, 4, 5, 6], abs=0.05)

    timeline = timeline_of("clam-basic")
    player = started(timeline)
    now = timeline.segments[0].seconds + 6.5
    player.pause(now)
    player.resume(now + 10)
    times = watched(player, timeline, now + 10, 6)
    assert began([(-1, Light.NONE), *times]) == pytest.approx([0, 1, 2, 3], abs=0.05)


def test_nothing_lights_up_in_a_pause_or_in_the_reps() -> None:
    timeline = timeline_of("clam-basic")
    player = started(timeline)
    start = timeline.segments[0].seconds + 1
    assert not began(watched(player, timeline, start, 20))
    player.pause(start + 20)
    assert not began(watched(player, timeline, start + 20, 5))


def test_who_wants_no_motion_gets_one_steady_bar() -> None:
    timeline = timeline_of("clam-basic")
    gap = timeline.segments[0].seconds
    times = watched(started(timeline), timeline, 0.0, gap + 3, is_still=True)
    lights = [light for _, light in times]
    assert Light.FLASH not in lights
    changes = sum(one is not other for one, other in pairwise(lights))
    assert changes == 2
    bar = [at for at, light in times if light is Light.BAR]
    assert (bar[0], bar[-1]) == pytest.approx((gap - 3, gap + FLASH_S), abs=0.05)


@given(
    looks=st.lists(st.tuples(st.floats(0.001, 0.6), st.floats(0.0, 14.0)), min_size=5, max_size=120)
)
def test_never_three_flashes_in_a_second_whatever_is_pressed(
    looks: list[tuple[float, float]],
) -> None:
    """Time may jump with every look, as when keys are pressed or the speed is another one."""
    timeline = timeline_of("clam-basic")
    moments = [started_moment(timeline, at) for _, at in looks]
    clock = Clock()
    countdown = Countdown(clock)
    times = [(0.0, Light.NONE)]
    for (passed, _), moment in zip(looks, moments, strict=True):
        clock.seconds += passed
        times.append((clock.seconds, countdown.light(moment, timeline, is_still=False)))
    begins = [
        at
        for (_, before), (at, light) in pairwise(times)
        if light is Light.FLASH and before is not Light.FLASH
    ]
    for first in begins:
        assert sum(first <= at < first + 1 for at in begins) <= 2


def started_moment(timeline: Timeline, at: float) -> Moment:
    player = started(timeline)
    player.advance(at)
    return player.moment(at)


@pytest.fixture
def page(qtbot: QtBot, dressed: None, light: Theme) -> WorkoutPage:
    page = WorkoutPage(theme=light, now=Clock())
    qtbot.addWidget(page)
    page.resize(960, 600)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.mark.parametrize("is_far", [False, True])
def test_the_whole_page_changes_its_colour_for_a_moment(page: WorkoutPage, is_far: bool) -> None:
    timeline = timeline_of("clam-basic")
    gap = timeline.segments[0].seconds
    page.start(timeline, "R")
    seen = []
    for flashes, left in ((False, 2.9), (True, 2.9), (True, 2.5)):
        page.look_from(Distance(is_on=is_far, flashes=flashes))
        page.show_moment(started_moment(timeline, gap - left))
        picture = page.grab().toImage()
        # Between number and words, and at the lower edge of the picture.
        seen.append([picture.pixelColor(x, 530).name() for x in (480, 940)])
    dark, lit, after = seen
    assert all(one != other for one, other in zip(dark, lit, strict=True))
    assert after == dark


@pytest.mark.parametrize("is_far", [False, True])
def test_the_bar_stands_at_the_top(page: WorkoutPage, is_far: bool) -> None:
    timeline = timeline_of("clam-basic")
    gap = timeline.segments[0].seconds
    page.start(timeline, "R")
    page.look_from(Distance(is_on=is_far, flashes=True, is_still=True))
    page.show_moment(started_moment(timeline, gap - 6))
    before = page.grab().toImage().pixelColor(480, 3)
    page.show_moment(started_moment(timeline, gap - 2.5))
    flash = page.findChild(Flash)
    assert isinstance(flash, Flash)
    assert flash.light is Light.BAR
    assert page.grab().toImage().pixelColor(480, 3) != before
    moment = started_moment(timeline, gap + 1)
    page.show_moment(msgspec.structs.replace(moment))
    assert flash.isHidden()
