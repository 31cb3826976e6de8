"""Write documents of template sentences, for a store of a hundred thousand events.

    python benchmarks/many_events.py --documents 2700 --out many.jsonl
    sifara build many.jsonl --store many.store --no-text --jobs 2

Who takes part is drawn from the tables that come with Sifara, few of them often and many of them rarely, as in news.
The same seed gives the same documents. A document has 36 sentences, and about as many events.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import sifara

KNOWLEDGE = Path(sifara.__file__).parent / "knowledge"
TEMPLATES = Path(__file__).with_suffix(".txt")
ROLES = {"head_of_state", "head_of_government", "foreign_minister", "secretary_general", "defence_minister"}
FIRST, LAST = date(2010, 1, 1), date(2024, 12, 31)


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of Sifara."""
    with (KNOWLEDGE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def people() -> list[str]:
    """Return office holders with their titles, each once."""
    labels = {row["qid"]: row["label_ar"] for row in rows("people")}
    found: dict[str, str] = {}
    for row in rows("offices"):
        if row["role"] in ROLES and row["title_ar"] and labels.get(row["person_qid"]):
            found[row["person_qid"]] = f"{row['title_ar']} {labels[row['person_qid']]}"
    return [found[qid] for qid in sorted(found)]


def documents(count: int, sentences: int, seed: int) -> list[dict[str, str]]:
    """Return ``count`` documents."""
    chance = random.Random(seed)
    names = people()
    countries = [row["label_ar"] for row in rows("countries") if row["label_ar"]]
    cities = [row["label_ar"] for row in rows("cities") if row["label_ar"] and row["is_capital"] == "1"]
    for values in (names, countries, cities):
        chance.shuffle(values)
    lines = TEMPLATES.read_text(encoding="utf-8").splitlines()
    templates = [line for line in lines if line and line[0] not in "#+"]
    times = ["", *(line[1:] for line in lines if line.startswith("+"))]

    def draw(values: Sequence[str], without: str = "") -> str:
        """Return one of ``values``, the first ones the most often (a Zipf law)."""
        while True:
            place = int(len(values) ** chance.random()) - 1
            if values[place] != without:
                return values[place]

    def sentence() -> str:
        person, country = draw(names), draw(countries)
        said = chance.choice(templates).format(
            P=person,
            Q=draw(names, person),
            C=country,
            D=draw(countries, country),
            L=draw(cities),
            T=chance.choice(times),
        )
        return said.replace(" .", ".")

    found = []
    for number in range(count):
        day = FIRST + timedelta(days=chance.randrange((LAST - FIRST).days))
        text = "\n\n".join(sentence() for _ in range(sentences))
        found.append({"id": f"many-{number}", "date": day.isoformat(), "text": text})
    return found


def main() -> None:
    """Write the documents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2700)
    parser.add_argument("--sentences", type=int, default=36)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    with arguments.out.open("w", encoding="utf-8", newline="\n") as out:
        for document in documents(arguments.documents, arguments.sentences, arguments.seed):
            out.write(json.dumps(document, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
