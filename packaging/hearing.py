"""Lets a recogniser listen to the spoken pack: what it hears wrong, a runner may, too.

It is told what may be said, kind against kind: names against names, counts against counts, and
what is done on a side against the same with every left and right exchanged.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hiptimer.audio.clips import Clip, read_clips
from hiptimer.audio.decoding import decode
from hiptimer.audio.tones import RATE
from hiptimer.model.catalogue import Catalogue
from hiptimer.model.side import Side
from hiptimer.workout import speech

HEARS_AT = 16_000
SILENCE_S = 0.15
ROOM = 0.0005
"""A little noise, as of a quiet room: digital silence is unlike anything the ear was taught."""

PRONUNCIATIONS = {
    "deadlift": "D EH D L IH F T",
    "flexor": "F L EH K S ER",
    "glute": "G L UW T",
    "shins": "SH IH N Z",
}
"""Of words that the recogniser's dictionary lacks, in its own phones."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Phrases heard against each other, and what else might be heard in their place."""

    name: str
    phrases: tuple[str, ...]
    decoys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Misheard:
    phrase: str
    heard: str


def check(catalogue: Catalogue, folder: Path) -> bool:
    """Print what is heard wrong of every kind; whether all of it is understood."""
    clips = {clip.phrase: clip for clip in read_clips(folder).clips}
    ear = Ear()
    wrong = total = 0
    for kind in kinds(catalogue):
        said = [clips[phrase] for phrase in kind.phrases if phrase in clips]
        misheard = tuple(ear.misheard(kind, said))
        _print_kind(kind, said, misheard)
        wrong += len(misheard)
        total += len(said)
    print(f"{total - wrong} of {total} are understood.")
    return wrong == 0


def kinds(catalogue: Catalogue) -> tuple[Kind, ...]:
    """Every phrase of the catalogue in the first kind that it belongs to.

    What is left for the last are the words of the phases.
    """
    exercises = tuple(catalogue.exercises.values())
    names = [exercise.name for exercise in exercises]
    names += [routine.name for routine in catalogue.routines.values()]
    sides = {
        speech.side_says(exercise, side)
        for exercise in exercises
        if exercise.per_side
        for side in (Side.LEFT, Side.RIGHT)
    } | set(speech.SIDE_SAYS.values())
    groups: Mapping[str, Iterable[str]] = {
        "names": [speech.name_says(name) for name in names],
        "counts": speech.COUNTS,
        "sides": sorted(sides),
        "form cues": [speech.word_says(cue) for e in exercises for cue in e.text.cues],
        "setups": [e.text.setup_says for e in exercises if e.text.setup_says],
        "always": speech.phrases_of((), ()),
        "words": speech.phrases_of(exercises, ()),
    }
    seen: set[str] = set()
    found = []
    for name, phrases in groups.items():
        new = tuple(phrase for phrase in dict.fromkeys(phrases) if phrase not in seen)
        seen.update(new)
        found.append(Kind(name, new, tuple(d for phrase in new for d in exchanged(phrase))))
    return tuple(found)


def exchanged(phrase: str) -> Iterator[str]:
    """The phrase with each of its lefts and rights as it is or the other way, in every way."""
    parts = re.split(r"\b(left|right)\b", phrase.lower())
    choices = [("left", "right") if part in ("left", "right") else (part,) for part in parts]
    for choice in itertools.product(*choices):
        if len(parts) > 1:
            yield "".join(choice)


class Ear:
    """A recogniser of English with a grammar."""

    def __init__(self) -> None:
        from pocketsphinx import Decoder

        self._decoder = Decoder(samprate=HEARS_AT, lm=None, loglevel="FATAL")
        for word, phones in PRONUNCIATIONS.items():
            self._decoder.add_word(word, phones, True)

    def misheard(self, kind: Kind, clips: Sequence[Clip]) -> Iterator[Misheard]:
        """The clips of a kind that are taken for something else, or not understood at all."""
        choices = {_words(phrase) for phrase in (*kind.phrases, *kind.decoys)}
        rule = " | ".join(sorted(choices))
        grammar = f"#JSGF V1.0; grammar said; public <said> = {rule};"
        self._decoder.add_jsgf_string("said", grammar)
        self._decoder.activate_search("said")
        for clip in clips:
            heard = self._hear(Path(clip.file))
            if heard != _words(clip.phrase):
                yield Misheard(clip.phrase, heard)

    def _hear(self, file: Path) -> str:
        from scipy.signal import resample_poly

        samples = resample_poly(decode(file, RATE)[:, 0], 1, RATE // HEARS_AT)
        padded = np.pad(samples, round(SILENCE_S * HEARS_AT))
        padded += np.random.default_rng(0).normal(0.0, ROOM, len(padded))
        self._decoder.start_utt()
        self._decoder.process_raw((padded * 32767).astype("<i2").tobytes(), full_utt=True)
        self._decoder.end_utt()
        hypothesis = self._decoder.hyp()
        return "" if hypothesis is None else str(hypothesis.hypstr)


def _words(phrase: str) -> str:
    return " ".join(re.findall(r"[a-z']+", phrase.lower()))


def _print_kind(kind: Kind, said: Sequence[Clip], misheard: Sequence[Misheard]) -> None:
    print(f"{kind.name}: {len(said) - len(misheard)} of {len(said)}", end="")
    missing = len(kind.phrases) - len(said)
    print(f", {missing} have no clip" if missing else "")
    for one in misheard:
        print(f"   {one.phrase}  ->  {one.heard or 'nothing'}")
