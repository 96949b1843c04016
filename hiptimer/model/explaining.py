"""Explaining why data does not fit a struct: every fault, with what was found and what is allowed.

Reading is left to msgspec, which is fast and stops at the first fault in the words of a library.
Only when it has refused something is the same type walked here, to say it all and say it plainly.
"""

import math
import re
from collections.abc import Iterator
from enum import Enum
from itertools import islice

from msgspec import inspect

from hiptimer.model.fault import Fault, shown, suggestion
from hiptimer.model.language import later, tr, tr_n

MOST_TOLD = 30
RANGES = {
    ("gt", ""): later("must be more than {low}"),
    ("ge", ""): later("must be at least {low}"),
    ("", "le"): later("must be at most {high}"),
    ("", "lt"): later("must be less than {high}"),
    ("gt", "le"): later("must be more than {low} and at most {high}"),
    ("gt", "lt"): later("must be more than {low} and less than {high}"),
    ("ge", "le"): later("must be at least {low} and at most {high}"),
    ("ge", "lt"): later("must be at least {low} and less than {high}"),
}


def explain(data: object, kind: object) -> tuple[Fault, ...]:
    """The faults of `data` as a value of the type `kind`, of very many the first; none when it
    fits.
    """
    return tuple(islice(_faults(data, inspect.type_info(kind), ""), MOST_TOLD))


def _faults(data: object, kind: inspect.Type, field: str) -> Iterator[Fault]:
    match kind:
        case inspect.Metadata():
            yield from _faults(data, kind.type, field)
        case inspect.UnionType():
            yield from _union_faults(data, kind, field)
        case inspect.StructType():
            yield from _struct_faults(data, kind, field)
        case inspect.VarTupleType() | inspect.TupleType():
            yield from _list_faults(data, kind, field)
        case inspect.DictType():
            yield from _dict_faults(data, kind, field)
        case _:
            yield from _plain_faults(data, kind, field)


def _plain_faults(data: object, kind: inspect.Type, field: str) -> Iterator[Fault]:
    match kind:
        case inspect.EnumType():
            yield from _enum_faults(data, kind, field)
        case inspect.IntType() | inspect.FloatType():
            yield from _number_faults(data, kind, field)
        case inspect.StrType():
            yield from _text_faults(data, kind, field)
        case inspect.BoolType():
            if not isinstance(data, bool):
                yield Fault(field, shown(data), tr("must be true or false"))


def _union_faults(data: object, kind: inspect.UnionType, field: str) -> Iterator[Fault]:
    members = [member for member in kind.types if not isinstance(member, inspect.NoneType)]
    if len(members) == 1:
        yield from _faults(data, members[0], field)
        return
    tagged = {m.tag: m for m in members if isinstance(m, inspect.StructType)}
    tag_field = next(m.tag_field for m in tagged.values())
    tag = data.get(tag_field) if isinstance(data, dict) else None
    chosen = next((member for name, member in tagged.items() if name == tag), None)
    if chosen is None:
        allowed = ", ".join(str(name) for name in tagged)
        yield Fault(
            f"{field}.{tag_field}", shown(tag), tr("must be one of {allowed}", allowed=allowed)
        )
    else:
        yield from _struct_faults(data, chosen, field)


def _struct_faults(data: object, kind: inspect.StructType, field: str) -> Iterator[Fault]:
    if not isinstance(data, dict):
        yield Fault(field or tr("the file"), shown(data), tr("must be a table"))
        return
    fields = {f.encode_name: f for f in kind.fields}
    known = [*fields, *([kind.tag_field] if kind.tag_field else [])]
    for name, value in data.items():
        if name in fields:
            yield from _faults(value, fields[name].type, _join(field, name))
        elif name not in known:
            yield Fault(
                _join(field, name), tr("a field that is not known"), suggestion(name, known)
            )
    for name, described in fields.items():
        if described.required and name not in data:
            yield Fault(_join(field, name), tr("nothing"), tr("must be given"))


