"""What drawing one segment's sound costs, decoding what is said in it for the first time.

In time of the processor: it is one thread's work, and the rest of the computer is no part of it.
"""

import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from hiptimer import resources
from hiptimer.app.home import Home, Past
from hiptimer.audio.bank import Bank
from hiptimer.audio.soundtrack import render
from hiptimer.audio.tones import ToneBank
from hiptimer.audio.voice import Voice
from hiptimer.model.cue import Cue, Tone
from hiptimer.model.phrases import VoiceLevel
from hiptimer.workout.cues import cues_of
from hiptimer.workout.speech import Speech

READS = 50


def measure(home: Home) -> Iterator[tuple[str, str, str]]:
    """Rows of the table: name, figure, aim."""
    folder = resources.assets() / "voice" / "en"
    yield "read what the voice can say, median", f"{_reading_ms(folder):.2f} ms", "a few ms"
    tones = ToneBank.read(resources.asset_bytes("sounds/tones.toml"))
    for tone in Tone:
        tones.sound(tone)
    first, again = [], []
    for cues, seconds in _segments(home):
        # A new voice has decoded nothing yet.
        bank = Bank(tones, Voice.read(folder))
        for took in (first, again):
            began = time.thread_time()
            render(cues, seconds, bank=bank)
            took.append(1e3 * (time.thread_time() - began))
    yield from _rows(f"draw 1 of {len(first)} segments", first)
    yield from _rows("the same, decoded ahead", again)


def _rows(what: str, took: list[float]) -> Iterator[tuple[str, str, str]]:
    yield f"{what}, median", f"{statistics.median(took):.1f} ms", ""
    yield f"{what}, 99th of 100", f"{statistics.quantiles(took, n=100)[98]:.1f} ms", ""
    yield f"{what}, longest", f"{max(took):.1f} ms", "50 ms"


def _reading_ms(folder: Path) -> float:
    took = []
    for _ in range(READS):
        began = time.perf_counter()
        Voice.read(folder)
        took.append(1e3 * (time.perf_counter() - began))
    return statistics.median(took)


def _segments(home: Home) -> Iterator[tuple[Sequence[Cue], float]]:
    """Every segment of every routine that is shipped, with all there is to say."""
    speech = Speech(home.voice.table, VoiceLevel.TALKATIVE)
    for routine in home.catalogue.routines.values():
        timeline = home.lay_out(routine, Past())
        for index, segment in enumerate(timeline.segments):
            yield cues_of(timeline, index, speech), segment.seconds
