import pytest

from hiptimer.audio.open_here import prepare_environment


def test_the_server_is_filled_further_ahead_than_sdl_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.environ", environment := {})
    prepare_environment()
    assert environment["PULSE_LATENCY_MSEC"] == "30"


def test_what_a_person_asks_of_the_server_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.environ", environment := {"PULSE_LATENCY_MSEC": "120"})
    prepare_environment()
    assert environment["PULSE_LATENCY_MSEC"] == "120"
