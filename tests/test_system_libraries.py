"""What is missing is found by loading it, and installed with the right to do so.

The commands of the system are small scripts that write down how they were called.
"""

import os
import sys
from pathlib import Path

import pytest
from system_libraries import Need, SetUpError, provide

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="nothing is installed on Windows beside the environment"
)

THERE = Need(debian=("libthere1",), elsewhere="there", commands=("sh",))
MISSING = Need(
    debian=("libgone2t64", "libgone2"), elsewhere="gone", sonames=("libhiptimer-gone.so.2",)
)


class FakeSystem:
    """A folder of commands, the only one in PATH, and what was called."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._log = folder / "called"

    def add(self, name: str, *, then: str = "exit 0") -> None:
        script = self._folder / name
        script.write_text(f'#!/bin/sh\necho "{name} $*" >> "{self._log}"\n{then}\n')
        script.chmod(0o755)

    @property
    def calls(self) -> list[str]:
        return self._log.read_text().splitlines() if self._log.exists() else []

    @property
    def installations(self) -> list[str]:
        return [call for call in self.calls if " install " in call]


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeSystem:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return FakeSystem(tmp_path)


def with_apt(system: FakeSystem, *, known: str, brings: str = "hiptimer-gone") -> None:
    """apt that knows one name, and whose installation brings a command."""
    system.add("apt-cache", then=f'[ "$3" = {known} ]')
    path = system._folder / brings
    system.add("apt-get", then=f'[ "$1" = update ] || {{ : > "{path}"; /bin/chmod 755 "{path}"; }}')


def test_a_library_is_there_when_it_loads() -> None:
    libc = "libc.so.6" if sys.platform == "linux" else "libSystem.dylib"
    assert Need(debian=(), elsewhere="", sonames=("libnone.so.9", libc)).is_met()
    assert not MISSING.is_met()


def test_nothing_is_called_when_all_is_there(system: FakeSystem) -> None:
    system.add("apt-get")
    system.add("sh")
    provide([THERE])
    assert system.calls == []


@pytest.mark.parametrize("known", ["gone-t64", "gone"])
def test_the_name_apt_knows_is_installed(
    system: FakeSystem, known: str, capfd: pytest.CaptureFixture[str]
) -> None:
    need = Need(debian=("gone-t64", "gone"), elsewhere="gone", commands=("hiptimer-gone",))
    with_apt(system, known=known)
    provide([need, need])
    line = f"apt-get install -y --no-install-recommends {known}"
    assert system.installations == [line]
    shown = capfd.readouterr()
    assert line in shown.err
    assert shown.out == ""


def test_without_package_lists_the_older_name_is_taken(system: FakeSystem) -> None:
    need = Need(debian=("gone-t64", "gone"), elsewhere="gone", commands=("hiptimer-gone",))
    with_apt(system, known="something-else")
    provide([need])
    assert system.installations[0].endswith(" gone")


def test_an_installation_that_brings_nothing_is_told(system: FakeSystem) -> None:
    with_apt(system, known="libgone2")
    with pytest.raises(SetUpError, match="still missing.*gone"):
        provide([MISSING])


def test_a_failing_installation_is_told(system: FakeSystem) -> None:
    system.add("apt-cache")
    system.add("apt-get", then="exit 100")
    with pytest.raises(SetUpError, match="installation failed"):
        provide([MISSING])


def test_another_system_is_told_the_names(system: FakeSystem) -> None:
    with pytest.raises(SetUpError, match="install them.*: gone$"):
        provide([MISSING, MISSING])


def test_in_a_pipe_sudo_is_not_let_ask(
    system: FakeSystem,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with_apt(system, known="libgone2")
    system.add("sudo", then="exit 1")
    with pytest.raises(SetUpError, match="run the line above"):
        provide([MISSING])
    assert "sudo apt-get install -y --no-install-recommends libgone2" in capfd.readouterr().err
    assert system.installations == []


def test_in_a_pipe_sudo_that_need_not_ask_is_used(
    system: FakeSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    need = Need(debian=("gone",), elsewhere="gone", commands=("hiptimer-gone",))
    with_apt(system, known="gone")
    system.add("sudo", then='shift; [ "$1" = true ] || exec "$@"')
    provide([need])
    assert system.installations == [
        "sudo -n apt-get install -y --no-install-recommends gone",
        "apt-get install -y --no-install-recommends gone",
    ]


def test_without_sudo_the_line_is_for_the_administrator(
    system: FakeSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with_apt(system, known="libgone2")
    with pytest.raises(SetUpError, match="run the line above"):
        provide([MISSING])
