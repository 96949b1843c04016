import io
import struct

import numpy as np
import pytest
import soundfile
from audio.files.samples import CHAPTERS, LABEL, RATE, blocks, sound

from hiptimer.audio.chapters import Label
from hiptimer.audio.files.wav import write_wav


def written(label: Label = LABEL) -> bytes:
    stream = io.BytesIO()
    write_wav(stream, blocks(sound()), RATE, label, "hiptimer")
    return stream.getvalue()


def chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """Every chunk with its body; fails unless they fill `data` exactly."""
    found, at = [], 0
    while at < len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + size]
        assert len(body) == size
        found.append((name, body))
        at += 8 + size + size % 2
    assert at == len(data)
    return found


def inside(data: bytes) -> list[tuple[bytes, bytes]]:
    ((name, body),) = chunks(data)
    assert (name, body[:4]) == (b"RIFF", b"WAVE")
    return chunks(body[4:])


def test_the_samples_are_those_given() -> None:
    samples, rate = soundfile.read(io.BytesIO(written()), dtype="int16")
    assert rate == RATE
    assert np.array_equal(samples, sound())
    assert dict(inside(written()))[b"data"] == sound().tobytes()


def test_it_is_16_bit_pcm_in_stereo() -> None:
    form = struct.unpack_from("<HHIIHH", dict(inside(written()))[b"fmt "])
    assert form == (1, 2, RATE, RATE * 4, 4, 16)


def test_a_cue_point_stands_at_the_sample_of_each_chapter() -> None:
    body = dict(inside(written()))[b"cue "]
    (count,) = struct.unpack_from("<I", body)
    points = list(struct.iter_unpack("<II4sIII", body[4:]))
    assert count == len(points) == len(CHAPTERS)
    for number, (point, chapter) in enumerate(zip(points, CHAPTERS, strict=True), start=1):
        sample = round(chapter.start * RATE)
        assert point == (number, sample, b"data", 0, 0, sample)


def test_each_cue_point_has_its_name() -> None:
    (adtl,) = [body[4:] for name, body in inside(written()) if body[:4] == b"adtl"]
    labels = [(name, struct.unpack_from("<I", body)[0], body[4:]) for name, body in chunks(adtl)]
    assert labels == [
        (b"labl", number, chapter.name.encode() + b"\0")
        for number, chapter in enumerate(CHAPTERS, start=1)
    ]


def test_title_and_artist() -> None:
    (info,) = [body[4:] for name, body in inside(written()) if body[:4] == b"INFO"]
    assert dict(chunks(info)) == {b"INAM": b"Before a run\0", b"IART": b"hiptimer\0"}


@pytest.mark.parametrize("title", ["odd", "even"])
def test_texts_of_any_length_keep_the_chunks_in_step(title: str) -> None:
    assert inside(written(Label(title, LABEL.seconds, CHAPTERS)))
