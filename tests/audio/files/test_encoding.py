import io
from collections.abc import Callable, Iterable

import pytest
from audio.files.samples import LABEL, RATE, blocks, sound

from hiptimer.audio.files.mp3 import write_mp3
from hiptimer.audio.files.ogg import write_ogg
from hiptimer.audio.files.wav import write_wav


class SmallDisk(io.BytesIO):
    """Takes this many bytes and no more."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = room

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if self.tell() + len(data) > self._room:
            raise OSError(28, "No space left on device")
        return super().write(data)

    def writelines(self, lines: Iterable[bytes]) -> None:  # type: ignore[override]
        for line in lines:
            self.write(line)


@pytest.mark.parametrize("write", [write_wav, write_ogg, write_mp3])
@pytest.mark.parametrize("room", [0, 20, 3_000, 8_000])
def test_a_full_disk_is_told(write: Callable[..., None], room: int) -> None:
    with pytest.raises(OSError, match="No space left"):
        write(SmallDisk(room), blocks(sound()), RATE, LABEL, "hiptimer")
