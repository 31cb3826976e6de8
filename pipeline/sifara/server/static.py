"""The built explorer as static files, or a page that says that it was left out."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from sifara.server.api.base import settings
from sifara.server.problems import Problem

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/vnd.microsoft.icon",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
}
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Sifara</title></head>
<body><h1>Sifara</h1>
<p>The server runs; the explorer was left out of this installation.
To build it, run <code>make explorer</code> in a checkout, or <code>npm install &amp;&amp; npm run build</code> in
its folder <code>explorer/</code>, and start the server again.</p>
<p>Meanwhile: <a href="/api/stats">/api/stats</a>, <a href="/api/openapi.json">/api/openapi.json</a>,
<a href="/sparql">/sparql</a>, <a href="/health">/health</a>.</p></body></html>
"""


def folder(given: Path | None) -> Path | None:
    """Return the folder of the built explorer, ``None`` if there is none."""
    found = given or Path(__file__).resolve().parent / "static"
    return found.resolve() if (found / "index.html").is_file() else None


async def static(request: Request) -> Response:
    """Send a file of the explorer; for an address within the page, the page itself.

    :raises Problem: if there is no such file.
    """
    path = request.path_params["path"]
    root = folder(settings(request).static)
    if root is None:
        if path:
            raise Problem(404, "there is nothing at this address")
        return HTMLResponse(_PAGE)
    file = _file(root, path)
    if file is None:
        if "." in path.rpartition("/")[2] or path.startswith(("api", "sparql", "graph")):
            raise Problem(404, "there is nothing at this address")
        file = root / "index.html"
    # Vite puts a hash into the names of what it builds: such a file never changes.
    lasting = file.parent.name == "assets"
    return FileResponse(
        file,
        headers={
            "Content-Type": _TYPES.get(file.suffix.lower())
            or mimetypes.guess_type(file.name)[0]
            or "application/octet-stream",
            "Cache-Control": "public, max-age=31536000, immutable" if lasting else "no-cache",
        },
    )


def _file(root: Path, path: str) -> Path | None:
    """Return the file at ``path`` if there is one and it lies within ``root``, hidden ones left out."""
    if "\0" in path or "\\" in path or any(part.startswith(".") for part in path.split("/")):
        return None
    try:
        file = (root / path.lstrip("/")).resolve() if path else root / "index.html"
        return file if file.is_file() and file.is_relative_to(root) else None
    except (OSError, ValueError):  # a name that is too long, or that the system cannot hold
        return None
