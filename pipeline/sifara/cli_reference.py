"""The command reference, made from the commands themselves: ``python -m sifara.cli_reference > docs/commands.md``."""

from __future__ import annotations

import inspect
import sys

import click

from sifara.cli import cli

_HEAD = """# Commands

Made from the commands themselves (`make docs`); a test says so when it is out of date. Tables and answers go to
standard output, everything else to standard error. The exit code is 0, 2 where something was wrong with what was
asked (said in one line), and 1 where `build --strict` left a document out.
"""


def reference() -> str:
    """Return the reference of all commands as Markdown."""
    parts = [_HEAD]
    for name in sorted(cli.commands):
        command = cli.commands[name]
        arguments = [p.metavar or str(p.name).upper() for p in command.params if isinstance(p, click.Argument)]
        parts.append(f"## sifara {name}\n\n    {' '.join(['sifara', name, '[OPTIONS]', *arguments])}\n")
        parts.append(inspect.cleandoc(command.help or "") + "\n")
        options = [p for p in command.params if isinstance(p, click.Option)]
        if options:
            parts.append("| option | |\n| --- | --- |\n" + "".join(map(_row, options)))
    return "\n".join(parts)


def _row(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    about = option.help or ""
    if isinstance(option.type, click.Choice):
        about = f"{about} One of {', '.join(option.type.choices)}.".strip()
    if option.show_default:
        about += f" Default: {option.default}."
    if option.required:
        about += " Required."
    return f"| {names} | {about} |\n"


if __name__ == "__main__":
    sys.stdout.write(reference())
