"""A session as a Garmin activity: strength training, with a message for each set done.

An exercise is told by the two numbers of Garmin's profile, and always by its title too: several
of ours share a number of theirs, and a reader may not know the number. The numbers are the exact
ones, not those `fallback` gives for old profiles: an activity is read by Garmin Connect and the
like, which are kept up to date, and no watch loads one.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from fit_tool.data_message import DataMessage
from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.event_message import EventMessage
from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.lap_message import LapMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.messages.set_message import SetMessage
from fit_tool.profile.messages.sport_message import SportMessage
from fit_tool.profile.profile_type import (
    Activity,
    Event,
    EventType,
    FileType,
    LapTrigger,
    Manufacturer,
    SessionTrigger,
    SetType,
    Sport,
    SubSport,
)

from hiptimer.history.exchange.sets_in_time import Stretch, stretches_of
from hiptimer.model.exercise import Fit
from hiptimer.model.session import Session

# Category and name of an exercise in Garmin's profile.
Number = tuple[int, int | None]

_UNKNOWN_CATEGORY = 65534
_LONGEST_TEXT = 200
_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_SHORTEST_REST_S = 1
_MOST_REPS = 65_534


def fit_bytes(session: Session, known: Mapping[str, Fit]) -> bytes:
    """The file of a session that fits. `known` are by id the exercises that FIT has a number
    for.
    """
    stretches = stretches_of(session)
    numbers = _numbers(stretches, known)
    ends = [each.end for each in stretches]
    end = max([session.ended_at or session.started_at, *ends])
    builder = FitFileBuilder()
    builder.add_all(
        [
            _file_id(session),
            _timer(session.started_at, EventType.START),
            _sport(session),
            *_titles(stretches, numbers),
            *_sets(stretches, numbers),
            *_pauses(session, end),
            _timer(end, EventType.STOP_ALL),
            _lap(session, end),
            _whole(session, end),
            _activity(session, end),
        ]
    )
    data: bytes = builder.build_bytes()
    return data


def _numbers(stretches: Sequence[Stretch], known: Mapping[str, Fit]) -> Mapping[str, Number]:
    """By exercise id. Those that FIT does not know are told apart by numbers of our own."""
    numbers: dict[str, Number] = {}
    for stretch in stretches:
        exercise_id = stretch.record.exercise.id
        fit = known.get(exercise_id)
        if fit is None:
            unknown = sum(category == _UNKNOWN_CATEGORY for category, _ in numbers.values())
            numbers.setdefault(exercise_id, (_UNKNOWN_CATEGORY, unknown))
        else:
            numbers[exercise_id] = (fit.category_id, fit.name_id)
    return numbers


def _file_id(session: Session) -> DataMessage:
    message = FileIdMessage(local_id=0)
    message.type = FileType.ACTIVITY
    message.manufacturer = Manufacturer.DEVELOPMENT.value
    message.product = 0
    message.serial_number = zlib.crc32(session.id.encode()) or 1
    message.time_created = _time(session.started_at)
    return message


def _timer(at: datetime, type_: EventType) -> DataMessage:
    message = EventMessage(local_id=1)
    message.timestamp = _time(at)
    message.event = Event.TIMER
    message.event_type = type_
    return message


def _pauses(session: Session, end: datetime) -> Iterator[DataMessage]:
    for pause in sorted(session.pauses, key=lambda pause: pause.at_s):
        begun = session.started_at + timedelta(seconds=pause.at_s)
        over = begun + timedelta(seconds=pause.for_s)
        if over < end:
            yield _timer(begun, EventType.STOP_ALL)
            yield _timer(over, EventType.START)


def _sport(session: Session) -> DataMessage:
    message = SportMessage(local_id=2)
    message.sport = Sport.TRAINING
    message.sub_sport = SubSport.STRENGTH_TRAINING
    message.sport_name = _text(session.routine.name)
    return message


def _titles(stretches: Sequence[Stretch], numbers: Mapping[str, Number]) -> Iterator[DataMessage]:
    """One for each number; where several of our exercises share it, with all their names."""
    names: dict[Number, dict[str, None]] = {}
    for stretch in stretches:
        exercise = stretch.record.exercise
        names.setdefault(numbers[exercise.id], {})[exercise.name] = None
    for index, ((category, name), ours) in enumerate(names.items()):
        message = ExerciseTitleMessage(local_id=3)
        message.message_index = index
        message.exercise_category = category
        message.exercise_name = name
        message.workout_step_name = _text(" / ".join(ours))
        yield message


def _sets(stretches: Sequence[Stretch], numbers: Mapping[str, Number]) -> Iterator[DataMessage]:
    """The sets and the rests between them, numbered through."""
    index = 0
    for stretch in stretches:
        yield _set(stretch, numbers[stretch.record.exercise.id], index)
        index += 1
        if stretch.rest_s >= _SHORTEST_REST_S:
            yield _rest(stretch, index)
            index += 1


def _set(stretch: Stretch, number: Number, index: int) -> DataMessage:
    category, name = number
    message = SetMessage(local_id=4)
    message.message_index = index
    message.set_type = SetType.ACTIVE.value
    message.start_time = _time(stretch.begun)
    message.timestamp = _time(stretch.end)
    message.duration = stretch.seconds
    if stretch.record.done_reps:
        message.repetitions = min(stretch.record.done_reps, _MOST_REPS)
    message.category = [category]
    if name is not None:
        message.category_subtype = [name]
    return message


def _rest(stretch: Stretch, index: int) -> DataMessage:
    message = SetMessage(local_id=5)
    message.message_index = index
    message.set_type = SetType.REST.value
    message.start_time = _time(stretch.end)
    message.timestamp = _time(stretch.end + timedelta(seconds=stretch.rest_s))
    message.duration = stretch.rest_s
    return message


def _lap(session: Session, end: datetime) -> DataMessage:
    message = LapMessage(local_id=6)
    message.message_index = 0
    message.timestamp = _time(end)
    message.event = Event.LAP
    message.event_type = EventType.STOP
    message.start_time = _time(session.started_at)
    message.total_elapsed_time = _elapsed_s(session, end)
    message.total_timer_time = _timed_s(session, end)
    message.lap_trigger = LapTrigger.SESSION_END
    message.sport = Sport.TRAINING
    message.sub_sport = SubSport.STRENGTH_TRAINING
    return message


def _whole(session: Session, end: datetime) -> DataMessage:
    message = SessionMessage(local_id=7)
    message.message_index = 0
    message.timestamp = _time(end)
    message.event = Event.LAP
    message.event_type = EventType.STOP
    message.start_time = _time(session.started_at)
    message.sport = Sport.TRAINING
    message.sub_sport = SubSport.STRENGTH_TRAINING
    message.total_elapsed_time = _elapsed_s(session, end)
    message.total_timer_time = _timed_s(session, end)
    message.total_reps = session.total_reps
    message.first_lap_index = 0
    message.num_laps = 1
    message.trigger = SessionTrigger.ACTIVITY_END
    message.sport_profile_name = _text(session.routine.name)
    if session.effort is not None:
        # The same scale, in tenths.
        message.workout_rpe = round(10 * session.effort)
    return message


def _activity(session: Session, end: datetime) -> DataMessage:
    message = ActivityMessage(local_id=8)
    message.timestamp = _time(end)
    message.total_timer_time = _timed_s(session, end)
    message.num_sessions = 1
    message.type = Activity.MANUAL
    message.event = Event.ACTIVITY
    message.event_type = EventType.STOP
    # The one time that the library takes as it is written: seconds of the local clock.
    local = end + timedelta(seconds=session.utc_offset_s)
    message.local_timestamp = round((local - _EPOCH).total_seconds())
    return message


def _elapsed_s(session: Session, end: datetime) -> float:
    return (end - session.started_at).total_seconds()


def _timed_s(session: Session, end: datetime) -> float:
    paused_s = sum(pause.for_s for pause in session.pauses)
    return max(0.0, _elapsed_s(session, end) - paused_s)


def _time(time: datetime) -> int:
    """As the library wants it: milliseconds since 1970, here of whole seconds."""
    return 1000 * round(time.timestamp())


def _text(text: str) -> str:
    """As much of it as a field of 255 bytes holds."""
    data = text.replace("\0", "").encode()
    return data[:_LONGEST_TEXT].decode(errors="ignore")
