import io
import struct

import soundfile
from audio.files.samples import CHAPTERS, LABEL, RATE, SECONDS, blocks, likeness, sound

from hiptimer.audio.chapters import Chapter, Label
from hiptimer.audio.files.mp3 import write_mp3

HEAD = 10


def written(label: Label = LABEL) -> bytes:
    stream = io.BytesIO()
    write_mp3(stream, blocks(sound()), RATE, label, "hiptimer")
    return stream.getvalue()


def tag_size(data: bytes) -> int:
    assert data[:6] == b"ID3\3\0\0"
    assert all(byte < 128 for byte in data[6:HEAD])
    return sum(byte << shift for byte, shift in zip(data[6:HEAD], (21, 14, 7, 0), strict=True))


def frames(data: bytes) -> list[tuple[str, bytes]]:
    """The frames that fill `data` exactly."""
    found, at = [], 0
    while at < len(data):
        name, size, flags = struct.unpack_from(">4sIH", data, at)
        assert flags == 0
        found.append((name.decode(), data[at + HEAD : at + HEAD + size]))
        at += HEAD + size
    assert at == len(data)
    return found


def tag(data: bytes) -> list[tuple[str, bytes]]:
    return frames(data[HEAD : HEAD + tag_size(data)])


def text(body: bytes) -> str:
    return body[1:].decode({0: "latin-1", 1: "utf-16"}[body[0]])


def test_it_is_as_long_as_the_sound_and_sounds_like_it() -> None:
    samples, rate = soundfile.read(io.BytesIO(written()), dtype="float32")
    assert (rate, samples.shape) == (RATE, sound().shape)
    # The encoder fed with int16 gives half noise, which is like it by 0.7 at most.
    assert likeness(sound(), samples) > 0.99


def test_the_sound_follows_the_tag_and_says_how_it_is_padded() -> None:
    data = written()
    first = data[HEAD + tag_size(data) :]
    assert first[:2] == b"\xff\xfb"
    at = first.index(b"LAME", 0, 400)
    delay_and_padding = int.from_bytes(first[at + 21 : at + 24], "big")
    delay, padding = delay_and_padding >> 12, delay_and_padding & 0xFFF
    assert 0 < delay < 2000
    assert (delay + padding + len(sound())) % 1152 == 0


def test_the_rate_is_constant() -> None:
    data = written()
    assert b"Info" in data[HEAD + tag_size(data) :][:60]
    assert abs(len(data) * 8 / SECONDS - 96_000) < 5_000


def test_title_artist_and_length() -> None:
    told = [(name, text(body)) for name, body in tag(written()) if name.startswith("T")]
    assert told == [("TIT2", "Before a run"), ("TPE1", "hiptimer"), ("TLEN", "3300")]


def test_the_chapters_follow_each_other_and_have_names() -> None:
    chapters = [body.split(b"\0", 1) for name, body in tag(written()) if name == "CHAP"]
    times = [struct.unpack_from(">IIII", rest) for _, rest in chapters]
    nothing = 0xFFFFFFFF
    assert times == [
        (0, 1062, nothing, nothing),
        (1062, 2000, nothing, nothing),
        (2000, 3300, nothing, nothing),
    ]
    names = [frames(rest[16:]) for _, rest in chapters]
    assert [(name, text(body)) for ((name, body),) in names] == [
        ("TIT2", chapter.name) for chapter in CHAPTERS
    ]


def test_the_table_lists_the_chapters_in_their_order() -> None:
    found = dict(tag(written()))
    ids = [body.split(b"\0", 1)[0] for name, body in tag(written()) if name == "CHAP"]
    assert found["CTOC"] == b"toc\0\3\3" + b"".join(i + b"\0" for i in ids)
    assert len(set(ids)) == 3


def test_of_more_chapters_than_a_table_holds_the_first_are_kept() -> None:
    many = Label("Many", SECONDS, tuple(Chapter(n / 100, f"{n}") for n in range(300)))
    found = tag(written(many))
    assert [name for name, _ in found].count("CHAP") == dict(found)["CTOC"][5] == 255


def test_without_chapters_there_is_no_table() -> None:
    assert "CTOC" not in dict(tag(written(Label("None", SECONDS))))
