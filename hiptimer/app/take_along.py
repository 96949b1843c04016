"""A whole guided routine as a sound file, to take along without the laptop."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from hiptimer import resources
from hiptimer.app.home import Home, Past
from hiptimer.audio.bank import Bank
from hiptimer.audio.chapters import Label, chapters_of
from hiptimer.audio.export import export
from hiptimer.audio.tones import ToneBank
from hiptimer.model.language import tr_n
from hiptimer.model.routine import Routine
from hiptimer.model.time_words import duration_words
from hiptimer.workout.cues import cues_of

MEGABYTE = 1_000_000


class TakenAlong(msgspec.Struct, frozen=True):
    """What was written."""

    file: Path
    seconds: float
    bytes: int
    chapters: int

    @property
    def words(self) -> str:
        """Such as "pre-run.ogg: 5 min 46 s, 2.1 MB, 10 chapters."."""
        return tr_n(
            "{file}: {length}, {megabytes} MB, {n} chapter.",
            "{file}: {length}, {megabytes} MB, {n} chapters.",
            self.chapters,
            file=self.file.name,
            length=duration_words(self.seconds),
            megabytes=f"{max(0.1, self.bytes / MEGABYTE):.1f}",
        )


def take_along(
    home: Home, past: Past, routine: Routine, file: Path, on_progress: Callable[[float], None]
) -> TakenAlong:
    """Write `routine`, as it would be led now, to `file`. See `export` for the rest."""
    from hiptimer.audio.whole import Stretch, whole_sound

    timeline = home.lay_out(routine, past)
    speech = home.timing().speech
    bank = Bank(ToneBank.read(resources.asset_bytes("sounds/tones.toml")), home.voice)
    stretches = [
        Stretch(segment.start, segment.seconds, cues_of(timeline, index, speech))
        for index, segment in enumerate(timeline.segments)
    ]
    label = Label(routine.name, timeline.seconds, chapters_of(timeline))
    export(file, whole_sound(stretches, bank), bank.rate, label, on_progress)
    return TakenAlong(file, timeline.seconds, file.stat().st_size, len(label.chapters))
