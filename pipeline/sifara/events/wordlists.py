"""The discourse of a document at its beginning, with the word lists by which it reads who is meant."""

from __future__ import annotations

from sifara.document import EntityLayer
from sifara.events.discourse import Discourse
from sifara.events.grammar import Grammar
from sifara.events.speakers import Speakers


def discourse_of(layer: EntityLayer, grammar: Grammar) -> Discourse:
    """Give the discourse in which the first sentence of a document is read."""
    lists = grammar.lists
    return Discourse(
        layer,
        officers=lists["officer_nouns"],
        masculine=lists["masculine_names"],
        stand_ins=lists["stand_in_nouns"],
        origins=lists["origin_prepositions"],
        belonging=lists["belonging_words"],
        nobodies=lists["unnamed_officials"],
        communiques=lists["communique_nouns"],
        signed=lists["signed_nouns"],
        within=lists["officer_prepositions"],
        uttered=lists["uttered_nouns"],
        issuing=lists["issue_verbs"],
        reported=lists["report_prepositions"],
        things=lists["possessions"],
        firsts=lists["firsts"],
        becoming=lists["auxiliaries"],
        counting=lists["counting_nouns"] | lists["numerals"],
        kin=lists["kin_nouns"] | lists["citizen_nouns"],
        possessive=grammar.clitic_preps["li"],
        representing=lists["representing_verbs"],
        plurals=tuple(sorted(lists["nominative_endings"])),
        people=tuple(sorted(lists["nominative_endings"] | lists["oblique_endings"])),
        siding=lists["siding_words"],
        actors=lists["agent_nouns"],
        part_of=lists["part_prepositions"],
        members=lists["member_nouns"],
        additive=lists["additive_subordinators"],
        alone=grammar.accusative_ending,
        describing=lists["describing_verbs"],
        oblique=tuple(sorted(lists["oblique_endings"])),
        coming=lists["new_words"],
        heads=lists["stand_in_nouns"] | lists["member_nouns"] | lists["state_arms"] | lists["delegate_nouns"],
        arms=lists["state_arms"],
        delegates=lists["delegate_nouns"],
        represented=grammar.list_first("representing_prepositions"),
        documents=lists["speaking_documents"],
        between=lists["between"],
        homes=lists["home_nouns"],
        own_things=lists["home_things"],
        speakers=Speakers(lists["adding_verbs"]),
    )
