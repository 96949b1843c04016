"""What Today proposes and how a choice changes it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from hiptimer.app.home import Home, Past
from hiptimer.app.shelf import Shelf
from hiptimer.app.today import Today
from hiptimer.model.complaint import Complaint
from hiptimer.model.session import RoutineRef, Session, Status
from hiptimer.paths import paths_under
from hiptimer.ui.today.plan import OTHERS, VariationChoice
from hiptimer.workout.record import planned_sets


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "data"))


def chosen_for_today(home: Home) -> Today:
    return Today(home, Shelf(home), Past())


def moves(today: Today) -> list[str]:
    plan = today.plan()
    assert plan is not None
    return [f"{m.dose} {m.exercise.id}" for m in plan.moves]


def session_of(today: Today) -> Session:
    routine = today.routine
    assert routine is not None
    return Session(
        id="a",
        status=Status.COMPLETE,
        speed=1.0,
        routine=RoutineRef(routine.id, routine.name),
        started_at=datetime(2026, 11, 2, 6, tzinfo=UTC),
        utc_offset_s=0,
        sets=planned_sets(today.timeline(routine)),
    )


def test_a_new_runner_sees_the_usual_routine(home: Home) -> None:
    plan = chosen_for_today(home).plan()
    assert plan is not None
    assert plan.routine.id == "pre-run-activation"
    assert plan.fetch == "nothing to fetch"
    assert [m.exercise.id for m in plan.moves][:3] == ["bridge-basic", "bridge-hold", "clam-basic"]
    assert plan.routine.id not in {card.id for card in plan.others}
    assert len(plan.others) == OTHERS


def test_the_duration_shown_is_that_of_the_timeline(home: Home) -> None:
    today = chosen_for_today(home)
    plan = today.plan()
    assert plan is not None
    assert plan.seconds == today.timeline(plan.routine).seconds


def test_a_variation_for_this_time_changes_what_would_start_and_what_to_fetch(home: Home) -> None:
    today = chosen_for_today(home)
    before = today.plan()
    today.vary(VariationChoice(2, "clam-band", for_good=False))
    plan = today.plan()
    assert plan is not None
    assert before is not None
    assert moves(today)[2] == "10 × clam-band"
    assert (plan.moves[2].is_changed, plan.fetch) == (True, "with a mini band")
    assert plan.seconds > before.seconds
    assert chosen_for_today(Home(home.paths)).plan() == before


def test_a_variation_keeps_to_the_smaller_dose(home: Home) -> None:
    today = chosen_for_today(home)
    today.vary(VariationChoice(4, "lunge-front", for_good=False))
    assert moves(today)[4] == "5 × lunge-front"
    today.vary(VariationChoice(2, "clam-straight", for_good=False))
    assert moves(today)[2] == "8 × clam-straight"


def test_a_session_is_repeated_with_the_variations_it_ended_with(home: Home) -> None:
    today = chosen_for_today(home)
    today.vary(VariationChoice(2, "clam-band", for_good=False))
    done = session_of(today)
    another_day = chosen_for_today(home)
    another_day.choose("hip-flow")
    another_day.repeat(done)
    assert moves(another_day) == moves(today)


def test_a_session_is_repeated_without_what_was_left_out_of_it(home: Home) -> None:
    today = chosen_for_today(home)
    home.change_settings(sore=(Complaint.KNEECAP,))
    today.choose("hip-flow")
    done = moves(today)
    today.repeat(session_of(today))
    assert moves(today) == done
    home.change_settings(sore=())
    today.repeat(session_of(today))
    assert moves(today)[1:] == done


def test_a_session_is_repeated_though_nothing_of_the_routine_as_written_is_left(
    home: Home,
) -> None:
    flow = home.catalogue.routines["hip-flow"]
    one = replace(flow, id="one-move", steps=flow.steps[:1])
    today = chosen_for_today(home)
    Shelf(home).save_routine(one)
    today.choose("one-move", {0: "clam-basic"})
    done = session_of(today)
    home.change_settings(sore=(Complaint.KNEECAP,))
    today.repeat(done)
    assert [move.split()[-1] for move in moves(today)] == ["clam-basic"]


def test_an_exercise_chosen_for_this_time_that_is_removed_gives_way(home: Home) -> None:
    shelf = Shelf(home)
    own = replace(home.catalogue.exercises["clam-basic"], id="my-clam")
    shelf.save_exercise(own, {})
    today = Today(home, shelf, Past())
    before = moves(today)
    today.vary(VariationChoice(2, "my-clam", for_good=False))
    shelf.remove_exercise("my-clam")
    today.look_again()
    assert moves(today) == before


def test_a_choice_for_this_time_does_not_fall_on_another_move(home: Home) -> None:
    shelf = Shelf(home)
    today = Today(home, shelf, Past())
    today.vary(VariationChoice(2, "clam-high", for_good=False))
    routine = home.catalogue.routines["pre-run-activation"]
    first, second, third, *rest = routine.steps
    shelf.save_routine(replace(routine, steps=(third, first, second, *rest)))
    today.look_again()
    ids = [move.split()[-1] for move in moves(today)]
    assert ids[:3] == [third.exercise, first.exercise, second.exercise]


def test_choosing_the_usual_one_again_takes_the_change_back(home: Home) -> None:
    today = chosen_for_today(home)
    before = today.plan()
    today.vary(VariationChoice(2, "clam-band", for_good=False))
    today.vary(VariationChoice(2, "clam-basic", for_good=False))
    assert today.plan() == before


def test_a_variation_for_good_is_there_at_the_next_start(home: Home) -> None:
    today = chosen_for_today(home)
    today.vary(VariationChoice(2, "clam-high", for_good=True))
    today.vary(VariationChoice(0, "bridge-band", for_good=False))
    assert moves(today)[2] == "10 × clam-high"
    again = chosen_for_today(Home(home.paths))
    assert moves(again)[2] == "10 × clam-high"
    assert moves(again)[0] == "10 × bridge-basic"
    plan = again.plan()
    assert plan is not None
    assert not plan.moves[2].is_changed


def test_a_choice_that_cannot_be_saved_holds_for_now_and_says_so(home: Home) -> None:
    home.paths.data.mkdir(parents=True, exist_ok=True)
    (home.paths.data / "routines").write_text("a file where a folder should be")
    today = chosen_for_today(home)
    today.vary(VariationChoice(2, "clam-high", for_good=True))
    plan = today.plan()
    assert plan is not None
    assert plan.moves[2].exercise.id == "clam-high"
    assert plan.message is not None
    assert "could not be saved" in plan.message


def test_another_routine_takes_its_place(home: Home) -> None:
    today = chosen_for_today(home)
    today.vary(VariationChoice(0, "bridge-band", for_good=False))
    today.choose("hip-flow")
    plan = today.plan()
    assert plan is not None
    assert plan.routine == home.catalogue.routines["hip-flow"]


def test_a_bad_file_is_told_on_today(tmp_path: Path) -> None:
    paths = paths_under(tmp_path)
    folder = paths.own_catalogue / "routines"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text("id = ")
    home = Home(paths)
    plan = Today(home, Shelf(home), Past()).plan()
    assert plan is not None
    assert "mine.toml" in (plan.message or "")


def test_each_routine_has_the_picture_of_an_exercise_that_few_others_have(home: Home) -> None:
    pictures = {card.id: card.picture for card in chosen_for_today(home).cards()}
    assert pictures["pre-run-activation"] == "quad-hip-extension"
    assert pictures["two-minute-primer"] == "leg-swing"
    assert len(set(pictures.values())) == len(pictures)


def test_a_card_names_an_exercise_for_each_move(home: Home) -> None:
    for card in chosen_for_today(home).cards():
        routine = home.catalogue.routines[card.id]
        assert card.exercises == tuple(step.exercise for step in routine.steps)
        assert len(card.exercises) == len(card.moves)
