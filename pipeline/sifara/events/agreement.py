"""Agreement: between a pronoun and what it may stand for, and what the ending of a subject shows."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.grammar import Grammar
from sifara.events.sorts import BODIES
from sifara.text.folding import fold_word


def fits(chunk: Chunk, pronoun: str, masculine: frozenset[str]) -> bool:
    """Whether a mention may be what an enclitic pronoun stands for.

    ``pronoun`` is person, gender and number ("3ms"); ``masculine`` the folded names of masculine states.
    """
    mention = chunk.mention
    assert mention is not None
    genders = {r.gender for r in chunk.readings if r.pos == "noun" and r.source != "backoff"}  # of a body's first word
    if pronoun == "3ms":
        state = mention.type == "Country" and bool(chunk.words) and chunk.words[0] in masculine
        body = mention.type in BODIES and genders == {"m"}
        person = mention.type == "Person" and mention.gender in ("m", "") and len(mention.entities) == 1
        return person or state or body
    if pronoun == "3fs":
        if mention.type == "Person":
            return mention.gender == "f"
        return (mention.type == "Country" or (mention.type in BODIES and genders != {"m"})) and not chunk.prep
    if pronoun == "3d":
        return len(mention.entities) == 2
    return pronoun == "3mp" and len(mention.entities) > 1


def resumes(pronoun: str, antecedent: Chunk, masculine: frozenset[str] | None = None) -> bool:
    """Whether an object pronoun may lead back to the antecedent: they agree in gender and number."""
    if antecedent.mention is not None and antecedent.mention.type == "Person":
        return pronoun[1:2] == (antecedent.mention.gender or pronoun[1:2])
    if antecedent.mention is not None and antecedent.mention.type in ("Country", "City", "Region"):
        state = antecedent.mention.type == "Country" and antecedent.mention.kind == "name" and masculine is not None
        genders = {named_gender(antecedent, masculine or frozenset())} if state else {"m", "f"}
        return pronoun[1:2] in genders and pronoun[2:] == "s"
    if pronoun[2:] in ("p", "d") and any(n.number == "p" for n in antecedent.nisbas):
        return True  # "five Frenchmen whom it held": the number disagrees with what it counts
    plural = any(r.number == "p" for r in antecedent.readings)
    genders = {r.gender for r in antecedent.readings if r.gender} or {"m", "f"}
    return pronoun[1:2] in genders or (plural and pronoun == "3fs") or pronoun[1:2] in ("d", "")


def named_gender(chunk: Chunk, masculine: frozenset[str]) -> str:
    """Grammatical gender of the name of a body or place, "" if not known: but for a few, states are feminine."""
    assert chunk.mention is not None
    if chunk.mention.type == "Country" and chunk.mention.kind == "name":
        return "m" if chunk.words and chunk.words[0] in masculine else "f"
    if chunk.mention.type not in BODIES or len(chunk.words) == 1:
        return ""
    heads = {(r.gender, r.number) for r in chunk.readings if r.pos == "noun" and r.source == "domain"}
    return {"ms": "m", "fs": "f"}.get("".join(heads.pop()), "") if len(heads) == 1 else ""


def agrees(chunk: Chunk, gender: str, number: str, masculine: frozenset[str] | None = None) -> bool:
    """Whether a relative word or verb of this gender and number ("m", "s") may describe a noun phrase.

    With the names of ``masculine`` states those of states and bodies must agree too.
    """
    if chunk.mention is not None:
        if chunk.mention.type == "Person":
            return chunk.mention.gender in (gender, "") and (number == "s") == (chunk.mention.number == "s")
        return number == "s" and (masculine is None or named_gender(chunk, masculine) in (gender, ""))
    found = [r for r in chunk.readings if r.source != "backoff"]
    if all(r.pos == "noun_prop" for r in found):
        return number == "s"  # a name, or a word that nobody knows, shows no gender
    if number == "s" and gender == "f" and any(r.number == "p" for r in found):
        return True  # a plural of things is feminine singular
    return any((r.gender or gender) == gender and (r.number or number) == number for r in found)


def unbound(noun: Chunk, grammar: Grammar) -> bool:
    """Whether a noun has an ending that it would lose before a genitive: of the accusative or of a sound plural."""
    if noun.word.endswith(grammar.accusative_ending):
        kin = bool(noun.head_lemmas & grammar.lists["kin_nouns"])  # "the two sons of"
        own = any(noun.word.endswith(e) for e in grammar.lists["stem_endings"])
        own = own and not any(noun.word[:-1].endswith(fold_word(r.lemma)) for r in noun.readings)
        return not own and not (kin and any(r.number == "d" for r in noun.readings))
    for ending in sorted(grammar.lists["unbound_endings"]):
        if noun.word.endswith(ending):
            stem = noun.word[: -len(ending)]
            return any(r.number == "p" and stem.endswith(fold_word(r.lemma)) for r in noun.readings)
    return False


def mention_gender(grammar: Grammar, chunk: Chunk) -> str:
    """Grammatical gender of the name of a body or place, "" if not known: states and cities are feminine."""
    assert chunk.mention is not None
    if chunk.mention.type in ("Country", "City") and chunk.mention.kind == "name":
        return "m" if chunk.words and chunk.words[0] in grammar.lists["masculine_names"] else "f"
    known = {r.gender for r in chunk.readings if r.pos == "noun" and r.source != "backoff" and r.gender}
    return known.pop() if len(known) == 1 and chunk.mention.kind != "name" else ""


def masculine_one(noun: Chunk) -> bool:
    """Whether a noun is known as a masculine singular alone: "the people", "the army", no plural and no name."""
    known = {(r.gender, r.number) for r in noun.readings if r.pos == "noun" and r.source == "domain"}
    return known == {("m", "s")}


def nominative(noun: Chunk, grammar: Grammar) -> bool:
    """Whether the ending of a plural or dual shows that it is a subject."""
    lists = grammar.lists
    numbers = {r.number for r in noun.readings if r.source != "backoff"}
    return noun.word.endswith(tuple(lists["nominative_constructs"])) or (
        noun.word.endswith(tuple(lists["nominative_endings"])) and bool(numbers) and numbers <= {"d", "p"}
    )


def accusative(noun: Chunk, grammar: Grammar) -> bool:
    """Whether the written ending of an indefinite accusative shows that it is no subject: "signed an accord"."""
    ending = grammar.accusative_ending
    if noun.mention is not None or noun.definite or noun.pronoun or not noun.word.endswith(ending):
        return False
    bare = noun.word.removesuffix(ending)
    return any(r.source != "backoff" and bare[r.prefix :] == r.lemma for r in noun.readings)


def numbers_agree(noun: Chunk, participle: Chunk) -> bool:
    """Whether a passive participle may qualify the noun before it: "Turkey, the sites" is no participle."""
    plural = bool(participle.readings) and all(r.number in ("d", "p") for r in participle.readings)
    numbers = {noun.mention.number} if noun.mention is not None else {r.number for r in noun.readings}
    return not plural or bool(numbers & {"d", "p"})


def several(participle: Chunk, oblique: tuple[str, ...]) -> bool:
    """Whether a participle tells of two or more, by its oblique ending and all its readings."""
    numbers = {r.number for r in participle.readings if r.source != "backoff"}
    return participle.word.endswith(oblique) and bool(numbers) and numbers <= {"d", "p"}
