"""What is unlinked or doubtful is asked for at an endpoint, and what it answers is remembered.

Answers are on disk as they come: a run that ends early is taken up where it ended, and nothing is asked twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from sifara.linking.endpoint import Endpoint, EndpointError
from sifara.linking.links import Links
from sifara.linking.wikidata import describe, search


@dataclass(slots=True)
class Asked:
    """How a run went: names and items asked for, requests sent, and the problems, in words."""

    names: int = 0
    items: int = 0
    requests: int = 0
    left: int = 0
    problems: list[str] = field(default_factory=list)


def ask(
    links: Links, endpoint: Endpoint, *, most: int | None = None, say: Callable[[str], None] = lambda line: None
) -> Asked:
    """Ask ``endpoint`` for the names that are open, and for what it knows of items.

    :param most: so many names at most.
    :param say: is given a line now and then that tells how far the run is.
    """
    done = Asked()
    before = endpoint.sent
    names = links.open_names()
    names = names[:most] if most is not None else names
    found: dict[str, None] = {}
    for batch in _batches(names, endpoint.settings.batch):
        try:
            answer = search(endpoint, batch)
        except EndpointError as error:
            done.problems.append(str(error))
            if endpoint.hopeless:
                break
            continue
        links.memory.put_names(answer)
        done.names += len(batch)
        found.update(dict.fromkeys(qid for qids in answer.values() for qid in qids))
        say(f"{done.names} of {len(names)} names asked for")
    known = links.memory.facts()
    wanted = sorted({*found, *links.linked_items().values()} - set(known))
    wanted += sorted({facts.redirect for facts in known.values() if facts.redirect} - set(known) - set(wanted))
    if not endpoint.hopeless:
        _describe(links, endpoint, wanted, done)
    done.left = len(links.open_names())
    done.requests = endpoint.sent - before
    return done


def _describe(links: Links, endpoint: Endpoint, wanted: list[str], done: Asked) -> None:
    for batch in _batches(wanted, endpoint.settings.batch):
        try:
            answer = describe(endpoint, batch)
        except EndpointError as error:
            done.problems.append(str(error))
            if endpoint.hopeless:
                return
            continue
        links.memory.put_facts(answer.values())
        done.items += len(batch)
        redirects = sorted({facts.redirect for facts in answer.values() if facts.redirect} - set(links.memory.facts()))
        if redirects:
            _describe(links, endpoint, redirects, done)


def _batches(members: Iterable[str], size: int) -> Iterator[list[str]]:
    batch: list[str] = []
    for one in members:
        batch.append(one)
        if len(batch) >= max(1, size):
            yield batch
            batch = []
    if batch:
        yield batch
