"""Writing TOML as a person would: what is not said is not written."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import msgspec

from hiptimer.model.exercise import Exercise
from hiptimer.model.pose import Pose
from hiptimer.model.routine import Routine

# The facts of an exercise in the order in which its file tells them; then come its tables.
FACTS = (
    *("id", "family", "level", "position", "per_side", "lies_on", "needs", "optional"),
    *("avoid_with", "easier_id", "harder_id", "motion", "start", "travel", "phases", "props"),
)
TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "dose": ("sets", "reps", "tempo_s", "hold_s", "rest_s"),
        "muscles": ("primary", "secondary"),
        "camera": ("azimuth", "elevation"),
        "fit": ("category", "category_id", "name", "name_id", "exact", "fallback"),
        "text": (*("name", "setup", "setup_says", "how", "cues", "avoid", "caution", "side_says"),),
    }
)
# Lists of which each line holds one thing.
LONG = ("phases", "props", "cues", "avoid")
METRES = ("travel", "props")


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


def write_exercise(exercise: Exercise) -> str:
    """The text of an exercise's file, in the form of the built-in ones; reading it gives the same
    exercise.
    """
    given = _given(exercise)
    blocks = ["".join(_lines(_ordered(given, FACTS)))]
    for name, order in TABLES.items():
        if name in given:
            fields = _given(getattr(exercise, name))
            if name == "dose":
                fields["sets"] = exercise.dose.sets  # said even where it is one
            blocks.append(f"[{name}]\n" + "".join(_lines(_ordered(fields, order))))
    return "\n".join(blocks)


def write_poses(poses: Mapping[str, Pose]) -> str:
    """The text of the file with an exercise's poses; reading it gives the same poses."""
    blocks = []
    for name, pose in poses.items():
        key = _key(name)
        touches = ", ".join(_value(contact.value) for contact in pose.touches)
        points = "".join(f"{joint.value} = {_metres(at)}\n" for joint, at in pose.points.items())
        blocks.append(f"[{key}]\ntouches = [{touches}]\n\n[{key}.points]\n{points}")
    return "\n".join(blocks)


def _ordered(fields: Mapping[str, object], order: Iterable[str]) -> dict[str, object]:
    return {name: fields[name] for name in order if name in fields}


def _lines(fields: Mapping[str, object]) -> Iterator[str]:
    """Each field in a line of its own; long lists with a line for each of their things."""
    for name, value in fields.items():
        write = _metres if name in METRES else _value
        if name in LONG and isinstance(value, list):
            yield f"{name} = [\n"
            yield from (f"  {write(item)},\n" for item in value)
            yield "]\n"
        else:
            yield f"{name} = {write(value)}\n"


def _value(value: object, *, whole: bool = True) -> str:
    """A value in one line. With `whole`, numbers without a fraction are written without one."""
    match value:
        case bool():
            return str(value).lower()
        case float():
            return str(int(value)) if whole and value.is_integer() else repr(value)
        case msgspec.Struct():
            return _value(_tagged(value), whole=whole)
        case Mapping():
            fields = (f"{_key(k)} = {_value(v, whole=whole)}" for k, v in value.items())
            return "{ " + ", ".join(fields) + " }"
        case list() | tuple():
            return "[" + ", ".join(_value(item, whole=whole) for item in value) + "]"
    import tomlkit  # takes 40 ms and is only needed when something is saved

    return tomlkit.item(value).as_string()


def _metres(value: object) -> str:
    return _value(value, whole=False)


def _tagged(struct: msgspec.Struct) -> dict[str, object]:
    """The fields of a struct, with the tag that tells of which kind it is before them."""
    tag = struct.__struct_config__.tag
    field = struct.__struct_config__.tag_field
    return ({} if field is None else {field: tag}) | _given(struct)


def _key(name: str) -> str:
    import tomlkit

    return tomlkit.key(name).as_string()
