"""Handing to the loudspeaker what is to be heard, piece by piece and ahead of its time.

A piece is a whole segment. At my pace a set of reps is handed over rep by rep instead, since only
the person knows when the next one begins.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec.structs import replace

from hiptimer.model.cue import Cue
from hiptimer.model.event import Event, Outcome, Paused, Resumed, SegmentEnded
from hiptimer.model.moment import PlayState
from hiptimer.model.timeline import SegmentKind
from hiptimer.workout.announcing import LEAD_IN_S
from hiptimer.workout.attempt import end_of_rep, start_of_rep
from hiptimer.workout.cues import cues_of, going_on_cues, paused_cues, rep_cues, set_end_cues
from hiptimer.workout.player import Player
from hiptimer.workout.speech import Speech

# A tone that begins together with the zero of a countdown would blur it.
SAME_INSTANT_S = 0.05
WHOLE = 0
"""In the place of a rep's number: the whole segment."""


class Speaker(Protocol):
    """What sounds; see the audio room. `due` is on the workout's clock."""

    def play(self, cues: Sequence[Cue], seconds: float, *, offset: float, due: float) -> None: ...
    def stop_all(self) -> None: ...
    def doze(self) -> None: ...


class Sounding:
    """Follows a player; `now` is always the last look."""

    def __init__(self, player: Player, speech: Speech, speaker: Speaker) -> None:
        self._player = player
        self._speech = speech
        self._speaker = speaker
        self._posted: set[tuple[int, int]] = set()
        self._at_once: int | None = None

    def quieten(self) -> None:
        """Stop what sounds and what was handed over."""
        self._speaker.stop_all()
        self._posted.clear()
        self._at_once = None

    def begins_at_once(self) -> None:
        """A key led to the segment in hand: a set then sounds its zero itself."""
        if self._player.segment.kind is SegmentKind.WORK:
            self._at_once = self._player.index

    def end_sets(self, events: Sequence[Event]) -> None:
        """Sound the end of a set that the person ended at my pace."""
        for event in events:
            if isinstance(event, SegmentEnded) and event.segment.is_reps:
                index = self._player.timeline.segments.index(event.segment)
                told = set_end_cues(self._player.timeline, index, self._spoken)
                if event.outcome is Outcome.DONE:
                    self._speaker.play(told, 0.0, offset=0.0, due=event.at)

    def follow(self, events: Sequence[Event], now: float) -> None:
        """Hand over what these events made known, each piece once."""
        state = self._player.state
        if state is PlayState.PAUSED and any(isinstance(e, Paused) for e in events):
            self._speaker.play(paused_cues(self._speech), 0.0, offset=0.0, due=now)
            self._speaker.doze()
        if state is not PlayState.RUNNING:
            return
        resumed = next((e for e in events if isinstance(e, Resumed)), None)
        if resumed is not None and resumed.countdown_s > 0:
            self._play_resumed(resumed, now)
        for index, rep in self._pieces(now):
            if (index, rep) in self._posted:
                continue
            self._posted.add((index, rep))
            if rep is WHOLE:
                goes_on = resumed is not None and index == self._player.index
                self._play_whole(index, now, goes_on=goes_on)
            else:
                self._play_rep(index, rep)

    @property
    def _spoken(self) -> Speech:
        return replace(self._speech, by_rep=self._player.my_pace)

    def _pieces(self, now: float) -> Iterator[tuple[int, int]]:
        """What is known to sound from now on: in hand, and next where its time is known."""
        player, segments = self._player, self._player.timeline.segments
        index = player.index
        if player.my_pace and segments[index].is_reps:
            moment = player.moment(now)
            if not moment.is_waiting:
                yield index, moment.rep
            return
        yield index, WHOLE
        if index + 1 < len(segments):
            yield index + 1, 1 if player.my_pace and segments[index + 1].is_reps else WHOLE

    def _play_whole(self, index: int, now: float, *, goes_on: bool) -> None:
        timeline, due = self._player.timeline, self._player.starts_at(index)
        elapsed = now - due
        cues = cues_of(
            timeline,
            index,
            self._spoken,
            at_once=index == self._at_once,
            since=elapsed if elapsed > LEAD_IN_S else 0.0,
            goes_on=goes_on,
        )
        self._speaker.play(cues, timeline.segments[index].seconds, offset=0.0, due=due)

    def _play_rep(self, index: int, rep: int) -> None:
        segment = self._player.timeline.segments[index]
        begins = start_of_rep(segment, rep)
        at_once = index == self._at_once
        cues = rep_cues(self._player.timeline, index, rep, self._spoken, at_once=at_once)
        due = self._player.starts_at(index) + begins
        self._speaker.play(cues, end_of_rep(segment, rep), offset=begins, due=due)

    def _play_resumed(self, resumed: Resumed, now: float) -> None:
        """The countdown after a pause, and the piece in hand from where it goes on."""
        index, rep = piece = next(self._pieces(now))
        self._posted.add(piece)
        timeline = self._player.timeline
        goes_on_at = resumed.at + resumed.countdown_s
        told = going_on_cues(resumed.countdown_s, self._speech)
        self._speaker.play(told, resumed.countdown_s, offset=0.0, due=resumed.at)
        offset = goes_on_at - self._player.starts_at(index)
        segment, cues = timeline.segments[index], cues_of(timeline, index, self._spoken)
        seconds = segment.seconds
        if rep is not WHOLE:
            cues = rep_cues(timeline, index, rep, self._spoken)
            seconds = end_of_rep(segment, rep)
        ahead = [c for c in cues if c.at > offset + SAME_INSTANT_S]
        self._speaker.play(ahead, seconds, offset=offset, due=goes_on_at)
