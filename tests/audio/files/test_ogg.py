import io
import struct

import pytest
import soundfile
from audio.files.samples import CHAPTERS, LABEL, RATE, blocks, likeness, sound
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.audio.chapters import Chapter, Label
from hiptimer.audio.errors import AudioError
from hiptimer.audio.files.ogg import write_ogg
from hiptimer.audio.files.ogg_pages import Page, checksum, packets_in, pages_of, read_pages

MANY = Label(
    "Many", LABEL.seconds, tuple(Chapter(n / 500, f"Chapter {n} of many, " * 5) for n in range(999))
)


def written(label: Label = LABEL) -> bytes:
    stream = io.BytesIO()
    write_ogg(stream, blocks(sound()), RATE, label, "hiptimer")
    return stream.getvalue()


def plain_checksum(data: bytes) -> int:
    """Bit by bit, as the format describes it."""
    value = 0
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = value << 1 ^ (0x104C11DB7 if value & 0x80000000 else 0)
    return value


def comments(data: bytes) -> dict[str, str]:
    packet = packets_in(list(read_pages(io.BytesIO(data)))[:9])[1]
    assert packet.startswith(b"\3vorbis")
    assert packet.endswith(b"\1")
    texts, at = [], 7
    (length,) = struct.unpack_from("<I", packet, at)
    at += 4 + length
    (count,) = struct.unpack_from("<I", packet, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<I", packet, at)
        texts.append(packet[at + 4 : at + 4 + length].decode())
        at += 4 + length
    assert at == len(packet) - 1
    return dict(text.split("=", 1) for text in texts)


@pytest.mark.parametrize("label", [LABEL, MANY], ids=["few", "many"])
def test_it_is_as_long_as_the_sound_and_sounds_like_it(label: Label) -> None:
    samples, rate = soundfile.read(io.BytesIO(written(label)), dtype="float32")
    assert (rate, samples.shape) == (RATE, sound().shape)
    assert likeness(sound(), samples) > 0.99


@pytest.mark.parametrize("label", [LABEL, MANY], ids=["few", "many"])
def test_the_pages_are_whole_and_numbered(label: Label) -> None:
    data = written(label)
    pages = list(read_pages(io.BytesIO(data)))
    assert [page.number for page in pages] == list(range(len(pages)))
    assert len({page.serial for page in pages}) == 1
    assert [page.flags & 6 for page in pages] == [2] + [0] * (len(pages) - 2) + [4]
    assert b"".join(page.to_bytes() for page in pages) == data
    for page in pages[:4]:
        raw = page.to_bytes()
        (stated,) = struct.unpack_from("<I", raw, 22)
        assert stated == plain_checksum(raw[:22] + bytes(4) + raw[26:])


def test_the_first_page_holds_one_packet_and_sound_begins_on_a_page_of_its_own() -> None:
    pages = list(read_pages(io.BytesIO(written())))
    assert len(packets_in(pages[:1])) == 1
    assert len(packets_in(pages[:2])) == 3
    assert [page.position for page in pages[:2]] == [0, 0]
    assert pages[-1].position == len(sound())


def test_title_artist_and_chapters() -> None:
    assert comments(written()) == {
        "TITLE": "Before a run",
        "ARTIST": "hiptimer",
        "CHAPTER001": "00:00:00.000",
        "CHAPTER001NAME": CHAPTERS[0].name,
        "CHAPTER002": "00:00:01.062",
        "CHAPTER002NAME": CHAPTERS[1].name,
        "CHAPTER003": "00:00:02.000",
        "CHAPTER003NAME": CHAPTERS[2].name,
    }


def test_a_chapter_after_an_hour() -> None:
    late = Label("Late", LABEL.seconds, (Chapter(3_754.9996, "Late"),))
    assert comments(written(late))["CHAPTER001"] == "01:02:35.000"


@given(st.binary(max_size=80))
def test_the_checksum_is_that_of_the_format(data: bytes) -> None:
    assert checksum(data) == plain_checksum(data)


@given(st.lists(st.integers(0, 70_000).map(bytes), min_size=1, max_size=3))
def test_packets_come_back_from_their_pages(packets: list[bytes]) -> None:
    pages = pages_of(packets, 7, 3)
    assert packets_in(pages) == packets
    assert [page.number for page in pages] == list(range(3, 3 + len(pages)))
    assert list(read_pages(io.BytesIO(b"".join(p.to_bytes() for p in pages)))) == pages


def test_a_packet_that_fills_its_last_piece_has_an_empty_one_behind_it() -> None:
    (page,) = pages_of([bytes(510)], 1, 0)
    assert [len(piece) for piece in page.pieces] == [255, 255, 0]


def test_what_is_no_ogg_is_refused() -> None:
    with pytest.raises(AudioError):
        list(read_pages(io.BytesIO(b"RIFF" + bytes(100))))
    assert Page(0, 0, 1, 0, ()).numbered(4).number == 4
