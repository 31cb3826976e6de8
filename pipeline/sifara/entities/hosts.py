"""Complements of a title behind a preposition: the host, the body, what it belongs to."""

from __future__ import annotations

from sifara.entities.bodies import find_body
from sifara.entities.chunks import Body, Part
from sifara.entities.names import name_follows
from sifara.entities.voices import Voices
from sifara.entities.words import QUOTES, variants

_COMMA, _LI = "\u060c", "\u0644"
_SERVING = frozenset({"Official", "Envoy", "MilitaryCommander"})
_STATES = frozenset({"Country", "City", "Region"})
ORGANISATIONS = frozenset(
    {"IntergovernmentalOrganization", "Organization", "GovernmentBody", "ArmedGroup", "Party", "Company", "MediaOutlet"}
)


class Hosts(Voices):
    """Takes لدى, في, ل, ب and what stands behind them."""

    def preposition(self) -> bool:
        """Take لدى and في with the host, ل with what it belongs to, ب with a body."""
        scope, line, title = self.scope, self.line, self.title
        if title.end >= len(line.keys):
            return False
        word = self.word()
        if word in scope.lexicon.sets["about"] and self.sits_for():
            return True
        if word in scope.lexicon.sets["over"] and title.head.name == "supervisor":
            return self.oversees()
        if word in scope.lexicon.sets["toward" if title.head.sender else "host"]:
            quoted = self.word(1) in QUOTES
            host = find_body(scope, line, title.end + 1 + quoted, clitics=False)
            if host is None:
                return self.pointed_host() or self.attached()
            if self.chamber(host):
                return True
            if title.head.sender or (title.head.takes == "title" and title.of is not None):
                self.hosts(host)
                return True
            if self.mission(host):
                self.hosts(host)
                return True
            union = title.head.name == "high_representative" and host.type == "IntergovernmentalOrganization"
            serves = union or title.head.name == "chief"
            if title.of is not None or (title.bare and not serves) or host.kind == "place":
                return False
            self.body(host.entities, host.country, host.start, host.end, host.kind)
            title.parts += host.parts
            if quoted and self.word() in QUOTES:
                self.take(title.end + 1)
            return True
        if title.of is None and not title.bare and self.crown():
            return True
        if title.of is None and word == _LI and self.quoted_body(1):
            return True  # الأمين العام لـ"حزب الله"
        for variant in variants(word):
            if variant.clitics not in (("li",), ("bi",)):
                continue
            body = find_body(scope, line, title.end, clitics=True)
            if body is None and variant.definite and title.of is None:
                return self.pointing(title.end, variant.clitics)
            if body is None or body.clitics != variant.clitics:
                return False
            if variant.clitics == ("bi",) and self.chamber(body):
                return True
            if body.kind == "place" and title.head.sender and title.of is not None and variant.clitics == ("bi",):
                self.hosts(body)  # سفير الجزائر بباريس
                return True
            region = body.type == "Region" and variant.clitics == ("li",) and not title.bare
            if region and name_follows(scope, line, body.end):
                self.hosts(body)  # نائب مساعد وزير الدفاع للشرق الأوسط فلان
                return True
            if body.kind == "place" or (
                title.of is not None and body.kind in ("listed", "collective") and variant.clitics == ("bi",)
            ):
                return False
            if title.head.sender and title.of is not None and variant.clitics == ("li",) and body.type in _STATES:
                self.hosts(body)
                return True
            if title.of is not None and not (
                body.rule == "listed" and title.of in scope.made and variant.clitics == ("li",)
            ):
                return False
            if title.of in scope.made:
                title.of = None
            if variant.clitics == ("bi",) and body.type == "Country" and title.of is None and not (
                title.bare and title.head.name != "jurist"
            ):
                named = body.end + (line.keys[body.end : body.end + 1] == (_COMMA,))
                whole = body.end - body.start > 1 and variant.stem in scope.lexicon.sets["state_nouns"]
                if whole or title.head.name == "jurist" or name_follows(scope, line, named):
                    self.body(body.entities, body.country, body.start, body.end, body.kind, body.offset)
                    return True
                return False
            if variant.clitics == ("bi",) and not body.entities and name_follows(scope, line, body.end):
                title.parts += body.parts
                self.take(body.end)  # وزير الدولة بوزارة الخارجية فلان: of a state that is not told
                return True
            organised = bool(body.entities) and scope.entity(body.entities[0]).type in ORGANISATIONS
            if variant.clitics == ("bi",) and not organised:
                return False
            self.body(body.entities, body.country, body.start, body.end, body.kind, body.offset)
            title.parts += body.parts
            self.with_another()
            return True
        return False

    def with_another(self) -> None:
        """Take a second union that sends an envoy: للأمم المتحدة [والجامعة العربية]."""
        hit = self.hit(self.title.end, ("wa",)) if self.title.head.sender else None
        if hit is not None and self.scope.entity(hit[1][0]).type == "IntergovernmentalOrganization":
            self.title.parts.append(Part(hit[0].start, hit[0].end, hit[0].offset, hit[1], "listed"))
            self.title.also = hit[1][0]
            self.take(hit[0].end)

    def quoted_body(self, ahead: int) -> bool:
        """Take a body in quotation marks that open ``ahead`` tokens behind the title: رئيس "الجمعية الإسلامية"."""
        start = self.title.end + ahead
        if self.word(ahead) not in QUOTES or start + 1 >= len(self.line.keys):
            return False
        body = find_body(self.scope, self.line, start + 1, clitics=False)
        if body is None or not body.entities or body.type not in ORGANISATIONS:
            return False
        if self.line.keys[body.end : body.end + 1] == () or self.line.keys[body.end] not in QUOTES:
            return False
        self.body(body.entities, body.country, body.start, body.end, body.kind, body.offset)
        self.title.parts += body.parts
        self.take(body.end + 1)
        return True

    def mission(self, host: Body) -> bool:
        """Say whether an officer serves others in a state, and his name follows: منسق الأمم المتحدة في اليمن فلان."""
        title, scope = self.title, self.scope
        if title.of is None or title.role not in _SERVING or not host.entities or host.type != "Country":
            return False
        union = scope.entity(title.of).type == "IntergovernmentalOrganization"
        behind = host.end + (self.line.keys[host.end : host.end + 1] == (_COMMA,))
        return (union or title.role == "MilitaryCommander") and name_follows(scope, self.line, behind)

    def sits_for(self) -> bool:
        """Take the party, bloc or district of a member of parliament: النائب عن حزب الله, النائب عن دائرة طرابلس."""
        title = self.title
        sits = title.head.alone is not None or title.head.name == "legislator" or title.role == "Legislator"
        if not sits or any(part.kind == "title" for part in title.parts) or title.own:
            return False
        body = find_body(self.scope, self.line, title.end + 1, clitics=False)
        district = find_body(self.scope, self.line, title.end + 2, clitics=False) if body is None else None
        if district is not None and district.kind == "place" and not self.scope.definite(self.word(1)):
            body = district  # النائب عن دائرة [حلب]
        self.take(title.end + 1)
        if body is not None:
            title.parts += [Part(body.start, body.end, body.offset, body.entities, body.kind), *body.parts]
            title.of = title.of or self.seat_of(body)
            self.take(body.end)
        elif self.scope.definite(self.word(1)) or self.scope.definite(self.word()):
            self.take(title.end + 1)
            self.loose()
        title.role = title.head.alone or title.role
        return True

    def seat_of(self, body: Body) -> str | None:
        """Give the state in whose parliament somebody sits for a party or district; the party, where none is named."""
        if body.type == "Party" and body.entities and body.country not in self.scope.countries:
            return body.entities[0]
        return body.country or (body.entities[0] if body.type == "Country" else None)

    def oversees(self) -> bool:
        """Take the body that a supervisor is over: المشرف العام على مركز الإغاثة."""
        title, index = self.title, self.title.end + 1
        body = find_body(self.scope, self.line, index, clitics=False)
        if body is not None and body.entities and body.type in ORGANISATIONS:
            self.body(body.entities, body.country, body.start, body.end, body.kind, body.offset)
            title.parts += body.parts
            return True
        if index >= len(self.line.keys) or not title.bare:
            return False
        self.take(index + 1)
        title.strange = True
        if self.line.keys[index] in self.scope.lexicon.sets["named_for"]:
            self.named_body(self.title.end)
        self.loose()
        return True

    def crown(self) -> bool:
        """Take the king whom an officer serves: رئيس الشؤون الخاصة لخادم الحرمين الشريفين."""
        from sifara.entities.titles import find_title

        inner = find_title(self.scope, self.line, self.title.end)
        if inner is None or inner.clitics != ("li",) or not inner.head.royal or inner.of is None:
            return False
        self.title.of = inner.of
        self.title.parts += [*inner.parts, Part(inner.start, inner.end, inner.offset, (), "title")]
        self.take(inner.end)
        return True

    def attached(self) -> bool:
        """Take the minister to whom a delegate is attached: الوزير المنتدب لدى وزير الخارجية."""
        if self.title.role != "DeputyMinister":
            return False
        from sifara.entities.titles import find_title

        inner = find_title(self.scope, self.line, self.title.end + 1, first=False)
        if inner is None or inner.bare:
            return False
        self.title.of = self.title.of or inner.of
        self.title.parts += inner.parts
        self.take(inner.end)
        return True
