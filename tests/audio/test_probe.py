"""The audio device is tried in a process of its own, whatever becomes of that."""

import sys
from pathlib import Path

import pytest

from hiptimer.audio.open_here import OPEN_HERE
from hiptimer.audio.probe import DeviceReport, child_command, probe_device, probe_with


def child(code: str) -> DeviceReport:
    return probe_with([sys.executable, "-c", code])


def test_a_device_is_reported_with_driver_and_names(dummy_device: None) -> None:
    report = probe_device()
    assert report.is_usable
    assert report.driver == "dummy"
    assert report.devices


def test_no_device_is_reported_with_its_reason(no_device: None) -> None:
    report = probe_device()
    assert not report.is_usable
    assert "nowhere" in report.error


def test_it_does_not_matter_where_the_program_was_started(
    dummy_device: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pygame.py").write_text("raise SystemExit(7)")
    monkeypatch.chdir(tmp_path)
    assert probe_device().is_usable


def test_a_crash_is_no_device() -> None:
    report = child("import os; os.abort()")
    assert not report.is_usable
    assert "exit code" in report.error


def test_a_windowed_program_without_output_is_believed_by_its_exit_code() -> None:
    assert child("pass").is_usable
    assert not child("raise SystemExit(1)").is_usable


def test_strange_output_does_no_harm() -> None:
    assert child("print('Hello from a library')").is_usable


def test_a_command_that_cannot_run_is_no_device(tmp_path: Path) -> None:
    assert not probe_with([str(tmp_path / "nothing")]).is_usable


def test_a_bundle_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command() == [sys.executable, OPEN_HERE]
