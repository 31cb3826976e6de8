"""Who is who in one document: full names, family names, spellings of one name, and the tables' people."""

from __future__ import annotations

from sifara.document import Entity
from sifara.entities.candidates import Candidates, Person
from sifara.entities.chunks import Name, Title
from sifara.entities.eastern import family_first
from sifara.entities.gazetteer import spellings
from sifara.entities.likely import near
from sifara.entities.spelling import distance, identifier, likeness, skeleton

_CLOSE_IN_OFFICE = 0.55
_AND = "\u0648"


class People(Candidates):
    """The people of one document. ``introduce`` enters full names, ``resolve`` says whom a name means."""

    def introduce(self, name: Name, titles: list[Title], surface: str) -> str | None:
        """Enter a full name and give the person's id; ``None`` for a name that is not full."""
        if not name.full and len(name.words) < 2:
            return None
        if not name.full and name.family:
            return None
        found = self._listed(name, titles) or self._worded(name) or self._spelling(name)
        if found is None:
            found = self._from_tables(name, titles)
        if found is None:
            found = self._new(name, surface)
        self._enter(found, name, titles)
        return found

    def _enter(self, found: str, name: Name, titles: list[Title]) -> None:
        person = self.people.get(found)
        known = self.scope.known(found)
        if person is None:
            person = self.people[found] = Person(found, name.words, gender=known.gender if known else "m")
        self.by_words.setdefault(name.words, found)
        families = {" ".join(name.words[-1:])}
        if known is not None:
            last = name.words[-1:] if len(name.words) > 1 else ()
            families = {text for family in known.families for text in spellings(family)}
            families |= {w for w in last if not families or w not in self.scope.lexicon.sets["given"]}
            families -= self.scope.lexicon.sets["ordinals"]
        elif len(name.words) > 2:
            families.add(" ".join(name.words[-2:]))
        if known is None and len(name.words) > 1 and name.words[-2] in self.scope.lexicon.sets["connectors"]:
            families = {" ".join(name.words[-2:])}
        if len(name.words) > 2 and name.words[-1] in self.scope.lexicon.sets["sons_behind"]:
            families |= {" ".join(name.words[-2:]), name.words[-2]}  # تشاوش أوغلو
        families = {name.words[0]} if known is None and family_first(self.scope, name.words) else families
        for family in sorted(families):
            sets = self.scope.lexicon.sets
            if family in sets["faiths"] or family in sets["stops"] or family in self.scope.lexicon.verbs:
                continue
            if known is None and family in self.scope.earlier and not titles:
                continue  # صلاح خاشقجي, where خاشقجي alone is whom all know
            self.scope.bear(family, found)
        self._hold(person, titles)

    @staticmethod
    def _hold(person: Person, titles: list[Title]) -> None:
        for title in titles:
            person.roles[title.role] = None
            if title.portfolio:
                person.fields[title.portfolio] = None
            held = title.role, title.of or ""
            person.left[held] = title.former and person.left.get(held, True)
            if title.of is not None:
                person.offices[held] = None

    def introduce_family(self, name: Name, titles: list[Title]) -> None:
        """Enter a listed person whom the document knows by title and family name alone (الرئيس مشرف)."""
        found = self._by_family(name, titles)
        if found is not None:
            self.scope.bear(" ".join(name.words), found)

    def resolve(self, name: Name, titles: list[Title], surface: str, guesses: list[str]) -> str:
        """Say whom a name means; a person nobody knows is made for the document.

        ``guesses`` are countries that an office without one may be of.
        """
        found = self._full(name, titles) or self._by_family(name, titles)
        if found is None:
            found = self._typing_error(name) or self._from_tables(name, titles, guesses) or self._new(name, surface)
        elif found in self.scope.made and len(name.words) > 1:
            listed = self._from_tables(name, titles, guesses)
            if listed is not None:
                self.same[found] = listed
        found = self.same.get(found, found)
        self._enter_offices(found, name, titles)
        return found

    def _enter_offices(self, found: str, name: Name, titles: list[Title]) -> None:
        if found not in self.people:
            known = self.scope.known(found)
            self.people[found] = Person(found, name.words, gender=known.gender if known else "m")
        person = self.people[found]
        self._hold(person, titles)
        if any((title.gender or title.head.gender) == "f" for title in titles):
            person.gender = "f"

    def _full(self, name: Name, titles: list[Title]) -> str | None:
        if name.full:
            return self._listed(name, titles)
        return self._worded(name)

    def _worded(self, name: Name) -> str | None:
        """Find who has these very words for a name, also where "and" is written on it as on a name of its own."""
        first, *rest = name.words
        bare = self.by_words.get((first[1:], *rest)) if first.startswith(_AND) and rest else None
        return self.by_words.get(name.words) or bare

    def _listed(self, name: Name, titles: list[Title]) -> str | None:
        if not name.full:
            return None
        return self._best(name.full, titles) if len(name.full) > 1 else name.full[0]

    def _by_family(self, name: Name, titles: list[Title]) -> str | None:
        """Find who is meant by a family name: of the document, fitting the title; else in the tables."""
        text = " ".join(name.words)
        bearers = [n for n in self.scope.families.get(text, ()) if self._agrees(n, titles)]
        fitting = [n for n in bearers if n in self.people and any(t.role in self.people[n].roles for t in titles)]
        strangers = bearers and titles and not fitting and all(n in self.scope.made for n in bearers)
        holder = self._in_office(text, titles) if strangers else None
        if holder is not None or len(bearers) == 1:
            return holder or bearers[0]
        if bearers:
            famous = [n for n in bearers if (known := self.scope.known(n)) is not None and known.famous]
            return (fitting or famous or bearers)[-1]
        royal = self._royal(text)
        if royal is not None:
            return royal
        listed = [n for n in name.family if self.scope.knowledge.known.get(n) is not None]
        matching = [n for n in listed if any(self._matches_now(t, n) for t in titles)]
        if matching:
            return matching[0]
        if not titles and len(listed) == 1 and (text not in self.scope.lexicon.sets["given"] or self._here(listed[0])):
            return listed[0]
        famous = [n for n in listed if self.scope.knowledge.known[n].famous]
        if len(famous) == 1 and self._agrees(famous[0], titles):
            return famous[0]
        return self.scope.most_spoken(listed) if name.words[0] in self.scope.lexicon.sets["crowns"] else None

    def _here(self, person: str) -> bool:
        """Say whether the document names a state of a listed person: العقيد خالد is no Afghan minister elsewhere."""
        states = {row.of for row in self.scope.knowledge.by_person.get(person, ())}
        return not states.isdisjoint(self.scope.countries)

    def _in_office(self, text: str, titles: list[Title]) -> str | None:
        """Find the listed holder of an office by family name: الرئيس بوتفليقة is not his brother."""
        alias = self.scope.knowledge.gazetteer.aliases.get(text)
        people = alias.family if alias is not None else ()
        return next((n for n in people if any(self._matches_now(t, n) for t in titles)), None)

    def _royal(self, text: str) -> str | None:
        """Find whom the first name alone means behind الأمير or الملك: of the document, then who reigns that day."""
        if text not in self.scope.lexicon.sets["given"] and "\u0639\u0628\u062f" not in text:
            return None
        for name, person in reversed(list(self.people.items())):
            first = " ".join(person.words[:1])
            if first == text and (person.royal or "\u0628\u0646" in person.words):
                return name
        day = self.scope.day
        found = []
        for row in self.scope.knowledge.held if day is not None else ():
            if (
                row.role in ("HeadOfState", "CrownPrince")
                and row.of in self.scope.countries
                and day
                and row.covers(day, 30)
            ):
                words = self._words(self.scope.knowledge.known[row.person].names[0])
                if words[0] == text and "\u0628\u0646" in words:
                    found.append(row.person)
        return found[0] if len(set(found)) == 1 else None

    def _from_tables(self, name: Name, titles: list[Title], guesses: list[str] | None = None) -> str | None:
        """Find a listed person under another spelling: who held the office on the day, or alike in both names."""
        if len(name.words) < 2:
            return None
        knowledge = self.scope.knowledge
        for title in titles:
            wide = [*guesses, *self.scope.countries] if guesses and title.bare else guesses or []
            states = [title.of] if title.of is not None else wide
            held = knowledge.former if title.former else knowledge.holders
            for person in (p for of in states for p in held(title.role, of, self.scope.day)):
                known = knowledge.known[person]
                last = max(
                    (likeness(word, family) for word in name.words[1:][-2:] for family in self._families(person)),
                    default=0.0,
                )
                first = likeness(name.words[0], self._words(known.names[0])[0])
                if first < _CLOSE_IN_OFFICE and name.words[0] in self.scope.lexicon.sets["given"]:
                    continue  # إبراهيم is no other spelling of عاصمي
                if last >= _CLOSE_IN_OFFICE and (last >= 0.8 or first >= _CLOSE_IN_OFFICE) and first + last >= 1.2:
                    return person
        pair = (skeleton(name.words[0]), skeleton(name.words[-1]))
        if len(pair[1]) < 3 or not pair[0]:
            return None
        given, arabic = self.scope.lexicon.sets["given"], self.scope.lexicon.sets["arabic_given"]
        if name.words[0] in given and name.words[-1] in given and not arabic.isdisjoint(name.words):
            return None  # أحمد علي صالح, محمد محمود: a name of given names is whole, or another's
        found = [
            person
            for person in knowledge.skeletons.get(pair, ())
            if self._agrees(person, titles)
            and self._likely_here(person, name)
            and near(given, self._words(knowledge.known[person].names[0]), name.words)
        ]
        return found[0] if len(found) == 1 else None

    def _likely_here(self, person: str, name: Name) -> bool:
        """Say whether a listed person may be meant by a name of other letters: Arabic ones are spelled in one way.

        عدنان منصر is no عدنان منصور, unless the document speaks of that one's state; عبد الله حمود is no … أحمد.
        """
        arabic, last, families = self.scope.lexicon.sets["arabic_given"], name.words[-1], self._families(person)
        if last in families:
            return True
        full = {self._words(text)[-1] for text in self.scope.knowledge.known[person].names}
        if last in arabic - full and arabic.issuperset(w for w in full if skeleton(w) == skeleton(last)):
            return False
        if name.words[0] not in arabic:
            return True
        states = {row.of for row in self.scope.knowledge.by_person.get(person, ())}
        alike = any(distance(last, family) <= 1 for family in families)  # محمد أسلم is no إسلامي
        return not states.isdisjoint(self.scope.countries) if states else alike

    def _families(self, person: str) -> list[str]:
        return [self._words(family)[-1] for family in self.scope.knowledge.known[person].families]

    def _new(self, name: Name, surface: str) -> str:
        label = " ".join(surface.split()).replace(" - ", "-")
        found = identifier(label)
        if found in self.scope.knowledge.known:
            found = f"{found}_(person)"
        if found not in self.scope.made:
            self.scope.made[found] = Entity(found, "Person", label, None, None, (), None, False)
        self.by_words.setdefault(name.words, found)
        return found
