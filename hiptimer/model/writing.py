"""Writing a routine as TOML, as a person would: what is not said is not written."""

import msgspec

from hiptimer.model.routine import Routine


def write_routine(routine: Routine) -> str:
    """The text of a routine's file; reading it gives the same routine."""
    import tomlkit  # takes 40 ms and is only needed when something is saved

    document = tomlkit.document()
    for name, value in _given(routine).items():
        if name != "steps":
            document.add(name, value)
    steps = tomlkit.aot()
    for step in routine.steps:
        table = tomlkit.table()
        table.update(_given(step))
        steps.append(table)
    document.add("steps", steps)
    return tomlkit.dumps(document)


def _given(struct: msgspec.Struct) -> dict[str, object]:
    """The fields that differ from their defaults, in their order."""
    given = {}
    for field in msgspec.structs.fields(struct):
        value = getattr(struct, field.name)
        if value != field.default:
            given[field.encode_name] = list(value) if isinstance(value, tuple) else value
    return given
