"""What stands at the top of the checkout: the card of the project, and nothing that belongs elsewhere."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import click
import pytest

from sifara.cli import cli
from sifara.cli_reference import reference
from sifara.queries import named

ROOT = Path(__file__).resolve().parents[1]
BINARY = (".png", ".gz", ".ico", ".woff2")
LARGEST = 1_500_000  # bytes of a tracked file
#: Folders that tools make.
MADE = {
    *(".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "__pycache__"),
    *("node_modules", "demo.store"),
}
#: What must not be in any file; each is written in two parts, so that this file does not hold it either.
FORBIDDEN = {
    "the path of a machine": r"(?<![\w./:-])/(?:" + "work|root|home|opt|Users)/[a-z]",
    "the address of a registry": "py" + r"pi\.org|python" + r"hosted|npm" + r"js\.org|index" + "-url|extra-" + "index",
    "the address of a machine": r"https?://(?!127\.0\.0\.1)(?:\d+\.){3}\d+",
}


def tracked() -> list[Path]:
    """Return the files of the project: those that git knows or would add, or all where there is no git."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
        paths = [ROOT / name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        paths = list(ROOT.rglob("*"))
    return sorted(path for path in paths if path.is_file() and not MADE & set(path.relative_to(ROOT).parts))


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_no_file_tells_of_machines_or_registries() -> None:
    files = [path for path in tracked() if path.suffix not in BINARY]
    assert len(files) > 30
    found = [
        f"{path.relative_to(ROOT)}:{number}: {what}: {line.strip()[:100]}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for what, pattern in FORBIDDEN.items()
        if re.search(pattern, line)
    ]
    assert found == []


@pytest.mark.parametrize("line", ["cd /ro" + "ot/x", '"/ho' + 'me/me"', "--index" + "-url x", "http://10.0.0." + "1/"])
def test_such_lines_are_seen(line: str) -> None:
    assert any(re.search(pattern, line) for pattern in FORBIDDEN.values())


@pytest.mark.parametrize("line", ["https://example.org/work/a", "a/work/x", "/usr/bin/env bash", "id:doc/home/x"])
def test_other_lines_are_not(line: str) -> None:
    assert not any(re.search(pattern, line) for pattern in FORBIDDEN.values())


def test_no_file_is_large() -> None:
    assert [str(path) for path in tracked() if path.stat().st_size > LARGEST] == []


def test_text_files_are_clean() -> None:
    for path in tracked():
        if path.suffix in {".py", ".rq", ".md", ".toml", ".yaml", ".ttl"}:
            data = path.read_bytes()
            assert b"\r" not in data, f"{path} has line ends of Windows"
            assert data.endswith(b"\n") or not data, f"{path} has no line end at its end"


def test_readme_begins_with_the_two_commands() -> None:
    readme = text("README.md")
    assert re.search(r"^make demo\b", readme[:300], re.MULTILINE)
    assert re.search(r"sifara build \S+ --store", readme[:300])


def test_readme_tells_of_every_command_and_query() -> None:
    readme = text("README.md")
    for name in cli.commands:
        assert f"sifara {name}" in readme
    for name in named():
        assert f"@{name}" in readme


def test_links_of_the_documents_lead_somewhere() -> None:
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (path.parent / target).exists(), f"{path.name} links to {target}, which is not there"


def test_command_reference_is_up_to_date() -> None:
    assert text("docs/commands.md") == reference(), "make it anew with: make docs"


def test_every_command_and_option_has_help() -> None:
    for name, command in cli.commands.items():
        assert command.help, f"sifara {name} has no help"
        for option in command.params:
            assert isinstance(option, click.Argument) or option.help, f"sifara {name} {option.name} has no help"


def test_architecture_names_every_package() -> None:
    architecture = text("docs/architecture.md")
    packages = [path.parent.name for path in (ROOT / "pipeline" / "sifara").glob("*/__init__.py")]
    assert len(packages) >= 7
    for name in packages:
        assert f"{name}/" in architecture


def test_targets_of_the_makefile_are_there() -> None:
    makefile = text("Makefile")
    for target in ("install", "demo", "test", "lint", "check", "clean", "sample"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_constraints_are_versions_and_cover_what_is_asked_for() -> None:
    lines = [line for line in text("constraints.txt").splitlines() if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9._+!-]+", line) for line in lines)
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in lines}
    project = tomllib.loads(text("pyproject.toml"))["project"]
    asked = [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]
    for requirement in asked:
        name = re.match(r"[A-Za-z0-9._-]+", requirement)
        assert name is not None
        assert name[0].lower().replace("_", "-") in pinned, f"{name[0]} is not in constraints.txt"


def test_version_stands_in_the_changelog() -> None:
    from sifara import __version__

    assert f"## {__version__}" in text("CHANGELOG.md")


def test_licence_is_apache() -> None:
    assert "Apache License" in text("LICENSE")
    assert "Version 2.0, January 2004" in text("LICENSE")
