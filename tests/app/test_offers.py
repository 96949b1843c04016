"""Offers made from the history, and what answering them changes."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from histories import TODAY
from history.samples import now
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from hiptimer.app.home import Home, Past
from hiptimer.app.next_time import NextTime
from hiptimer.app.offer_note import NO, YES, OfferNote
from hiptimer.app.offering import Offering
from hiptimer.app.offers import Offers
from hiptimer.app.shelf import Shelf
from hiptimer.app.today import Today
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.model.event import Outcome
from hiptimer.model.session import (
    ExerciseRef,
    Pain,
    Place,
    Rating,
    RoutineRef,
    Session,
    SetRecord,
    Status,
)
from hiptimer.paths import paths_under
from hiptimer.ui.done.next_card import NextCard
from hiptimer.ui.figure.album import Album
from hiptimer.ui.today.note_card import CLOSED
from hiptimer.ui.widgets.button import Button
from hiptimer.workout.progress.offer import Kind
from hiptimer.workout.progress.words import offer_line
from hiptimer.workout.record import planned_sets

ROUTINE = "pre-run-activation"
SINCE = (1, 3, 5, 8, 10, 12, 15, 17, 19, 22)

Doing = Callable[..., Session]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "data"))


@pytest.fixture
def did(home: Home) -> Doing:
    """A whole workout so many days ago, all of it rated alike."""

    def made(days: int, rating: Rating | None = Rating.EASY, *, pain: int = 0) -> Session:
        routine = home.catalogue.routines[ROUTINE]
        at = now() + timedelta(days=(TODAY - now().date()).days - days)
        return Session(
            id=str(uuid4()),
            status=Status.COMPLETE,
            speed=1.0,
            routine=RoutineRef(routine.id, routine.name),
            started_at=at,
            utc_offset_s=0,
            ended_at=at + timedelta(minutes=6),
            pain=(Pain(Place.KNEE, planned_sets(home.lay_out(routine, Past()))[0].side, pain),)
            if pain
            else (),
            sets=tuple(whole(record, rating) for record in plan(home)),
        )

    def plan(home: Home) -> tuple[SetRecord, ...]:
        return tuple(planned_sets(home.lay_out(home.catalogue.routines[ROUTINE], Past())))

    def whole(record: SetRecord, rating: Rating | None) -> SetRecord:
        return replace(
            record,
            reps=record.planned.reps,
            hold_s=record.planned.hold_s,
            outcome=Outcome.DONE,
            started_at=now(),
            rating=rating,
        )

    return made


@pytest.fixture
def keep(home: Home) -> Callable[..., None]:
    def kept(*sessions: Session) -> None:
        store = Store(open_history(home.paths.history_file, now=now()).connection)
        for one in sessions:
            store.take_in(one)
        store.close()

    return kept


@pytest.fixture
def regularly(did: Doing, keep: Callable[..., None]) -> None:
    """Three weeks, all rated easy."""
    keep(*(did(days) for days in SINCE))


def today() -> date:
    return TODAY


@pytest.fixture
def offers(home: Home) -> Offers:
    return Offers(home, Shelf(home), today)


def reps(home: Home, exercise_id: str) -> int | None:
    steps = home.catalogue.routines[ROUTINE].steps
    return next((step.reps for step in steps if step.exercise == exercise_id), None)


def without(session: Session, exercise_id: str, put_in: ExerciseRef) -> Session:
    """The session with another exercise swapped in on the way."""
    return replace(
        session,
        sets=tuple(
            replace(s, exercise=put_in, swapped_from=exercise_id)
            if s.exercise.id == exercise_id
            else s
            for s in session.sets
        ),
    )


# --- making and answering ---


def test_without_a_past_nothing_is_offered(offers: Offers) -> None:
    assert offers.before(ROUTINE) is None
    assert offers.before("no-such-routine") is None


@pytest.mark.usefixtures("regularly")
def test_what_is_accepted_is_in_the_routine_and_remembered(home: Home, offers: Offers) -> None:
    offer = offers.before(ROUTINE)
    assert offer is not None
    assert offer.kind is Kind.MORE
    assert offer.becomes == replace(offer.now, reps=12)
    assert offer.now.exercise == "bridge-basic"
    offers.accept(offer, ROUTINE)
    assert reps(home, "bridge-basic") == 12
    assert home.settings.accepted == {"up:bridge-basic": TODAY}
    assert Home(home.paths).settings.accepted == {"up:bridge-basic": TODAY}
    # The bridges were done at 10 so far, and the other families wait; the other bridge may grow.
    further = offers.before(ROUTINE)
    assert further is None or further.now.exercise == "bridge-hold"


@pytest.mark.usefixtures("regularly")
def test_what_is_declined_leaves_the_routine_alone_and_is_not_offered_again(
    home: Home, offers: Offers
) -> None:
    seen = set()
    while (offer := offers.before(ROUTINE)) is not None:
        assert offer.name not in seen
        seen.add(offer.name)
        offers.decline(offer)
    assert seen == {f"up:{step.exercise}" for step in home.catalogue.routines[ROUTINE].steps}
    assert not Shelf(home).owns_routine(ROUTINE)


@pytest.mark.usefixtures("regularly")
def test_right_after_a_workout_the_session_counts_as_it_stands(offers: Offers, did: Doing) -> None:
    past = offers.read(ROUTINE)
    session = did(0, None)
    assert offers.after(session, past) is None
    assert offers.after(did(0), past) is not None
    assert offers.after(replace(did(0), speed=60.0), past) is None
    assert offers.after(replace(did(0), deleted_at=now()), past) is None
    strong = offers.after(did(0, pain=6), past)
    assert strong is not None
    assert not strong.kind.is_harder
    only = replace(did(0), sets=tuple(s for s in did(0).sets if s.exercise.id == "lunge-side"))
    offer = offers.after(only, past)
    assert offer is not None
    assert offer.now.exercise == "lunge-side"


@pytest.mark.usefixtures("regularly")
def test_a_little_pain_is_fine_only_by_a_clinicians_rule(
    home: Home, offers: Offers, did: Doing
) -> None:
    past = offers.read(ROUTINE)
    assert offers.after(did(0, pain=2), past) is None
    home.change_settings(pain_rule="traffic_light")
    assert offers.after(did(0, pain=2), past) is not None


def test_in_the_terminal_it_is_one_line(home: Home, did: Doing) -> None:
    offering = Offering(home, today)
    past = [did(1, Rating.TOO_MUCH), did(2)]
    offer = offering.after(did(0, Rating.TOO_MUCH), past)
    assert offer is not None
    line = offer_line(offer, home.catalogue.exercises)
    assert line.endswith("Rated too much twice in a row.")
    assert line.startswith("Rather")
    assert "\n" not in line


# --- on Today ---


@pytest.mark.usefixtures("regularly")
def test_today_tells_the_offer_and_takes_the_answer(home: Home, offers: Offers) -> None:
    today_now = Today(home, Shelf(home), home.read_past())
    today_now.choose(ROUTINE)
    giver = OfferNote(home, today_now, offers)
    note = giver.note()
    assert note is not None
    assert note.title == "Ready for a little more?"
    assert note.text == (
        "Glute bridge: 12 reps in place of 10. "
        "Two whole sessions rated easy, no pain, three weeks at this level."
    )
    assert note.picture == "bridge-basic"
    giver.answer(YES)
    assert reps(home, "bridge-basic") == 12


@pytest.mark.usefixtures("regularly")
@pytest.mark.parametrize("answer", [YES, NO, CLOSED])
def test_one_answer_a_day_is_enough_on_today(home: Home, offers: Offers, answer: str) -> None:
    today_now = Today(home, Shelf(home), home.read_past())
    today_now.choose(ROUTINE)
    giver = OfferNote(home, today_now, offers)
    assert giver.note() is not None
    giver.answer(answer)
    assert offers.before(ROUTINE) is not None
    assert giver.note() is None
    giver.answer(YES)
    assert len(home.settings.accepted) == (answer == YES)


@pytest.mark.usefixtures("regularly")
def test_an_offer_that_the_routine_has_outgrown_changes_nothing(home: Home, offers: Offers) -> None:
    today_now = Today(home, Shelf(home), home.read_past())
    today_now.choose(ROUTINE)
    giver = OfferNote(home, today_now, offers)
    assert giver.note() is not None
    routine = home.catalogue.routines[ROUTINE]
    edited = tuple(
        replace(step, reps=6) if step.exercise == "bridge-basic" else step for step in routine.steps
    )
    Shelf(home).save_routine(replace(routine, steps=edited))
    giver.answer(YES)
    assert reps(home, "bridge-basic") == 6
    assert home.settings.accepted == {}


@pytest.mark.usefixtures("regularly")
def test_closed_it_is_quiet_until_the_next_start_and_declined_for_longer(
    home: Home, offers: Offers
) -> None:
    today_now = Today(home, Shelf(home), home.read_past())
    today_now.choose(ROUTINE)
    giver = OfferNote(home, today_now, offers)
    assert giver.note() is not None
    giver.answer(CLOSED)
    assert giver.note() is None
    assert home.settings.declined == {}
    again = OfferNote(home, today_now, offers)
    assert again.note() is not None
    again.answer(NO)
    assert home.settings.declined == {"up:bridge-basic": TODAY}


def test_after_a_break_the_gentle_routine_is_taken_for_today(
    home: Home, offers: Offers, did: Doing, keep: Callable[..., None]
) -> None:
    keep(*(did(days) for days in (15, 17, 19)))
    today_now = Today(home, Shelf(home), home.read_past())
    today_now.choose(ROUTINE)
    giver = OfferNote(home, today_now, offers)
    note = giver.note()
    assert note is not None
    assert "Two weeks without a workout." in note.text
    giver.answer(YES)
    assert today_now.routine is not None
    assert today_now.routine.id == "gentle-restart"
    assert giver.note() is None
    assert not Shelf(home).owns_routine(ROUTINE)


@pytest.mark.usefixtures("regularly")
def test_what_cannot_be_kept_is_told(home: Home, offers: Offers) -> None:
    today_now = Today(home, Shelf(home), home.read_past())
    today_now.choose(ROUTINE)
    giver = OfferNote(home, today_now, offers)
    assert giver.note() is not None
    (home.paths.own_catalogue / "routines").write_text("in the way")
    giver.answer(YES)
    told = giver.note()
    assert told is not None
    assert told.title == "That could not be kept."
    giver.answer(CLOSED)
    assert reps(home, "bridge-basic") == 10
    assert home.settings.accepted == {}


# --- on the end page ---


@pytest.fixture
def card(qtbot: QtBot) -> NextCard:
    card = NextCard(Album())
    qtbot.addWidget(card)
    return card


@pytest.mark.usefixtures("regularly")
def test_the_card_follows_what_is_said(
    home: Home, offers: Offers, card: NextCard, did: Doing
) -> None:
    next_time = NextTime(home, offers, card)
    session = did(0, None)
    next_time.begin(session)
    assert title(card) is None
    rated = replace(session, sets=tuple(replace(s, rating=Rating.EASY) for s in session.sets))
    next_time.follow(rated)
    assert title(card) == "Ready for a little more?"
    hurting = replace(rated, pain=did(0, pain=5).pain)
    next_time.follow(hurting)
    assert title(card) in ("Rather a little less for now?", "Rather an easier one for now?")
    next_time.follow(replace(rated, pain=did(0, pain=1).pain))
    assert title(card) is None
    next_time.follow(rated)
    assert title(card) == "Ready for a little more?"
    next_time.follow(replace(rated, deleted_at=now()))
    assert title(card) is None


@pytest.mark.usefixtures("regularly")
def test_accepted_it_says_so_and_offers_nothing_more(
    home: Home, offers: Offers, card: NextCard, did: Doing
) -> None:
    next_time = NextTime(home, offers, card)
    next_time.begin(did(0))
    assert card.yes is not None
    card.yes.click()
    assert reps(home, "bridge-basic") == 12
    assert title(card) == "Glute bridge: 12 reps."
    assert not buttons(card)
    next_time.follow(did(0, Rating.RIGHT))
    assert title(card) == "Glute bridge: 12 reps."


@pytest.mark.usefixtures("regularly")
def test_declined_it_stays(home: Home, offers: Offers, card: NextCard, did: Doing) -> None:
    next_time = NextTime(home, offers, card)
    next_time.begin(did(0))
    assert card.no is not None
    card.no.click()
    assert title(card) == "It stays as it is."
    assert home.settings.declined == {"up:bridge-basic": TODAY}
    assert not Shelf(home).owns_routine(ROUTINE)


def test_a_swap_is_asked_about_first_and_kept(
    home: Home, offers: Offers, card: NextCard, did: Doing
) -> None:
    squat = ExerciseRef("split-squat", "Split squat", "lunge", 1)
    next_time = NextTime(home, offers, card)
    next_time.begin(without(did(0), "lunge-side", squat))
    assert title(card) == "Keep Split squat in place of Side lunge?"
    assert card.yes is not None
    assert card.yes.text() == "Keep it"
    card.yes.click()
    exercises = [step.exercise for step in home.catalogue.routines[ROUTINE].steps]
    assert "split-squat" in exercises
    assert "lunge-side" not in exercises
    assert title(card) is None


def test_only_this_time_changes_nothing(
    home: Home, offers: Offers, card: NextCard, did: Doing
) -> None:
    next_time = NextTime(home, offers, card)
    squat = ExerciseRef("split-squat", "Split squat", "lunge", 1)
    next_time.begin(without(did(0), "lunge-side", squat))
    assert card.no is not None
    card.no.click()
    assert not Shelf(home).owns_routine(ROUTINE)
    assert title(card) is None


def test_what_was_chosen_before_the_start_is_not_asked_about(
    home: Home, offers: Offers, did: Doing
) -> None:
    squat = ExerciseRef("split-squat", "Split squat", "lunge", 1)
    chosen = without(did(0), "lunge-side", squat)
    never_swapped = tuple(replace(s, swapped_from=None) for s in chosen.sets)
    assert offers.swaps(replace(chosen, sets=never_swapped)) == ()
    assert len(offers.swaps(chosen)) == 1
    assert offers.swaps(replace(chosen, routine=RoutineRef("gone", "Gone"))) == ()


def test_swapped_twice_the_last_is_asked_about(home: Home, offers: Offers, did: Doing) -> None:
    session = did(0)
    march = ExerciseRef("bridge-march", "Glute bridge, marching", "bridge", 3)
    basic = ExerciseRef("glute-squeeze", "Glute squeeze", "standing", 1)
    first = next(s for s in session.sets if s.exercise.id == "bridge-hold")
    sets = (
        replace(first, n=90, set=1, outcome=Outcome.PARTIAL),
        replace(first, n=91, set=2, exercise=march, swapped_from="bridge-hold"),
        replace(first, n=92, set=3, exercise=basic, swapped_from="bridge-march"),
    )
    (swap,) = offers.swaps(replace(session, sets=sets))
    assert (swap.kept.id, swap.put_in.id) == ("bridge-hold", "glute-squeeze")


def title(card: NextCard) -> str | None:
    """What the card asks; None when it is not there."""
    if card.isHidden():
        return None
    assert card.question is not None
    return card.question.title


def buttons(card: NextCard) -> list[Button]:
    return [button for button in (card.yes, card.no) if button is not None]
