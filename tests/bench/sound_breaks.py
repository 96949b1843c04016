"""Where the stream to the sound server broke: it ran dry, or the server skipped.

The quiet noise that keeps a loudspeaker awake is a loop, mixed in like everything else. In a
recording every stretch with nothing else in it tells, to the sample, where in the loop it is; two
of them that do not fit together have a break in between, which moves all that follows. Breaks are
the computer's and the server's: no cue that is started at the wrong time makes one.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from real.listening import Mono, most_like

WINDOW = 480
MARGIN = 2.0
"""By how much a sample may differ from the loop's, from adding up both ears."""

PATIENCE = 3
"""After so many windows that do not fit, the whole loop is searched; fewer are a soft sound that
is in the way."""


def breaks(heard: Mono, loop: Mono) -> NDArray[np.intp]:
    """The stretches in which the stream broke, as rows of first and last frame."""
    return np.array(list(_breaks(heard, loop)), dtype=np.intp).reshape(-1, 2)


def _breaks(heard: Mono, loop: Mono) -> Iterator[tuple[int, int]]:
    endless = np.concatenate([loop, loop[:WINDOW]])
    loudest = float(np.abs(loop).max()) + MARGIN
    known: tuple[int, int] | None = None
    strange = 0
    for at in range(0, len(heard) - WINDOW, WINDOW):
        window = heard[at : at + WINDOW]
        if np.abs(window).max() > loudest or not window.any():
            continue
        if known is not None:
            expected = (known[1] + at - known[0]) % len(loop)
            if _is_same(window, endless[expected : expected + WINDOW]):
                known, strange = (at, expected), 0
                continue
        strange += 1
        if known is not None and strange < PATIENCE:
            continue
        place, _ = most_like(endless, window, 0, len(loop))
        if _is_same(window, endless[place : place + WINDOW]):
            if known is not None:
                yield known[0], at + WINDOW
            known, strange = (at, place % len(loop)), 0


def _is_same(one: Mono, other: Mono) -> bool:
    return bool(np.abs(one - other).max() <= MARGIN)
