"""Less time than the routine takes, on Today."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hiptimer.app.home import Home, Past
from hiptimer.app.shelf import Shelf
from hiptimer.app.time_left import TimeLeft, TimeThere, read_time_left
from hiptimer.app.today import Today
from hiptimer.model.routine import Routine
from hiptimer.paths import paths_under
from hiptimer.ui.today.plan import TodayPlan, VariationChoice

SEVEN = datetime(2026, 11, 2, 7, 0).astimezone()


class Clock:
    """Stands at seven until it is moved on."""

    def __init__(self) -> None:
        self.now = SEVEN

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "data"))


@pytest.fixture
def today(home: Home) -> Today:
    return Today(home, Shelf(home), Past())


def plan(today: Today) -> TodayPlan:
    found = today.plan()
    assert found is not None
    return found


def basic_three(home: Home) -> Routine:
    return home.catalogue.routines["basic-three"]


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("6", 6),
        (" 6 min", 6),
        ("12m", 12),
        ("1 minute", 1),
        ("90Min", 90),
        ("2,5", 2.5),
        ("2.5 min", 2.5),
        ("0,5", 0.5),
    ],
)
def test_minutes_are_read(typed: str, minutes: float) -> None:
    assert read_time_left(typed, SEVEN) == TimeLeft(minutes)


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("7:30", SEVEN.replace(minute=30)),
        ("07.30", SEVEN.replace(minute=30)),
        ("7:01", SEVEN.replace(minute=1)),
        ("7:00", SEVEN + timedelta(days=1)),
        ("6:10", SEVEN.replace(hour=6, minute=10) + timedelta(days=1)),
    ],
)
def test_a_time_is_the_next_one_on_the_clock(typed: str, when: datetime) -> None:
    assert read_time_left(typed, SEVEN) == TimeLeft(leave_at=when)


@pytest.mark.parametrize(
    "typed", ["", "0", "0,0", "soon", "25:00", "7:61", "-3", "6.", ",5", "7,30", "1234", "7:3"]
)
def test_what_is_no_time_is_not_taken_for_one(typed: str) -> None:
    assert read_time_left(typed, SEVEN) is None


def test_what_would_be_left_out_is_told_at_once(home: Home) -> None:
    there = TimeThere(home, Clock())
    trial = there.trial("3", basic_three(home), Past())
    assert trial.can_be_used
    assert trial.words.startswith("2 min ")
    assert trial.words.endswith("done at 07:03") or trial.words.endswith("done at 07:02")
    assert trial.left_out == "2 of 3 rounds left out · 6 instead of 10 reps · 15 instead of 30 s"
    assert there.trial("60", basic_three(home), Past()).left_out == "All of it fits."


def test_at_my_pace_the_finish_is_a_guess_where_there_are_reps(home: Home) -> None:
    home.change_settings(my_pace=True)
    there = TimeThere(home, Clock())
    assert "done about 07:0" in there.trial("3", basic_three(home), Past()).words
    stretches = home.catalogue.routines["tight-hip-stretches"]
    assert "done at 07:0" in there.trial("3", stretches, Past()).words


def test_when_nothing_fits_it_says_so_and_cannot_be_used(home: Home) -> None:
    trial = TimeThere(home, Clock()).trial("1", basic_three(home), Past())
    assert not trial.can_be_used
    assert trial.words == "Nothing fits into 1 min."
    assert trial.left_out.startswith("The least takes 1 min ")


def test_what_is_no_time_is_answered_with_what_is(home: Home) -> None:
    there = TimeThere(home, Clock())
    assert there.trial("soon", basic_three(home), Past()).words.startswith("Minutes such as 6")
    assert there.trial("", basic_three(home), Past()).words == ""


def test_the_minutes_offered_are_fewer_than_the_routine_takes(home: Home) -> None:
    there = TimeThere(home, Clock())
    seconds = home.lay_out(basic_three(home), Past()).seconds
    offered = there.offered(basic_three(home), Past())
    assert offered[0] == 2
    assert seconds - 180 < offered[-1] * 60 < seconds


def test_the_time_until_leaving_holds_against_the_clock(home: Home) -> None:
    clock = Clock()
    there = TimeThere(home, clock)
    whole = basic_three(home)
    there.take("7:15")
    assert there.routine(whole, Past()) == whole
    assert there.words(whole, Past()) == "All of it fits into the time until 07:15."
    lengths = []
    for _ in range(13):
        clock.pass_by(minutes=1)
        seconds = home.lay_out(there.routine(whole, Past()), Past()).seconds
        assert clock.now + timedelta(seconds=seconds) <= SEVEN.replace(minute=15)
        lengths.append(seconds)
    assert lengths == sorted(lengths, reverse=True)
    clock.pass_by(minutes=1)
    assert there.words(whole, Past()).startswith("Nothing of it fits into the time until 07:15.")
    assert there.routine(whole, Past()) == whole


def test_today_shows_and_starts_what_fits(today: Today) -> None:
    today.choose("basic-three")
    before = plan(today)
    today.time.take("3")
    fitted = plan(today)
    assert fitted.seconds <= 180
    assert fitted.fitted.startswith("Fitted to 3 min · 2 of 3 rounds left out · ")
    assert today.routine == fitted.routine
    assert [move.dose for move in fitted.moves] == ["6 ×", "15 s", "6 ×"]
    today.time.forget()
    assert plan(today).routine == before.routine
    assert plan(today).fitted == ""


def test_a_variation_of_this_time_is_fitted_too(today: Today) -> None:
    today.choose("basic-three")
    today.vary(VariationChoice(0, "clam-band", for_good=False))
    today.time.take("4")
    assert plan(today).moves[0].exercise.id == "clam-band"
    assert plan(today).seconds <= 240


def test_a_variation_for_good_is_kept_with_its_whole_dose(today: Today, home: Home) -> None:
    today.choose("basic-three")
    today.time.take("3")
    today.vary(VariationChoice(0, "clam-high", for_good=True))
    kept = home.catalogue.routines["basic-three"]
    assert (kept.rounds, kept.steps[0].exercise, len(kept.steps)) == (3, "clam-high", 3)
    assert plan(today).seconds <= 180


def test_the_time_holds_for_another_routine_but_not_for_the_next_workout(today: Today) -> None:
    today.time.take("3")
    today.choose("hip-extension")
    assert plan(today).seconds <= 180
    today.look_back(Past())
    assert plan(today).fitted == ""
