"""The explorer's files, and the command that serves them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from serving import TOKEN, Answer, Running, make_store, running
from sifara.server import static
from sifara.server.command import serve


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(make_store(tmp_path_factory.mktemp("static") / "store"), "--cors", "none") as found:
        yield found


def test_a_page_is_there_in_any_case(server: Running) -> None:
    answer = server.get("/")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "script-src 'self';" in policy
    assert "access-control-allow-origin" not in answer.headers
    if static.folder(None) is None:
        assert b"left out" in answer.body
        assert b"explorer" in answer.body


@pytest.mark.parametrize(
    "path",
    [
        "/../../pyproject.toml",
        "/..%2f..%2fcommand.py",
        "/%2e%2e/command.py",
        "/....//command.py",
        "/.git/config",
        "/assets/../../command.py",
        "/static/..%5c..%5ccommand.py",
        "/x.js%00.html",
        "//etc/passwd",
        "/etc/passwd.txt",
        "/" + "a" * 5000 + ".js",
    ],
)
def test_nothing_else_is_served(server: Running, path: str) -> None:
    answer = server.send("GET", path)
    assert answer.status in (404, 200)
    assert b"import" not in answer.body
    assert b"root:" not in answer.body
    if "." in path.rpartition("/")[2]:
        assert answer.status == 404


def test_files_have_their_types(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "assets").mkdir(parents=True)
    for name in (
        "index.html",
        "assets/main-1a2b.js",
        "assets/main-1a2b.css",
        "assets/naskh.woff2",
        "logo.svg",
        "data.bin",
    ):
        (site / name).write_text(f"content of {name}")
    (tmp_path / "secret.txt").write_text("secret")
    os.symlink(tmp_path / "secret.txt", site / "link.txt")
    store = make_store(tmp_path / "store")

    with running(store, "--static", str(site)) as server:

        def get(path: str) -> tuple[int, str, str]:
            answer: Answer = server.send("GET", path)
            return answer.status, answer.headers["content-type"], answer.headers["cache-control"]

        lasting = "public, max-age=31536000, immutable"
        assert get("/") == (200, "text/html; charset=utf-8", "no-cache")
        assert get("/entity/somebody") == (200, "text/html; charset=utf-8", "no-cache")
        assert get("/assets/main-1a2b.js") == (200, "text/javascript; charset=utf-8", lasting)
        assert get("/assets/main-1a2b.css") == (200, "text/css; charset=utf-8", lasting)
        assert get("/assets/naskh.woff2") == (200, "font/woff2", lasting)
        assert get("/logo.svg") == (200, "image/svg+xml", "no-cache")
        assert get("/data.bin") == (200, "application/octet-stream", "no-cache")
        assert get("/assets/missing.js")[0] == 404
        assert get("/link.txt")[0] == 404
        assert get("/%2e%2e/secret.txt")[0] == 404


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--update"], "--token-env"),
        (["--token-env", "T"], "--update"),
        (["--update", "--token-env", "SHORT"], "at least 16"),
        (["--update", "--token-env", "UNSET_VARIABLE"], "found a token of 0"),
        (["--cors", "a b"], "--cors"),
        (["--store", "nowhere"], "no store"),
    ],
)
def test_bad_options_are_said_so(tmp_path: Path, options: list[str], said: str) -> None:
    store = make_store(tmp_path / "store")
    done = CliRunner(env={"SHORT": "x", "T": TOKEN}).invoke(serve, ["--store", str(store), *options])
    assert done.exit_code != 0
    assert said in str(done.exception) + done.output


def test_a_port_in_use_is_said_so(server: Running, tmp_path: Path) -> None:
    done = CliRunner().invoke(serve, ["--store", str(make_store(tmp_path / "store")), "--port", str(server.port)])
    assert done.exit_code != 0
    assert "in use" in str(done.exception)
