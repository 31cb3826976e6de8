"""States and forces that are named by who leads them: إدارة الرئيس بايدن, قوات صالح."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sifara.entities.chunks import Body, Name, Part, Title
from sifara.entities.records import THRONES
from sifara.entities.spelling import identifier
from sifara.entities.words import ARTICLE, Line, variants

if TYPE_CHECKING:
    from sifara.entities.records import Held
    from sifara.entities.scope import Scope

_COMMA = "\u060c"
_GRACE = 1  # years for which forces are still those of the state whose leader has left


def find_led(
    scope: Scope, line: Line, start: int, index: int, offset: int, clitics: tuple[str, ...], loyal: bool = False
) -> Body | None:
    """إدارة الرئيس بايدن, حكومة نتانياهو: the state that the named leader leads on the document's date.

    The forces of one who leads no more are his own: قوات الرئيس المخلوع علي عبد الله صالح. Those that are ``loyal`` to
    somebody are named by a phrase with ل: القوات الموالية للرئيس الأسد.
    """
    # Names and titles are of bodies too, which this module reads.
    from sifara.entities.names import find_name
    from sifara.entities.titles import find_title

    stem, sets = line.keys[start][offset:].removeprefix(ARTICLE if loyal else ""), scope.lexicon.sets
    if stem not in sets["leaders"]:
        return None
    title = find_title(scope, line, index, first=loyal)
    position = title.end if title is not None else index
    forces = stem in sets["led_forces"]
    name = find_name(scope, line, position, titled=title is not None or forces, first=loyal and title is None)
    if name is None and title is None:
        return None
    if name is None and loyal and line.keys[position : position + 1] == (_COMMA,):  # للرئيس اليمني، عبد ربه منصور هادي
        behind = find_name(scope, line, position + 1, titled=True, first=False)
        name = behind if behind is not None and behind.full else None
    given = title.clitics if title is not None else name.clitics if name is not None else ()
    if loyal and given != ("li",):
        return None
    country = title.of if title is not None else None
    meant = _meant(scope, name) if name is not None else []
    if not forces:
        meant = [(one, rows) for one, rows in meant if rows]
    elif title is None and name is not None and not name.full:
        meant = [(one, rows) for one, rows in meant if _at_home(scope, one)]
    person, rows = _likeliest(scope, meant)
    if forces and person is not None and name is not None and not _leads(scope, rows, title):
        whose = rows[0].of if rows else scope.country_of(person)
        told = (person, title.role, title.of or whose) if title is not None else None
        return _own_forces(scope, start, name, (offset, clitics), person, whose, told)
    country = country or (rows[0].of if rows else None)
    if country is None:
        return None
    parts = list(title.parts) if title is not None else []
    led = (person, title.role, title.of) if title is not None and person is not None else None
    if name is not None and person is not None:
        parts.append(Part(name.start, name.end, 0, (person,), "name"))
    end = name.end if name is not None else position
    return Body(
        start,
        end,
        offset,
        clitics,
        (country,),
        "Country",
        "collective",
        country,
        parts,
        rule="collective:leader",
        led=led,
    )


def _meant(scope: Scope, name: Name) -> list[tuple[str, list[Held]]]:
    """Give whom a name may mean, each with the thrones of states that he has held: none, of who led no state."""
    found = []
    for person in (*name.full, *name.family):
        rows = [r for r in scope.knowledge.by_person.get(person, ()) if r.role in THRONES]
        found.append((person, [r for r in rows if scope.entity(r.of).type == "Country"]))
    return found


def _at_home(scope: Scope, person: str) -> bool:
    """Whether the document names a state to which somebody belongs, or in which he has held an office."""
    held = [r.of for r in scope.knowledge.by_person.get(person, ())]
    states = {*held, *(scope.country_of(of) for of in held), scope.country_of(person)}
    return not states.isdisjoint(scope.countries)


def _likeliest(scope: Scope, meant: list[tuple[str, list[Held]]]) -> tuple[str | None, list[Held]]:
    """Choose who has led a state of the document, else any state; of several, who leads it on the document's date."""
    here = [(one, rows) for one, rows in meant if any(r.of in scope.countries for r in rows)]
    led = here or [(one, rows) for one, rows in meant if rows]
    leading = [(one, rows) for one, rows in led if _leads(scope, rows, None)]
    return next(iter(leading or led or meant), (None, []))


def _leads(scope: Scope, rows: list[Held], title: Title | None) -> bool:
    """Whether somebody leads his state on the document's date."""
    fallen = title is not None and title.former
    return bool(rows) and not fallen and (scope.day is None or any(r.covers(scope.day, _GRACE) for r in rows))


def _own_forces(
    scope: Scope,
    start: int,
    name: Name,
    prefix: tuple[int, tuple[str, ...]],
    person: str,
    whose: str | None,
    led: tuple[str, str, str | None] | None,
) -> Body:
    """Give the armed group of somebody who leads no state: قوات صالح, قوات اللواء خليفة حفتر."""
    leader = scope.entity(person)
    label = f"Forces of {leader.label_en}"
    group = identifier(label)
    if scope.known(group) is None:
        scope.make(group, "ArmedGroup", f"{scope.lexicon.forces} {leader.label_ar}", label, whose)
    scope.forces.add(group)
    parts = [Part(name.start, name.end, 0, (person,), "name")]
    rule = "collective:own forces"
    return Body(start, name.end, *prefix, (group,), "ArmedGroup", "name", whose, parts, rule=rule, led=led)


def find_militia(scope: Scope, line: Line, start: int, clitics: bool) -> Body | None:
    """Read ميليشيات صالح: an adjective of a state behind such a noun does not make it that state's."""
    for variant in variants(line.keys[start]) if start + 1 < len(line.keys) else ():
        bare = not variant.definite and (clitics or not variant.clitics)
        if bare and variant.stem in scope.lexicon.sets["led_forces"]:
            return find_led(scope, line, start, start + 1, variant.offset, variant.clitics)
    return None
