"""The role that a title gives, when all that belongs to it has been read."""

from __future__ import annotations

from sifara.document import Entity
from sifara.entities.hosts import Hosts
from sifara.entities.lexicon import Head
from sifara.entities.words import variants

_MINISTERS = frozenset({"Minister", "ForeignMinister", "DefenceMinister", "DeputyMinister"})


class TitleRoles(Hosts):
    """Settles the role of a title by what it is of."""

    def finish(self, head: Head) -> None:
        """Settle the role; ``head`` is the noun that the title began with."""
        title = self.title
        if head.chancellors and title.of is not None and title.role == "Official":
            label = self.scope.entity(title.of).label_en
            if label in head.chancellors and len(title.parts) == 1:
                title.role = "HeadOfGovernment"
        for country, role in head.role_in:
            if title.of is not None and self.scope.entity(title.of).label_en == country:
                title.role = role
        by_country = self.scope.lexicon.roles_by_country.get(title.role)
        if by_country is not None:
            label = self.scope.entity(title.of).label_en if title.of is not None else None
            title.role = by_country.get(label or "", "Official")
        plain = title.role == head.role and not any(p.kind == "title" for p in title.parts)
        title.role = "Ambassador" if plain and self.of_a_state() else title.role  # ممثل قطر
        short = title.bare or (title.of is not None and title.definite and title.end - title.start == 2)
        if head.alone is not None and plain and short:
            stem = next((v.stem for v in variants(self.line.keys[title.start]) if v.offset == title.offset), "")
            if stem in self.scope.lexicon.sets["deputies"] or title.offset:
                title.role = head.alone
            else:
                title.strange = title.strange or title.bare  # المساعد فلان, وكيل كذا: of nobody knows what
        if title.role == "Envoy" and title.of is not None and self.scope.entity(title.of).type == "MediaOutlet":
            title.of, title.strange = None, True  # موفد الإذاعة reports
        if title.of is not None:
            entity = self.scope.entity(title.of)
            heads = head.name in ("president", "director_general") and not self.part
            if entity.type == "IntergovernmentalOrganization" and heads:
                title.role = "SecretaryGeneral"
            elif head.name == "emir" and title.role == "HeadOfState" and title.definite and not self.emirate(entity):
                title.regent = True  # الأمير الأردني, a prince
            elif title.role == "HeadOfState" and (
                entity.type not in ("Country", "IntergovernmentalOrganization", "Region")
                or (self.kept and entity.type == "Country")
            ):
                title.role = "Official"  # رئيس الاستخبارات السعودية

    def emirate(self, entity: Entity) -> bool:
        """Say whether a prince heads a state."""
        return entity.label_en in self.scope.lexicon.sets["emirates"]

    @staticmethod
    def under(role: str) -> str:
        """Give the role of a deputy of somebody in ``role``."""
        if role in _MINISTERS:
            return "DeputyMinister"
        return role if role in ("MilitaryCommander", "Legislator", "Spokesperson") else "Official"
