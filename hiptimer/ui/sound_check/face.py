"""What the picture of the check shows at one instant."""

import msgspec

from hiptimer.model.language import later_in
from hiptimer.ui.theme import Tone
from hiptimer.workout.sound_check import Heard

WAVES = 3
WAVE_S = 0.09

COUNTS = {Heard.THREE: "3", Heard.TWO: "2", Heard.ONE: "1"}


class Face(msgspec.Struct, frozen=True):
    """`word` stands in the head, here still in English. `left` and `right` are how many waves have
    reached each ear, of WAVES; `ink` is the colour of the word, `wave` that of the waves.
    """

    word: str
    ink: Tone = Tone.INK
    wave: Tone = Tone.WORK
    left: int = 0
    right: int = 0


LISTEN = Face(later_in("in the head of the sound check", "Listen"), Tone.MUTED)
PAUSED = Face(later_in("in the head of the sound check", "Paused"))
MUTED = Face(later_in("in the head of the sound check", "Muted"), Tone.WARNING)
NO_SOUND = Face(later_in("in the head of the sound check", "No sound"), Tone.WARNING)


def face_of(heard: Heard, since: float) -> Face:
    """The picture `since` seconds after a step of the check began: the waves come in to the ear."""
    waves = min(WAVES, 1 + int(since / WAVE_S))
    if heard is Heard.LEFT:
        return Face(
            later_in("in the head of the sound check", "Left"),
            Tone.WORK_TEXT,
            Tone.WORK,
            left=waves,
        )
    if heard is Heard.RIGHT:
        return Face(
            later_in("in the head of the sound check", "Right"),
            Tone.WORK_TEXT,
            Tone.WORK,
            right=waves,
        )
    if heard is Heard.GO:
        return Face(
            later_in("in the head of the sound check", "Go"), Tone.ACCENT, Tone.ACCENT, waves, waves
        )
    return Face(COUNTS[heard], Tone.REST, Tone.REST, waves, waves)
