"""Names that Windows takes for devices."""

import pytest

from hiptimer.model.file_names import is_device


@pytest.mark.parametrize("name", ["con", "NUL.toml", "com1.toml", "Lpt9", "aux.tar.gz"])
def test_devices(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["", "conny", "con-1", "my-nul.toml", "com", "com10", ".con"])
def test_others(name: str) -> None:
    assert not is_device(name)
