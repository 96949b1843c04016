"""The strings of the program's modules: which look like words for a person, and what is handed to
the door through which those words pass.
"""

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "hiptimer"

TEXTS_OF = {"tr": (0,), "tr_in": (0, 1), "tr_n": (0, 1), "later": (0,), "later_in": (0, 1)}
"""The ways through the door, with the places of their texts among the arguments."""

MARKING = frozenset({"later", "later_in"})

NOT_SHOWN = frozenset(
    {"setObjectName", "getLogger", "cast", "TypeVar", "NewType", "execute", "executemany"}
    | {"executescript", "strftime", "getattr", "hasattr", "setdefault", "partial"}
    | {"option", "argument", "command", "group", "Option", "Argument", "version_option"}
    | {"OptionError", "BadParameter", "UsageError", "PlayerError", "TypeError"}
    | {"Thread", "Part"}
)
"""Calls whose strings nobody reads on a screen. What a command line calls its options and says of
them stays English with the words that are typed there.
"""

SQL = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA|FROM|WHERE|ORDER BY|GROUP BY|VALUES"
    r"|LIMIT|UNION|BEGIN|COMMIT|ATTACH|JOIN|COALESCE|REFERENCES|PRIMARY KEY|NOT NULL|COUNT|SUM"
    r"|EXISTS|IS NULL|LIKE|MAX|MIN|CHECK|DESC|OR|AND)\b|\bIN \(|\bdate\(:"
)
STYLE_SHEET = re.compile(r"\{[^{}]*\b[a-z-]+: ")
LETTER = r"[^\W\d_]"
WORD = re.compile(rf"^[“\"'(]*{LETTER}({LETTER}|['’-])*[.,:;!?…)”\"']*$")
# Not "PlayPause", which is a name that some system gave.
NAME = re.compile(r"^[A-Z][^\W\d_A-Z]+([ ,.:;!?…]|$)")


@dataclass(frozen=True, slots=True)
class Text:
    """A string in the code; what is put into an f-string is `{}`."""

    file: str
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.words!r}"


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the door."""

    file: str
    node: ast.Call
    name: str

    @property
    def texts(self) -> list[ast.expr]:
        return [self.node.args[n] for n in TEXTS_OF[self.name] if n < len(self.node.args)]

    def __str__(self) -> str:
        return f"{self.file}:{self.node.lineno}: {ast.unparse(self.node)}"


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the program by its path below `hiptimer/`."""
    for file in sorted(PROGRAM.rglob("*.py")):
        yield file.relative_to(PROGRAM).as_posix(), ast.parse(file.read_text("utf-8"))


def calls_of(file: str, module: ast.Module) -> Iterator[Call]:
    """The calls of the door in a module."""
    door = _door_of(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and _called(node) in door:
            yield Call(file, node, _called(node))


def _door_of(module: ast.Module) -> set[str]:
    """The ways through the door that a module knows: others are called `later` too."""
    imports = (node for node in ast.walk(module) if isinstance(node, ast.ImportFrom))
    known = {a.name for i in imports if i.module == "hiptimer.model.language" for a in i.names}
    return known & TEXTS_OF.keys()


def constants_of(module: ast.Module) -> dict[str, ast.expr]:
    """What the constants of a module are, by their names."""
    found: dict[str, ast.expr] = {}
    for node in module.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found[name] = value
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                found |= {ast.unparse(n): v for n, v in zip(names, values, strict=True)}
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                found[name] = value
    return found


def imported(module: ast.Module) -> dict[str, str]:
    """The names that a module has from others of the program, with the files of those."""
    imports = (node for node in ast.walk(module) if isinstance(node, ast.ImportFrom))
    return {
        alias.name: f"{name.removeprefix('hiptimer.').replace('.', '/')}.py"
        for node in imports
        if (name := node.module or "").startswith("hiptimer.")
        for alias in node.names
    }


def marks_in(value: ast.expr) -> set[tuple[str, ...]]:
    """How the texts of a constant are marked for the translators: with which context, if any."""
    calls = [node for node in ast.walk(value) if isinstance(node, ast.Call)]
    return {
        (literal(call.args[0]) or "",) if _called(call) == "later_in" else ()
        for call in calls
        if _called(call) in MARKING
    }


def words_outside(file: str, module: ast.Module) -> Iterator[Text]:
    """The strings of a module that look like words for a person and do not go through the door."""
    unread = set(_unread(module))
    for node in ast.walk(module):
        if node in unread:
            continue
        if isinstance(node, ast.JoinedStr):
            unread.update(node.values)
            words = "".join(map(_shown, node.values))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = node.value
        else:
            continue
        if looks_like_words(words):
            yield Text(file, node.lineno, words)


def looks_like_words(text: str) -> bool:
    """Whether somebody could read it: "Start", "3 sets" or "{} reps", not "start" or "{}.toml"."""
    if SQL.search(text) or STYLE_SHEET.search(text):
        return False
    if NAME.match(text):
        return True
    parts = text.replace("{}", " {} ").split()
    has_gap = " " in text.strip() or re.search(r"\{\}[a-z]+$", text) is not None
    return has_gap and any(WORD.match(part) for part in parts)


def places_in(text: str) -> set[str]:
    """The names in the places of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def literal(node: ast.expr) -> str | None:
    """The text of a string that stands there as it is."""
    is_one = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_one else None  # type: ignore[attr-defined]


def _called(node: ast.Call) -> str:
    """The last name of what is called: "echo" of `click.echo`."""
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _shown(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) else "{}"


def _unread(module: ast.Module) -> Iterator[ast.AST]:
    """The nodes below which strings are not for a person, or are through the door."""
    for node in ast.walk(module):
        match node:
            case ast.Expr(value=ast.Constant()):  # a docstring
                yield node.value
            case ast.FormattedValue(format_spec=ast.JoinedStr() as spec):
                yield from _below(spec)
            case ast.Compare() | ast.Assert() | ast.MatchValue():
                yield from (child for child in ast.walk(node) if isinstance(child, ast.Constant))
            case ast.keyword(arg="key", value=ast.Constant() as key):  # shown by `key_words`
                yield key
            case ast.Call():
                yield from _unread_arguments(node)
            case _:
                yield from _unread_in_definition(node)


def _unread_in_definition(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.FunctionDef(returns=annotation) | ast.arg(annotation=annotation):
            yield from _below(annotation)
        case ast.AnnAssign(annotation=annotation) | ast.Subscript(slice=annotation):
            yield from _below(annotation)
        case ast.ClassDef() if {"Enum", "StrEnum", "Flag"} & set(map(ast.unparse, node.bases)):
            yield from _values(node.body)
        case ast.Assign(targets=[ast.Name(id="__all__")], value=names):
            yield from _below(names)


def _values(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """The ids that the members of an Enum are kept by."""
    for statement in body:
        if isinstance(statement, ast.Assign):
            text = literal(statement.value)
            if text is None or not NAME.match(text):
                yield from _below(statement.value)


def _unread_arguments(call: ast.Call) -> Iterator[ast.AST]:
    name = _called(call)
    if name in TEXTS_OF:
        yield from (call.args[n] for n in TEXTS_OF[name] if n < len(call.args))
    elif name in NOT_SHOWN or _is_log(call.func):
        for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
            yield from _below(argument)


def _is_log(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "log"
    )


def _below(node: ast.AST | None) -> Iterator[ast.AST]:
    if node is not None:
        yield from ast.walk(node)
