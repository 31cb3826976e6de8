"""What stands around a word, by which verb and noun are told apart."""

from __future__ import annotations

from dataclasses import dataclass

from sifara.document import Mention, Token


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a word: the chunk before it, the token or mention after it."""

    first: bool
    previous_kind: str
    previous_word: str
    previous_open: bool  # the chunk before is a noun that a genitive may follow
    after_prep: bool
    clause_has_verb: bool
    next_token: Token | None
    next_mention: Mention | None
    next_free: bool  # a time follows
    quoted: bool
    own: Token
    previous_event: bool  # the chunk before is an indefinite event noun ("a call that …")
    known_verb: bool  # a verb that frames or light verbs know
    participle: bool  # an active participle in the accusative that frames know
    governed: bool = False  # straight after a noun like "the halt of" or "the resumption of"
    light_noun: bool = False  # a word like "sincere" before the noun of an event
    after_owned: bool = False  # the noun of an event with a pronoun stands just before
    held: bool = False  # an occasion or document stands just before, and the word may tell that it was held or issued
    joined: bool = False  # an "and" stands apart before it
    pair: bool = False  # two are named before it
    event_noun: bool = False  # the word is the masdar of an event as well
    after_participle: bool = False  # one stands just before: what it says or shows follows
    next_nisba: bool = False  # an adjective of a country follows
    decided: bool = False  # after "the decision of X"
    coordinated: bool = False  # a masdar of the clause of a feminine verb may go on
    awaits_masdar: bool = False  # "was done" has no masdar yet
    takes_verb: bool = False  # behind "after (he)", "when", "but he", where no noun can begin a clause
    awaits_verb: bool = False  # a subject with its relative clause stands before
    fronted: bool = False  # only times and phrases with prepositions stand before, set apart
    calls_upon: bool = False  # a verb with its object and the preposition that it governs
