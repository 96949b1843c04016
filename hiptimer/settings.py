"""The person's choices: one frozen value, read with checks, saved whole or not at all."""

import logging
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.model.gaps import Gaps
from hiptimer.model.language import later, tr
from hiptimer.model.ordinary import BROKEN_JSON, read_ordinary
from hiptimer.model.phrases import VoiceLevel
from hiptimer.model.reasons import reason_of
from hiptimer.model.saving import write_atomically

log = logging.getLogger(__name__)

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Pace = Annotated[float, msgspec.Meta(ge=0.75, le=1.5)]
Weekday = Annotated[int, msgspec.Meta(ge=0, le=6)]
GapSeconds = Annotated[float, msgspec.Meta(ge=0, le=120)]


class Settings(msgspec.Struct, frozen=True):
    """What the person chose. `paces` are by exercise id; `run_days` are weekdays, Monday 0.
    On those the routine is started at `run_at`, at any time when it is None; the calendar file
    reminds `reminder_min` before, 0 for never, and is known by `calendar_id`, "" while there is
    none. `week_goal` is in sessions; `sync_folder` is where sessions are exchanged, "" for nowhere.

    `language` is that of the system where there are words for it, or a fixed one. `text_percent` is
    how large everything is drawn, 0 for what fits the system's font. In the
    `distance_view` of the workout digits and side are as large as somebody `distance_m` away needs
    them; `flash` lights the screen up with the last three seconds and the zero of a countdown.
    `keep_awake` keeps the screen on while a workout runs. `data_folder` is where history and own
    files are, "" for the usual place of the system.

    `motion` says whether the figure moves or shows still moments; with `mirror_front` it is seen
    as in a mirror where it faces the watcher. `sound_delay_ms` is how late the loudspeaker is, as
    Bluetooth ones are. `keep_alive` is the noise that keeps such a loudspeaker awake.

    `equipment` is what is at hand, None while the person has not said: then all of it is taken to
    be. `without_equipment` are routines, by id, that are done without what is not. `sore` are
    places and limits for which exercises are left out. `pain_rule` is the strict one
    unless a clinician gave the other. With `my_pace` each rep waits for the person. `declined` are
    offers by name, with the day they were declined; `accepted` are those of more and of less.
    """

    language: Literal["system", "en", "es"] = "system"
    theme: Literal["system", "light", "dark", "contrast"] = "system"
    workout_theme: Literal["same", "light", "dark", "contrast"] = "same"
    text_percent: Annotated[int, msgspec.Meta(ge=0, le=300)] = 0
    distance_view: bool = False
    distance_m: Annotated[float, msgspec.Meta(ge=0.5, le=5)] = 2.0
    flash: bool = False
    keep_awake: bool = True
    data_folder: str = ""
    motion: Literal["system", "full", "reduced"] = "system"
    mirror_front: bool = True
    volume: Share = 0.8
    is_muted: bool = False
    sound_delay_ms: Annotated[int, msgspec.Meta(ge=0, le=500)] = 0
    voice: VoiceLevel = VoiceLevel.NORMAL
    keep_alive: Literal["off", "quiet", "stronger"] = "quiet"
    run_days: tuple[Weekday, ...] = (0, 1, 2, 3, 4, 5, 6)
    run_at: time | None = None
    reminder_min: Annotated[int, msgspec.Meta(ge=0, le=1440)] = 15
    calendar_id: Annotated[str, msgspec.Meta(max_length=200)] = ""
    week_goal: Annotated[int, msgspec.Meta(ge=1, le=14)] = 3
    sync_folder: str = ""
    first_gap_s: GapSeconds = Gaps().first_s
    new_position_gap_s: GapSeconds = Gaps().new_position_s
    roll_over_gap_s: GapSeconds = Gaps().roll_over_s
    same_position_gap_s: GapSeconds = Gaps().same_position_s
    equipment_gap_s: GapSeconds = Gaps().equipment_s
    reposition_s: GapSeconds = Gaps().reposition_s
    equipment: tuple[Equipment, ...] | None = None
    without_equipment: tuple[str, ...] = ()
    sore: tuple[Complaint, ...] = ()
    pain_rule: Literal["strict", "traffic_light"] = "strict"
    my_pace: bool = False
    asks_how_it_felt: bool = True
    declined: dict[str, date] = {}
    accepted: dict[str, date] = {}
    paces: dict[str, Pace] = {}

    @property
    def gaps(self) -> Gaps:
        return Gaps(
            self.first_gap_s,
            self.new_position_gap_s,
            self.roll_over_gap_s,
            self.same_position_gap_s,
            self.equipment_gap_s,
            self.reposition_s,
        )


class SettingsError(Exception):
    """The choices cannot be saved."""


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with a file of settings: a text with its values, not looked up yet."""

    text: str
    values: dict[str, object]

    def __str__(self) -> str:
        return self.text.format(**self.values)


class ReadSettings(msgspec.Struct, frozen=True):
    """Each bad value fell back to its default alone."""

    settings: Settings
    faults: tuple[Fault, ...] = ()

    @property
    def problems(self) -> tuple[str, ...]:
        """The faults in words for a person, whose language is among what is read here."""
        return tuple(tr(fault.text, **fault.values) for fault in self.faults)


def read_settings(file: Path) -> ReadSettings:
    """The settings of `file`, the defaults where it is missing, unreadable or wrong."""
    try:
        raw = msgspec.json.decode(read_ordinary(file))
    except FileNotFoundError:
        return ReadSettings(Settings())
    except (OSError, *BROKEN_JSON) as error:
        text = later("{file}: {error}. The usual settings are used instead.")
        return _told(Settings(), [Fault(text, {"file": file, "error": error})])
    if not isinstance(raw, dict):
        text = later("{file}: settings must be named values. The usual ones are used.")
        return _told(Settings(), [Fault(text, {"file": file})])
    return _checked(raw, file)


def _told(settings: Settings, faults: list[Fault]) -> ReadSettings:
    for fault in faults:
        log.warning("%s", fault)
    return ReadSettings(settings, tuple(faults))


def _checked(raw: dict[str, object], file: Path) -> ReadSettings:
    settings, faults = Settings(), []
    text = later("{file}: {name}: {error}. It is {usual} instead.")
    for field in msgspec.structs.fields(Settings):
        if field.encode_name not in raw:
            continue
        try:
            value = msgspec.convert(raw[field.encode_name], field.type)
        except msgspec.ValidationError as error:
            usual = repr(getattr(settings, field.name))
            named = {"file": file, "name": field.encode_name, "error": error, "usual": usual}
            faults.append(Fault(text, named))
            continue
        settings = msgspec.structs.replace(settings, **{field.name: value})
    return _told(settings, faults)


def save_settings(file: Path, settings: Settings, *, now: Callable[[], datetime]) -> None:
    """Write the settings. A file that could not be read is set aside first, not overwritten.

    Raises SettingsError; then the file is as it was before.
    """
    data = msgspec.json.format(msgspec.json.encode(settings), indent=2)
    try:
        if read_settings(file).problems:
            aside = file.with_name(f"{file.name}.unreadable-{now():%Y%m%d-%H%M%S}")
            file.replace(aside)
            try:
                write_atomically(file, data)
            except OSError:
                # What could be read of it holds at the next start too.
                aside.replace(file)
                raise
        else:
            write_atomically(file, data)
    except OSError as error:
        reason = reason_of(error)
        words = tr(
            "The settings cannot be saved: {reason}. They hold until you close hiptimer.",
            reason=reason,
        )
        raise SettingsError(words) from error
