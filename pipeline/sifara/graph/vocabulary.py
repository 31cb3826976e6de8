"""The ontology as Python constants: event classes, roles, statuses and the terms that quads are made of.

The Turtle files under ``ontology/`` are the source. Reading them takes a good part of a second, so what the
program needs at every start stands here too, and a test compares the two, class by class.

>>> EVENTS["Signing"].direct, EVENTS["Signing"].direct_roles
('signed', ('object',))
>>> EVENTS["Summit"].ancestors
('Meeting',)
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from sifara.graph.iri import DIP

ONTOLOGY = DIP.rstrip("#")
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
PROV = "http://www.w3.org/ns/prov#"

#: The files of the ontology, in the order in which they build on each other.
FILES = ("diplomacy.ttl", "alignments.ttl", "shapes.ttl", "context.jsonld")


@dataclass(frozen=True, slots=True)
class EventClass:
    """A class of events. All names are local names of the ontology.

    ``ancestors`` are its superclasses below ``Event``, nearest first. ``direct`` is the property of the one
    triple that an actual event is also written as, and ``direct_roles`` the arguments its object is taken from:
    the first of them that the event has. ``plover`` and ``cameo`` are codes of those codebooks.
    """

    name: str
    symmetric: bool
    direct: str | None
    direct_roles: tuple[str, ...]
    plover: str | None
    cameo: str | None
    ancestors: tuple[str, ...] = ()


_SYMMETRIC = ("participant",)
_TARGET = ("target",)
_OBJECT = ("object",)
_EITHER = ("target", "object")

_EVENTS = (
    EventClass("Meeting", True, "met", _SYMMETRIC, "CONSULT", "040"),
    EventClass("Summit", True, "met", _SYMMETRIC, "CONSULT", "040", ("Meeting",)),
    EventClass("PhoneCall", True, "phoned", _SYMMETRIC, "CONSULT", "041"),
    EventClass("Negotiation", True, "negotiatedWith", _SYMMETRIC, "CONSULT", "046"),
    EventClass("Visit", False, "visited", ("target", "place"), "CONSULT", "042"),
    EventClass("Statement", False, None, (), None, "01"),
    EventClass("Concern", False, "voicedConcernAbout", _EITHER, None, "01"),
    EventClass("Appeal", False, "appealedTo", _TARGET, "REQUEST", "10"),
    EventClass("Praise", False, "praised", _EITHER, "SUPPORT", "051"),
    EventClass("Congratulation", False, "congratulated", _TARGET, "SUPPORT", "051"),
    EventClass("Condolence", False, "condoledWith", _TARGET, "SUPPORT", "05"),
    EventClass("Support", False, "supported", _EITHER, "SUPPORT", "05"),
    EventClass("Accusation", False, "accused", _TARGET, "ACCUSE", "112"),
    EventClass("Condemnation", False, "condemned", _EITHER, "ACCUSE", "111"),
    EventClass("Warning", False, "warned", _TARGET, "THREATEN", "13"),
    EventClass("Rejection", False, "rejected", _EITHER, "REJECT", "12"),
    EventClass("Denial", False, "rejected", _EITHER, "REJECT", "12", ("Rejection",)),
    EventClass("Proposal", False, "proposedTo", _TARGET, "AGREE", "03"),
    EventClass("Agreement", True, "agreedWith", _SYMMETRIC, "AGREE", "03"),
    EventClass("Signing", False, "signed", _OBJECT, "AGREE", "057"),
    EventClass("Extension", False, "extended", _OBJECT, "AGREE", "03"),
    EventClass("Ratification", False, "ratified", _OBJECT, "AGREE", "057"),
    EventClass("Withdrawal", False, "withdrewFrom", ("object", "target", "place"), "RETREAT", "087"),
    EventClass("Cooperation", True, "cooperatedWith", _SYMMETRIC, "COOPERATE", "06"),
    EventClass("Aid", False, "aided", _TARGET, "AID", "07"),
    EventClass("Mediation", False, "mediatedBetween", _TARGET, "CONSULT", "045"),
    EventClass("Recognition", False, "recognized", _TARGET, "SUPPORT", "054"),
    EventClass("RelationsRestored", True, "restoredRelationsWith", _SYMMETRIC, "AGREE", "05"),
    EventClass("RelationsCut", False, "cutRelationsWith", _TARGET, "SANCTION", "161"),
    EventClass("Sanction", False, "sanctioned", _EITHER, "SANCTION", "163"),
    EventClass("SanctionRelief", False, "easedSanctionsOn", _EITHER, "CONCEDE", "085"),
    EventClass("Expulsion", False, "expelledDiplomatsOf", _TARGET, "SANCTION", "16"),
    EventClass("Summons", False, "summonedEnvoyOf", _TARGET, "SANCTION", "16"),
    EventClass("Recall", False, "recalledEnvoyFrom", _TARGET, "SANCTION", "161"),
    EventClass("Appointment", False, "appointed", _TARGET, None, None),
    EventClass("Departure", False, "leftOffice", _OBJECT, None, None),
    EventClass("Deployment", False, "deployedForcesTo", ("place",), "MOBILIZE", "15"),
    EventClass("Attack", False, "attacked", _TARGET, "ASSAULT", "19"),
    EventClass("Detention", False, "detained", _TARGET, "COERCE", "173"),
    EventClass("Release", False, "released", _TARGET, "CONCEDE", "084"),
    EventClass("Protest", False, "protestedAgainst", _EITHER, "PROTEST", "14"),
)

#: Every class of events by its name, in the order of the ontology.
EVENTS: MappingProxyType[str, EventClass] = MappingProxyType({cls.name: cls for cls in _EVENTS})

ACTOR_CLASSES = (
    "Person",
    "Country",
    "Organization",
    "IntergovernmentalOrganization",
    "GovernmentBody",
    "ArmedGroup",
    "Party",
    "Company",
    "MediaOutlet",
)
#: Every class that an entity of the store may have.
ENTITY_CLASSES = (*ACTOR_CLASSES, "City", "Region", "Treaty", "Project", "Topic")
#: The superclasses of an entity's class, nearest first, as they are written beside it.
ENTITY_ANCESTORS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        name: (
            *(("Organization",) if name in ACTOR_CLASSES[3:] else ()),
            *(("Actor",) if name in ACTOR_CLASSES else ()),
            *(("Place",) if name in ("Country", "City", "Region") else ()),
            "Entity",
        )
        for name in ENTITY_CLASSES
    }
)

#: The arguments of events; the first two are who acts, the next two what the act falls on.
ARGUMENT_ROLES = ("participant", "agent", "target", "object", "place")
STATUSES = ("Actual", "Planned", "Hypothetical", "Negated")
DATE_BASES = ("Stated", "Inferred")
#: The kinds of office.
ROLES = (
    "HeadOfState",
    "HeadOfGovernment",
    "ForeignMinister",
    "DefenceMinister",
    "Minister",
    "DeputyMinister",
    "Ambassador",
    "Envoy",
    "Spokesperson",
    "SecretaryGeneral",
    "CrownPrince",
    "Legislator",
    "MilitaryCommander",
    "OppositionFigure",
    "Official",
)


def folder() -> Path:
    """Return the folder of the ontology's files: within the installed package, or in the checkout.

    :raises FileNotFoundError: if it is in neither place.
    """
    package = Path(__file__).resolve().parents[1]
    candidates = (package / "data" / "ontology", package.parents[1] / "ontology")
    for candidate in candidates:
        if (candidate / FILES[0]).is_file():
            return candidate
    raise FileNotFoundError(
        f"the ontology was found neither in {candidates[0]} nor in {candidates[1]}; "
        f"expected {FILES[0]} there: install the package again, or run from a complete checkout"
    )
