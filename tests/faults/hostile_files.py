"""Files as nobody should write them: good ones changed, dropped, doubled and swapped in pieces, and
what was never one.
"""

import hashlib
import io
import json
import re
import warnings
import zipfile
from typing import NamedTuple

import hypothesis
from hostile_good import GOOD, ROUTINES, SESSIONS, SETTINGS
from hostile_pieces import MEGABYTE, PIECES, STRANGE
from hypothesis import strategies as st

KINDS = (*GOOD, "zip", "backup")
# What stands for a value in TOML, JSON and a line: a number, a text in quotes, a word.
VALUE = re.compile(rb'"[^"\n]*"|-?\d+(?:\.\d+)?|\b(?:true|false|null)\b')
LOOKED_THROUGH = 100_000
WAYS = ("value", "value", "value", "insert", "drop", "double", "swap", "cut")
ENCODINGS = ("utf-8-sig", "utf-16", "utf-32", "cp037", "latin-1", "utf-7")
NAMES = (
    "routines/mine.toml",
    "../../../evil.toml",
    "/etc/evil.toml",
    "exercises/../../evil.toml",
    "routines\\..\\evil.toml",
    "routines/CON.toml",
    "routines/NUL.toml",
    "routines/a\x00b.toml",
    "routines/\u202etxt.toml",
    "routines/\x1b[2J.toml",
    "routines/" + "x" * 300 + ".toml",
    "poses/mine.toml",
    "settings.json",
    "history.json",
    "history.db",
    ".toml",
    "routines/",
)
BIG = b"\n" * (30 * MEGABYTE)


class Made(NamedTuple):
    """A file that was made: how the program comes to read it, where it lies, and what is in it."""

    kind: str
    place: str
    content: bytes


class Change(NamedTuple):
    """What to do, at which share of the file, with how much of it, and what to put there."""

    way: str
    at: float
    much: float
    piece: bytes


def made(kind: str) -> st.SearchStrategy[Made]:
    """Files of one kind, each at a place where the program looks for such."""
    if kind == "zip":
        return st.builds(Made, st.just(kind), st.just("sent.zip"), _zips())
    if kind == "backup":
        return st.builds(Made, st.just(kind), st.just("kept.zip"), _backups())
    good = GOOD[kind]
    return st.sampled_from(sorted(good)).flatmap(
        lambda place: st.builds(Made, st.just(kind), st.just(place), _instead_of(good[place]))
    )


def drawn(kind: str, number: int, most: int) -> list[Made]:
    """Up to so many files of one kind. Each selection has its number, by which it is the same
    every time.
    """
    found: list[Made] = []

    @hypothesis.seed(number)
    @hypothesis.given(made(kind))
    @hypothesis.settings(
        max_examples=most,
        database=None,
        deadline=None,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    def draw(case: Made) -> None:
        found.append(case)

    draw()
    return found


def _instead_of(good: bytes) -> st.SearchStrategy[bytes]:
    mutated = st.builds(_mutated, st.just(good), st.lists(_changes(), min_size=1, max_size=4))
    encoded = st.sampled_from(ENCODINGS).map(lambda name: good.decode().encode(name, "replace"))
    strange = st.sampled_from(STRANGE)
    return st.one_of(mutated, mutated, mutated, strange, st.binary(max_size=400), encoded)


def _changes() -> st.SearchStrategy[Change]:
    share = st.floats(0, 1, exclude_max=True)
    return st.builds(Change, st.sampled_from(WAYS), share, share, st.sampled_from(PIECES))


def _mutated(content: bytes, changes: list[Change]) -> bytes:
    for change in changes:
        content = _changed(content, change)
    return content


def _changed(content: bytes, change: Change) -> bytes:
    way, at, much, piece = change
    lines = content.split(b"\n")
    start, line = int(at * len(content)), int(at * len(lines))
    some = slice(line, line + 1 + int(much * 3))
    if way == "value" and (found := list(VALUE.finditer(content[:LOOKED_THROUGH]))):
        value = found[int(at * len(found))]
        return content[: value.start()] + piece + content[value.end() :]
    if way == "drop":
        del lines[some]
    elif way == "double":
        lines[line:line] = lines[some]
    elif way == "swap":
        other = int(much * len(lines))
        lines[line], lines[other] = lines[other], lines[line]
    elif way == "cut":
        return content[:start]
    else:
        return content[:start] + piece + content[start:]
    return b"\n".join(lines)


# --- zips ---


@st.composite
def _zips(draw: st.DrawFn) -> bytes:
    return _perhaps_broken(draw, _zip_of(draw(st.lists(_entries(), max_size=6))))


@st.composite
def _backups(draw: st.DrawFn) -> bytes:
    """Of the right form, with a list of files that fits what is in it, or nearly so."""
    history = draw(st.sampled_from([b"[]", *SESSIONS.values(), *STRANGE[:6]]))
    entries = {"history.json": history, **dict(draw(st.lists(_entries(), max_size=4)))}
    listed = [
        {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in entries.items()
    ]
    manifest = {"form": 1, "hiptimer": "0", "made_at": "2026-03-02T07:00:00Z", "files": listed}
    content = _mutated(json.dumps(manifest).encode(), draw(st.lists(_changes(), max_size=1)))
    return _perhaps_broken(draw, _zip_of([*entries.items(), ("manifest.json", content)]))


def _entries() -> st.SearchStrategy[tuple[str, bytes]]:
    written = st.sampled_from([*ROUTINES.values(), SETTINGS, BIG])
    content = st.one_of(written, st.sampled_from(STRANGE), st.binary(max_size=60))
    return st.tuples(st.sampled_from(NAMES), content)


def _zip_of(entries: list[tuple[str, bytes]]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in entries:
            info = zipfile.ZipInfo("x")
            info.filename = name  # as it is: made anew it would be cut at its zero
            info.compress_type = zipfile.ZIP_DEFLATED
            with warnings.catch_warnings(action="ignore"):  # two of the same name
                zipped.writestr(info, data)
    return written.getvalue()


def _perhaps_broken(draw: st.DrawFn, content: bytes) -> bytes:
    """With some bytes of it changed, those of the table at its end more often."""
    for at, byte in draw(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=3)):
        place = len(content) - 1 - int(at**3 * (len(content) - 1))
        content = content[:place] + bytes([byte]) + content[place + 1 :]
    return content
