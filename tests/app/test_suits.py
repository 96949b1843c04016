"""What sore places and missing equipment make of the routine for today."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hiptimer.app.equipment_note import HAVE, USE, EquipmentNote
from hiptimer.app.home import Home, Past
from hiptimer.app.shelf import Shelf
from hiptimer.app.today import Today
from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.paths import paths_under
from hiptimer.ui.today.note_card import CLOSED
from hiptimer.ui.today.plan import TodayPlan, VariationChoice
from hiptimer.workout.safety import LEAVE_THE_RUN

NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "data"))


def today_with(home: Home, routine_id: str) -> Today:
    today = Today(home, Shelf(home), Past())
    today.choose(routine_id)
    return today


def plan_of(today: Today) -> TodayPlan:
    plan = today.plan()
    assert plan is not None
    return plan


def moves(today: Today) -> list[str]:
    return [move.exercise.id for move in plan_of(today).moves]


def at(note: EquipmentNote, choice: str) -> None:
    assert note.note() is not None
    note.answer(choice)


def test_a_sore_place_changes_what_starts_and_says_so(home: Home) -> None:
    before = moves(today_with(home, "lunge-matrix"))
    home.change_settings(sore=(Complaint.OUTER_HIP,))
    today = today_with(home, "lunge-matrix")
    assert before == ["lunge-front", "lunge-side", "lunge-curtsy", "lunge-cross-curtsy"]
    assert moves(today) == ["lunge-front", "lunge-side", "lunge-reverse", "split-squat"]
    assert [s.exercise for s in today.routine.steps] == moves(today) if today.routine else False
    assert plan_of(today).suited.startswith("Sore outer hip: Reverse lunge instead of")
    assert not plan_of(today).leaves_run
    assert home.catalogue.routines["lunge-matrix"].steps[2].exercise == "lunge-curtsy"


@pytest.mark.parametrize("place", [Complaint.GROIN, Complaint.FRONT_HIP])
def test_groin_and_front_of_hip_speak_against_the_run(home: Home, place: Complaint) -> None:
    home.change_settings(sore=(place,))
    plan = plan_of(today_with(home, "pre-run-activation"))
    assert plan.leaves_run
    assert plan.safety == LEAVE_THE_RUN


def test_the_traffic_light_is_only_told_where_a_clinician_gave_it(home: Home) -> None:
    assert plan_of(today_with(home, "pre-run-activation")).safety == ""
    home.change_settings(pain_rule="traffic_light")
    words = plan_of(today_with(home, "pre-run-activation")).safety
    assert "clinician" in words
    home.change_settings(sore=(Complaint.GROIN,))
    assert plan_of(today_with(home, "pre-run-activation")).safety == LEAVE_THE_RUN


def test_a_move_that_is_left_out_does_not_shift_the_others(home: Home) -> None:
    """What is chosen for a later step goes to that step of the routine, also for good."""
    home.change_settings(sore=(Complaint.KNEELING,))
    today = today_with(home, "tight-hip-stretches")
    assert moves(today) == ["stretch-figure-four", "stretch-butterfly", "stretch-side-lean"]
    first = plan_of(today).moves[0]
    assert first.step == 1
    assert first.kept == home.catalogue.routines["tight-hip-stretches"].steps[1]
    today.vary(VariationChoice(first.step, "stretch-pigeon-table", for_good=True))
    # The move it replaced is free now to stand in for the first one.
    assert moves(today)[:2] == ["stretch-figure-four", "stretch-pigeon-table"]
    saved = [step.exercise for step in home.catalogue.routines["tight-hip-stretches"].steps]
    assert saved[:2] == ["stretch-hip-flexor", "stretch-pigeon-table"]


def test_no_variation_is_offered_that_a_sore_place_speaks_against(home: Home) -> None:
    home.change_settings(sore=(Complaint.OUTER_HIP, Complaint.KNEECAP))
    plan = plan_of(today_with(home, "lunge-matrix"))
    sore = {Complaint.OUTER_HIP, Complaint.KNEECAP}
    offered = [e for move in plan.moves for e in move.variations] + list(plan.stock.exercises)
    assert offered
    assert not [e.id for e in offered if sore & {*e.avoid_with}]


def test_what_is_chosen_against_a_sore_place_is_swapped_again(home: Home) -> None:
    home.change_settings(sore=(Complaint.KNEECAP,))
    today = today_with(home, "basic-three")
    today.vary(VariationChoice(2, "lunge-front", for_good=False))
    assert "lunge-front" not in moves(today)


def test_where_nothing_is_left_another_routine_stands_in_and_it_is_said(home: Home) -> None:
    home.change_settings(sore=tuple(Complaint))
    today = today_with(home, "hip-flow")
    plan = plan_of(today)
    assert plan.routine.id != "hip-flow"
    assert plan.message is not None
    assert plan.message.startswith("Nothing of Hip flow is left: sore kneecap, low back")


def test_without_a_word_about_equipment_nothing_is_offered(home: Home) -> None:
    today = today_with(home, "mini-band")
    assert EquipmentNote(home, today, lambda: NOW).note() is None


def test_the_form_without_the_band_is_offered_and_not_forced(home: Home) -> None:
    home.change_settings(equipment=())
    today = today_with(home, "mini-band")
    offer = EquipmentNote(home, today, lambda: NOW)
    note = offer.note()
    assert note is not None
    assert note.title == "No mini band here?"
    assert "band-side-step" in moves(today)
    at(offer, USE)
    assert offer.note() is None
    assert "clam-basic" in moves(today)
    assert plan_of(today).fetch == "nothing to fetch"
    assert plan_of(today).goes_without
    again = today_with(Home(home.paths), "mini-band")
    assert "clam-basic" in moves(again)
    again.go_as_written()
    assert "clam-band" in moves(again)


def test_i_have_one_is_remembered(home: Home) -> None:
    home.change_settings(equipment=(Equipment.STEP,))
    today = today_with(home, "mini-band")
    offer = EquipmentNote(home, today, lambda: NOW)
    at(offer, HAVE)
    assert offer.note() is None
    assert Home(home.paths).settings.equipment == (Equipment.MINI_BAND, Equipment.STEP)
    assert "band-side-step" in moves(today)


def test_a_declined_offer_comes_back_after_two_weeks(home: Home) -> None:
    home.change_settings(equipment=())
    today = today_with(home, "mini-band")
    at(EquipmentNote(home, today, lambda: NOW), CLOSED)
    for days, is_offered in ((0, False), (13, False), (14, True)):
        then = NOW + timedelta(days=days)
        note = EquipmentNote(home, today, lambda then=then: then).note()
        assert (note is not None) == is_offered
    assert "band-side-step" in moves(today)


def test_the_band_at_hand_again_ends_the_form_without_it(home: Home) -> None:
    home.change_settings(equipment=())
    today = today_with(home, "mini-band")
    today.go_without()
    home.change_settings(equipment=(Equipment.MINI_BAND,))
    assert "clam-band" in moves(today)
    assert not plan_of(today).goes_without
