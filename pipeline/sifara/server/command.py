"""``sifara serve``."""

from __future__ import annotations

import os
from pathlib import Path

import click

_SHORTEST = 16  # characters of a token


@click.command()
@click.option("--store", required=True, type=click.Path(path_type=Path), help="The folder of the store.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="0: any that is free.")
@click.option("--update", is_flag=True, help="Let clients write who know the token.")
@click.option("--token-env", metavar="NAME", help="The environment variable that holds the token.")
@click.option(
    "--timeout", type=click.FloatRange(0.1, 3600), default=30, show_default=True, help="Seconds for one request."
)
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Queries at one time.")
@click.option("--memory", type=click.IntRange(64), default=2048, show_default=True, help="Megabytes for one query.")
@click.option("--max-answer", type=click.IntRange(1), default=64, show_default=True, help="Megabytes of one answer.")
@click.option(
    "--static", type=click.Path(path_type=Path, file_okay=False), help="Another folder with a built explorer."
)
@click.option("--cors", default="*", show_default=True, help="Origin whose pages may read; none for none.")
def serve(
    store: Path,
    host: str,
    port: int,
    update: bool,
    token_env: str | None,
    timeout: float,
    workers: int,
    memory: int,
    max_answer: int,
    static: Path | None,
    cors: str,
) -> None:
    """Serve a store over HTTP: SPARQL at /sparql, graphs at /graph, a JSON API at /api, the explorer at /.

    Without --update nothing can be changed. The log goes to standard error, a JSON object a line.
    """
    import uvicorn

    from sifara.errors import InputError, StoreError
    from sifara.server.app import application
    from sifara.server.listen import listening_server
    from sifara.server.settings import Settings

    if not (store / "CURRENT").is_file():
        raise StoreError(f"there is no store in {store}; make one with: sifara build INPUT --store {store}")
    settings = Settings(
        store=store.resolve(),
        host=host,
        port=port,
        token=_token(update, token_env),
        timeout=timeout,
        workers=workers,
        max_memory=memory * 1024 * 1024,
        max_answer=max_answer * 1024 * 1024,
        static=static,
        cors="" if cors == "none" else cors,
    )
    if not settings.cors.isascii() or any(char in settings.cors for char in " ,\r\n\t"):
        raise InputError(f"found --cors {cors!r}; expected one origin like https://example.org, * or none")
    config = uvicorn.Config(
        application(settings),
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
        loop="asyncio",
        http="h11",
        ws="none",
        h11_max_incomplete_event_size=settings.max_query,
        timeout_graceful_shutdown=5,
    )
    server = listening_server(config)
    try:
        server.run()
    except SystemExit:  # uvicorn's way to say that it could not listen
        server.started = False
    if not server.started:
        raise InputError(f"the server could not be started at {host} port {port}; is the port in use?")


def _token(update: bool, token_env: str | None) -> str | None:
    from sifara.errors import InputError

    if not update:
        if token_env is not None:
            raise InputError("found --token-env without --update; give both, or neither")
        return None
    if token_env is None:
        raise InputError("--update needs --token-env NAME: the environment variable that holds the token")
    token = os.environ.get(token_env, "").strip()
    if len(token) < _SHORTEST or not token.isascii():
        raise InputError(
            f"found a token of {len(token)} characters in ${token_env}; expected at least {_SHORTEST}, in ASCII"
        )
    return token