def _enum_faults(data: object, kind: inspect.EnumType, field: str) -> Iterator[Fault]:
    members: type[Enum] = kind.cls
    allowed = [member.value for member in members]
    if data not in allowed:
        yield Fault(
            field,
            shown(data),
            tr("must be one of {allowed}", allowed=", ".join(str(a) for a in allowed)),
        )


def _number_faults(
    data: object, kind: inspect.IntType | inspect.FloatType, field: str
) -> Iterator[Fault]:
    whole = isinstance(kind, inspect.IntType)
    fitting = isinstance(data, int) or (isinstance(data, float) and not whole)
    if isinstance(data, bool) or not isinstance(data, int | float) or not fitting:
        yield Fault(
            field, shown(data), tr("must be a whole number") if whole else tr("must be a number")
        )
    elif (isinstance(data, float) and not math.isfinite(data)) or _is_outside(data, kind):
        yield Fault(field, shown(data), _range(kind))


def _is_outside(number: float, kind: inspect.IntType | inspect.FloatType) -> bool:
    return (
        (kind.gt is not None and number <= kind.gt)
        or (kind.ge is not None and number < kind.ge)
        or (kind.le is not None and number > kind.le)
        or (kind.lt is not None and number >= kind.lt)
    )


def _range(kind: inspect.IntType | inspect.FloatType) -> str:
    """What it must be, with numbers as TOML writes them."""
    low = kind.gt if kind.ge is None else kind.ge
    high = kind.lt if kind.le is None else kind.le
    if low is None and high is None:
        return tr("must be a number that is not infinite")
    lower = "" if low is None else "gt" if kind.ge is None else "ge"
    upper = "" if high is None else "lt" if kind.le is None else "le"
    return tr(RANGES[lower, upper], low=f"{low or 0:g}", high=f"{high or 0:g}")


def _text_faults(data: object, kind: inspect.StrType, field: str) -> Iterator[Fault]:
    if not isinstance(data, str):
        yield Fault(field, shown(data), tr("must be text in quotes"))
    elif kind.pattern and not re.search(kind.pattern, data):
        yield Fault(field, shown(data), tr("must have only the characters a-z, 0-9 and -"))
    elif kind.max_length is not None and len(data) > kind.max_length:
        yield Fault(field, shown(data), tr("must have at most {n} characters", n=kind.max_length))
    elif kind.min_length is not None and len(data) < kind.min_length:
        yield Fault(field, shown(data), tr("must not be empty"))


def _list_faults(
    data: object, kind: inspect.VarTupleType | inspect.TupleType, field: str
) -> Iterator[Fault]:
    if not isinstance(data, list):
        yield Fault(field, shown(data), tr("must be a list"))
        return
    least: int
    most: int | None
    if isinstance(kind, inspect.TupleType):
        least = most = len(kind.item_types)
        items = kind.item_types
    else:
        least, most = kind.min_length or 0, kind.max_length
        items = (kind.item_type,) * len(data)
    if len(data) < least or (most is not None and len(data) > most):
        found = tr_n("{n} of them", "{n} of them", len(data)) if data else tr("none")
        yield Fault(field, found, _count(least, most))
        return
    for index, (item, inner) in enumerate(zip(data, items, strict=True), 1):
        yield from _faults(item, inner, f"{field}[{index}]")


def _count(least: int, most: int | None) -> str:
    if most is None:
        return tr("must have at least {n}", n=least)
    if least == most:
        return tr("must have exactly {n}", n=least)
    return tr("must have {least} to {most}", least=least, most=most)


def _dict_faults(data: object, kind: inspect.DictType, field: str) -> Iterator[Fault]:
    if not isinstance(data, dict):
        yield Fault(field or tr("the file"), shown(data), tr("must be a table"))
        return
    for key, value in data.items():
        yield from _faults(key, kind.key_type, _join(field, key))
        yield from _faults(value, kind.value_type, _join(field, key))


def _join(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name
