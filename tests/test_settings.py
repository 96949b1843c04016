"""The person's choices on disk."""

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiptimer.settings import Settings, SettingsError, read_settings, save_settings


def now() -> datetime:
    return datetime(2026, 3, 1, 7, 0, tzinfo=UTC)


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    chosen = Settings(theme="dark", volume=0.3, paces={"clam-basic": 0.9})
    save_settings(file, chosen, now=now)
    assert read_settings(file).settings == chosen
    assert [p.name for p in file.parent.iterdir()] == ["settings.json"]


def test_without_a_file_the_usual_ones_are_used(tmp_path: Path) -> None:
    read = read_settings(tmp_path / "settings.json")
    assert (read.settings, read.problems) == (Settings(), ())


def test_a_bad_value_falls_back_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"volume": 7, "theme": "dark", "run_days": [1, 9], "unknown": 1}')
    read = read_settings(file)
    assert (read.settings.volume, read.settings.theme) == (0.8, "dark")
    assert read.settings.run_days == Settings().run_days
    assert len(read.problems) == 2
    assert "settings.json: volume: Expected `float` <= 1.0" in read.problems[0]
    assert "volume" in caplog.text


@pytest.mark.parametrize("nonsense", [b"", b"[1, 2]", b"{broken", b"\xff\xfe\x00", b"null"])
def test_nonsense_is_told_and_set_aside_before_it_is_overwritten(
    tmp_path: Path, nonsense: bytes
) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(nonsense)
    read = read_settings(file)
    assert read.settings == Settings()
    assert "settings.json" in read.problems[0]
    save_settings(file, Settings(volume=0.5), now=now)
    assert read_settings(file).settings.volume == 0.5
    aside = file.with_name("settings.json.unreadable-20260301-070000")
    assert aside.read_bytes() == nonsense


def test_what_could_not_be_written_leaves_a_file_with_one_bad_value_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"volume": 0.3, "theme": "pink"}')

    def is_full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", is_full)
    with pytest.raises(SettingsError, match="No space left"):
        save_settings(file, Settings(volume=0.5), now=now)
    assert file.read_text() == '{"volume": 0.3, "theme": "pink"}'
    assert list(tmp_path.iterdir()) == [file]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="cannot be saved"):
        save_settings(tmp_path / "file" / "settings.json", Settings(), now=now)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)
names = st.sampled_from([f.encode_name for f in msgspec.structs.fields(Settings)])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(names | st.text(), json_values, max_size=6))
def test_no_content_stops_the_program(tmp_path: Path, content: dict[str, object]) -> None:
    file = tmp_path / "settings.json"
    try:
        file.write_bytes(msgspec.json.encode(content))
    except OverflowError:
        return
    assert 0 <= read_settings(file).settings.volume <= 1


def test_brackets_without_an_end_stop_nobody(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(b'{"paces":' + b"[" * 100_000)
    assert read_settings(file).settings == Settings()
    assert len(read_settings(file).problems) == 1


def test_a_pipe_in_their_place_stops_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.json")
    assert read_settings(tmp_path / "settings.json").settings == Settings()
