"""Writes the manual page from the command line itself, so that no command is missing in it."""

import re
import sys
import textwrap
from collections.abc import Iterator

import click
from bundle_facts import NAME, SUMMARY, VERSION

DESCRIPTION = (
    "hiptimer leads you through a few minutes of hip exercises before or after a run. Without a "
    "command it opens the window; where there is no screen it leads you in the terminal. What "
    "you did is saved on this computer while you do it; nothing is sent anywhere."
)
KEYS = (
    ("Space", "Pause and go on."),
    ("Right, Left", "Skip this part; go back."),
    ("Up, Down", "Add 10 s or a rep; I stopped here."),
    ("E", "Take the easier move."),
    ("S, D", "Slower, faster."),
    ("-, =, M", "Volume and mute."),
    ("P", "My pace: each rep waits for you."),
    ("?", "Show all keys."),
    ("Esc", "Pause; once more to stop and keep what was done."),
)
FILES = (
    ("$XDG_DATA_HOME/hiptimer", "Your history, exercises and routines (~/.local/share)."),
    ("$XDG_CONFIG_HOME/hiptimer", "Your settings (~/.config)."),
    ("$XDG_CACHE_HOME/hiptimer", "What can be made again (~/.cache)."),
    ("$XDG_STATE_HOME/hiptimer", "What the window remembers, and the log (~/.local/state)."),
)
EXAMPLES = (
    ("hiptimer start pre-run-activation", "Start a routine at once."),
    ("hiptimer start basic-three --text --minutes 6", "In the terminal, trimmed to six minutes."),
    ("hiptimer audio pre-run-activation -o run.ogg", "Take it along as a sound file."),
    ("hiptimer export sessions.fit --since 2026-01-01", "What was done, for Garmin."),
    ('hiptimer parse "clamshell 3x10 each side, 5 s hold"', "Read what a physio wrote."),
)


def manual(command: click.Group, date: str) -> str:
    """The page in roff. `date` is when this version was made, such as "2026-03-01"."""
    lines = [f'.TH HIPTIMER 1 "{date}" "{NAME} {VERSION}" "User Commands"']
    lines += [".SH NAME", f"{NAME} \\- {_plain(SUMMARY[0].lower() + SUMMARY[1:])}", ".SH SYNOPSIS"]
    lines += [f".B {NAME}", "[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR [\\fIARGS\\fR]...]"]
    lines += [".SH DESCRIPTION", _plain(DESCRIPTION), ".SH OPTIONS"]
    lines += _options(command, click.Context(command, info_name=NAME))
    lines.append(".SH COMMANDS")
    lines += _commands(command, click.Context(command, info_name=NAME), "")
    lines += [".SH KEYS", "While a workout runs in the window:", *_pairs(KEYS)]
    lines += [".SH FILES", *_pairs(FILES), ".SH EXAMPLES", *_pairs(EXAMPLES)]
    lines += [".SH SAFETY", _plain("If a move hurts, stop it. hiptimer gives no medical advice.")]
    return "".join(f"{part}\n" for line in lines for part in _wrapped(line))


def _wrapped(line: str) -> list[str]:
    """Short lines, as people who read roff expect; a request stays in one."""
    return [line] if line.startswith(".") else textwrap.wrap(line, 78, break_on_hyphens=False)


def _commands(group: click.Group, context: click.Context, before: str) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        inner = click.Context(command, info_name=name, parent=context)
        full = f"{before}{name}"
        if isinstance(command, click.Group):
            yield from _commands(command, inner, f"{full} ")
            continue
        pieces = " ".join(_plain(piece) for piece in command.collect_usage_pieces(inner))
        yield from (f".SS {NAME} {_plain(full)} {pieces}", *_paragraphs(command.help or ""))
        yield from _options(command, inner)


def _paragraphs(text: str) -> Iterator[str]:
    for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip())):
        if number:
            yield ".PP"
        yield _plain(" ".join(paragraph.split()))


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        # Arguments are in the synopsis, and --help, which every command has, is told once.
        is_told = isinstance(parameter, click.Argument) or (
            context.parent and parameter.name == "help"
        )
        if record is not None and not is_told:
            yield from (".TP", f"\\fB{_plain(record[0])}\\fR", _plain(record[1]))


def _pairs(pairs: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name, words in pairs:
        yield from (".TP", f"\\fB{_plain(name)}\\fR", _plain(words))


def _plain(text: str) -> str:
    """With what roff would read as its own put out of its way."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace('"', "\\(dq")
    return re.sub(r"^([.'])", r"\\&\1", text.replace("\N{EN DASH}", "\\(en").strip())


if __name__ == "__main__":
    from hiptimer.cli.program import main as command_line

    sys.stdout.write(manual(command_line, sys.argv[1]))
