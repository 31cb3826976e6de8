"""The role that a title gives, when all that belongs to it has been read."""

from __future__ import annotations

from sifara.document import Entity
from sifara.entities.hosts import Hosts
from sifara.entities.lexicon import Head
from sifara.entities.words import variants

_LI = "\u0644"
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
        if title.role == "Legislator" and self.for_something():
            title.role = "Official"  # رئيس المجلس الوطني لحقوق الإنسان
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
                or (entity.type == "Country" and (self.kept or self.of_an_organisation()))
            ):
                title.role = "Official"  # رئيس الاستخبارات السعودية, رئيس منظمة الطاقة الذرية الإيرانية

    def for_something(self) -> bool:
        """Say whether a national council is one for something, and no parliament."""
        first, second, purpose = (self.line.keys[self.title.head_end :][:3] + ("",) * 3)[:3]
        named = f"{first} {second}" in self.scope.lexicon.sets["national_councils"]
        taken = self.title.end > self.title.head_end + 2  # else it may be a name: لطفي
        return named and purpose.startswith(_LI * 2 if not taken else _LI)

    def of_an_organisation(self) -> bool:
        """Say whether the noun of an organisation stands right behind the head, before the adjective of its state."""
        adjective = any(part.kind == "nisba" for part in self.title.parts)  # not رئيس فيدرالية روسيا
        return adjective and self.scope.lexicon.patterns.find(self.line, self.title.head_end, clitics=False) is not None

    def emirate(self, entity: Entity) -> bool:
        """Say whether a prince heads a state."""
        return entity.label_en in self.scope.lexicon.sets["emirates"]

    @staticmethod
    def under(role: str) -> str:
        """Give the role of a deputy of somebody in ``role``."""
        if role in _MINISTERS:
            return "DeputyMinister"
        return role if role in ("MilitaryCommander", "Legislator", "Spokesperson") else "Official"
