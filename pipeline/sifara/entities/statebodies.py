"""Bodies named shortly: "the parliament", "the government", of the state that the document is about or met before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sifara.entities.chunks import Chunk
from sifara.entities.entries import Anaphor
from sifara.entities.memory import Memory
from sifara.entities.ministries import ministry_entity
from sifara.entities.spelling import identifier
from sifara.entities.words import ARTICLE, key, surface

# How many times as often as any other a state must be named, and how often at all, before "the parliament", "the
# government" and "the opposition" are its own: governments act abroad, and there is an opposition in every state.
_OWNED, _GOVERNED, _OPPOSED = (2, 1), (2, 4), (3, 4)


@dataclass(slots=True)
class StateBodies(Memory):
    """Settles short names of bodies by those met before and by the state that is named most."""

    def _at_home(self, times: int = 1, least: int = 1) -> str | None:
        """Give the state that the document is about: the one named most.

        :param times: how many times as often as any other it must be named; as often as another is never enough
        :param least: how often it must be named at all
        """
        counts = sorted(self.scope.countries.items(), key=lambda item: (-item[1], item[0]))
        if not counts:
            return None
        (state, most), *others = counts
        second = others[0][1] if others else 0
        return state if most >= max(least, second * times, second + 1) else None

    def _government(self, chunk: Chunk) -> None:
        """Give the state of الحكومة: that whose government was told last, else that which the document is about."""
        state = self.government or self._at_home(*_GOVERNED)
        words = chunk.line.keys[chunk.start : chunk.end]
        if state is None and not self.scope.lexicon.sets["regime_nouns"].isdisjoint(words):
            state = self._fought_over()
        chunk.entities, chunk.type = ((state,) if state is not None else ()), "Country"

    def _fought_over(self) -> str | None:
        """Give the state whose towns and regions the document names, more than those of any other.

        One town alone is enough where the document names the state too: talks in Geneva are not about Switzerland.
        """
        near = (n for n in self.scope.present if self.scope.entity(n).type in ("City", "Region"))
        counts = Counter(state for state in map(self.scope.country_of, near) if state is not None).most_common(2)
        if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
            return None
        state, towns = counts[0]
        return state if towns > 1 or state in self.scope.present else None

    def _presidency(self, chunk: Chunk) -> None:
        """Give the state of رئاسة الجمهورية: the one named most, unless another is named as often."""
        state = chunk.country or self._at_home()
        if state is not None:
            chunk.entities, chunk.type = (state,), "Country"

    def _kingdom(self, chunk: Chunk, labels: tuple[str, ...]) -> None:
        ids = [self.scope.knowledge.country(label) for label in labels]
        if self.kingdom is None:
            met = [c for _, c in self.places if c in ids]
            counts = {name: self.scope.countries.get(name, 0) for name in ids}
            best = max(ids, key=lambda name: (counts[name], -ids.index(name)))
            # Where another kingdom is named only later, it is that of the newspaper: the first of the list.
            self.kingdom = best if best in met or counts[ids[0]] else ids[0]
        chosen = self.kingdom if self.kingdom in ids else ids[0]
        chunk.entities, chunk.type = (chosen,), "Country"

    def _body(self, chunk: Chunk, types: tuple[str, ...], word: str) -> None:
        for strict in (True, False):
            for name in reversed(self.bodies):
                entity = self.scope.entity(name)
                if entity.type not in types or (chunk.country is not None and entity.country != chunk.country):
                    continue
                labels = (entity.label_ar, *entity.aliases)
                words = {w.removeprefix(ARTICLE) for label in labels for w in key(label).split()}
                if word in words or (not strict and entity.type == "Treaty"):
                    chunk.entities, chunk.type = (name,), entity.type
                    return

    def _ministry_of_minister(self, chunk: Chunk) -> None:
        """Give الوزارة of the minister told last: وزير التربية فلان … وأضافت الوزارة."""
        for told in (t for t in reversed(self.told) if t.title is not None and t.title.portfolio):
            title, state = told.title, told.of or self._at_home(*_GOVERNED)
            if title is None or state is None or self.scope.entity(state).type != "Country":
                continue
            end = min((part.start for part in title.parts if part.kind == "nisba"), default=title.end)
            field = surface(told.chunk.line, title.head_end or title.start + 1, 0, end)
            word = surface(chunk.line, chunk.start, chunk.offset, chunk.end).removeprefix(ARTICLE)
            chunk.entities = (ministry_entity(self.scope, title.portfolio, state, f"{word} {field}"),)
            chunk.type = "GovernmentBody"
            return

    def _unmet(self, chunk: Chunk, anaphor: Anaphor) -> None:
        """Give البرلمان and الجيش of the state that the document is about, or the body that its wars make plain."""
        scope = self.scope
        if scope.day is not None and scope.day.year >= anaphor.since and anaphor.defaults:
            about = [(scope.countries.get(scope.knowledge.country(state), 0), body) for state, body in anaphor.defaults]
            best = max(about, key=lambda pair: pair[0])
            chunk.entities = (scope.knowledge.any_label[best[1]],) if best[0] > 1 else ()
            chunk.type = scope.entity(chunk.entities[0]).type if chunk.entities else chunk.type
            return
        patterns = [p for _, _, value in scope.lexicon.patterns.entries.get(anaphor.word, ()) for p in value]
        english, type_ = next(((p.en, p.type) for p in patterns if p.en), ("", ""))
        if anaphor.word not in scope.lexicon.sets["organs"] or not english:
            return
        state = self._at_home(*(_OWNED if type_ == "GovernmentBody" else _OPPOSED))
        if state is None:
            return
        label = f"{english} of {scope.entity(state).label_en}"
        name = scope.knowledge.any_label.get(label) or identifier(label)
        if scope.known(name) is None:
            words = surface(chunk.line, chunk.start, chunk.offset, chunk.end, definite=True)
            scope.make(name, type_, words, label, state)
        chunk.entities, chunk.type = (name,), type_
