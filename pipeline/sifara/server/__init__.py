"""The store over HTTP: SPARQL 1.1 Protocol, Graph Store Protocol, a JSON API and the explorer.

One asyncio process answers; it never runs a query of a stranger itself. Queries go to a small pool of
worker processes (:mod:`sifara.server.pool`), which are killed at the end of their time or when the client
leaves. The JSON API answers from a SQLite index (:mod:`sifara.server.tables`) that is made from the store
and made again when the store changes.
"""
