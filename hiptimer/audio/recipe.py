"""How each tone is made, read from a TOML file that can be tuned without Python.

Knows no NumPy: reading the recipe is quick, the sounds are made when they are first needed.
"""

import math
from typing import Annotated

import msgspec

from hiptimer.audio.errors import AudioError
from hiptimer.model.cue import Tone

Seconds = Annotated[float, msgspec.Meta(ge=0, le=5)]
Length = Annotated[float, msgspec.Meta(ge=0.03, le=5)]
Level = Annotated[float, msgspec.Meta(gt=0, le=1)]
Pitch = Annotated[str, msgspec.Meta(pattern="^[A-G][#b]?[2-7]$")]


class Partial(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sine of a timbre: `ratio` times the pitch; `fade` above 1 makes it die away sooner."""

    ratio: Annotated[float, msgspec.Meta(gt=0, le=8)]
    level: Level
    fade: Annotated[float, msgspec.Meta(gt=0, le=20)] = 1.0


class Timbre(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`decay_s` is the time to fall by 60 dB; 0 holds the note steady."""

    attack_s: Annotated[float, msgspec.Meta(ge=0.002, le=1)]
    release_s: Annotated[float, msgspec.Meta(ge=0.005, le=1)]
    decay_s: Seconds
    partials: Annotated[tuple[Partial, ...], msgspec.Meta(min_length=1)]


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pitch such as "F#5", gliding to `to` where that is given."""

    pitch: Pitch
    seconds: Length
    at: Seconds = 0.0
    to: Pitch | None = None
    level: Level = 1.0


class Sound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One tone. `pan` from -1 (left) to 1 (right); `louder_db` against the common loudness."""

    timbre: str
    notes: Annotated[tuple[Note, ...], msgspec.Meta(min_length=1)]
    pan: Annotated[float, msgspec.Meta(ge=-1, le=1)] = 0.0
    louder_db: Annotated[float, msgspec.Meta(ge=-12, le=6)] = 0.0

    @property
    def seconds(self) -> float:
        return max(note.at + note.seconds for note in self.notes)


class Recipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`loudness_db` is what every tone's loudest eighth of a second is brought to (dBFS, as heard);
    no tone's peak passes `peak_db`."""

    loudness_db: Annotated[float, msgspec.Meta(ge=-60, le=-6)]
    peak_db: Annotated[float, msgspec.Meta(ge=-60, le=0)]
    timbres: dict[str, Timbre]
    tones: dict[Tone, Sound]

    def timbre_of(self, tone: Tone) -> Timbre:
        return self.timbres[self.tones[tone].timbre]


def read_recipe(toml: bytes) -> Recipe:
    """The recipe of a TOML file with a sound for every tone; AudioError says what is wrong."""
    try:
        recipe = msgspec.toml.decode(toml, type=Recipe)
    except msgspec.DecodeError as error:
        raise AudioError(f"The tones cannot be read: {error}") from error
    missing = sorted(tone.value for tone in Tone if tone not in recipe.tones)
    if missing:
        raise AudioError(f"The tones have no sound for: {', '.join(missing)}.")
    for tone, sound in recipe.tones.items():
        if sound.timbre not in recipe.timbres:
            known = ", ".join(sorted(recipe.timbres))
            raise AudioError(
                f"The tone '{tone.value}' has the timbre '{sound.timbre}'; there are {known}."
            )
    return recipe


def hertz(pitch: str) -> float:
    """The frequency of a pitch such as "A4" (440 Hz) in equal temperament."""
    semitone = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}[pitch[0]]
    semitone += {"#": 1, "b": -1}.get(pitch[1], 0)
    return 440.0 * math.pow(2.0, (semitone - 9) / 12 + int(pitch[-1]) - 4)
