"""Takes the case endings off personal names: what nominatives a form can stand for, and which fits all forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from tocsin.languages import Language

Reading = tuple[str, str, bool]
"""A possible nominative, its gender (m, f or any), and whether the form was already the nominative."""


class NameEndings:
    """The declension table of one language; a language without one leaves names as they are."""

    def __init__(self, language: Language) -> None:
        self._rows = [
            (e.nominative, e.gender, tuple(sorted(e.oblique, key=len, reverse=True))) for e in language.endings
        ]
        self._feminine = frozenset(language.given_names.feminine.split("|")) - {""}
        self._masculine = frozenset(language.given_names.masculine.split("|")) - {""}
        self.readings = lru_cache(maxsize=20_000)(self._readings)
        self._stems = lru_cache(maxsize=20_000)(self._by_table)

    def is_given_name(self, form: str) -> bool:
        """True for a case of a given name that the language file lists."""
        known = self._masculine | self._feminine
        return bool(known) and any(n in known for n, _, _ in self.readings(form))

    @property
    def inflects(self) -> bool:
        """True when the language declines names."""
        return bool(self._rows)

    def _readings(self, form: str) -> tuple[Reading, ...]:
        """Every nominative (lower case) that a lower-case form can stand for, with gender; the form itself last."""
        if form in self._masculine:
            return ((form, "m", True),)
        if form in self._feminine:
            return ((form, "f", True),)
        out = list(self._stems(form))
        known = self._masculine | self._feminine
        listed = [r for r in out if r[0] in known]
        if listed:
            listed = [(n, "m" if n in self._masculine else "f", own) for n, _, own in listed]
            return tuple(dict.fromkeys(listed))
        return tuple(out)

    def _by_table(self, form: str) -> tuple[Reading, ...]:
        """The same by the table of endings alone, whatever given names are known."""
        out: list[Reading] = []
        for nominative, gender, oblique in self._rows:
            if not nominative and form[-1:] in "аеёиоуыэюяйь":
                pass  # a bare consonant is the nominative only of a form that ends in one
            elif form.endswith(nominative) and len(form) > len(nominative) + 1:
                out.append((form, gender, True))
            for ending in oblique:
                stem = form[: len(form) - len(ending)]
                if form.endswith(ending) and len(stem) >= 2:
                    if not nominative and stem[-1] in "аеёиоуыэюяйьъ":
                        continue
                    out.append((stem + nominative, gender, False))
        if not any(own for _, _, own in out):
            out.append((form, "any", True))
        return tuple(dict.fromkeys(out))

    def same(self, a: str, b: str) -> bool:
        """True when two lower-case forms can be one name."""
        if a == b:
            return True
        if not self._rows or a[:2] != b[:2]:
            return False
        mine = {n for n, _, _ in self._stems(a)}
        return any(n in mine for n, _, _ in self._stems(b))

    def choose(self, mentions: Sequence[Sequence[str]], known: str = "any") -> tuple[list[str], str]:
        """The nominative of a full name written in several forms (token lists of one length), and its gender.

        The choice must be open to every form met, agree in gender across the parts, and be met as such if it can.
        """
        for mention in mentions:
            genders = self._nominative_as(mention)
            if genders:
                return [x.lower().replace("ё", "е") for x in mention], genders.pop() if len(genders) == 1 else "any"
        width = len(mentions[0])
        columns = [[m[k].lower().replace("ё", "е") for m in mentions] for k in range(width)]
        best: tuple[int, list[str], str] | None = None
        for gender in ("m", "f"):
            chosen: list[str] = []
            score = 12 if gender == known else 0  # a noun beside the name told it
            for column in columns:
                name, points = self._pick(column, gender)
                points -= 8 * sum(
                    not any(n == name and g in (gender, "any") for n, g, _ in self.readings(form))
                    for form in set(column)
                )
                chosen.append(name)
                score += points
            whole = {tuple(x.lower().replace("ё", "е") for x in m) for m in mentions}
            for m in whole:
                cases = [{own for n, g, own in self.readings(x) if g in (gender, "any")} for x in m]
                if cases and not set.intersection(*cases):
                    score -= 6  # one part nominative, the other oblique: not one phrase
            if best is None or score > best[0]:
                best = (score, chosen, gender)
            elif score == best[0]:
                best = (score, best[1], "any")  # nothing tells a man's name from a woman's
        assert best is not None
        return best[1], best[2]

    def _nominative_as(self, mention: Sequence[str]) -> set[str]:
        """Genders in which a name as written is plainly in the nominative: every part can be, one part must be."""
        readings = [self.readings(x.lower().replace("ё", "е")) for x in mention]
        if len(mention) < 2 or not any(all(own for _, _, own in part) for part in readings):
            return set()
        return {g for g in ("m", "f") if all(any(own and x in (g, "any") for _, x, own in part) for part in readings)}

    def _pick(self, column: Iterable[str], gender: str) -> tuple[str, int]:
        forms = list(column)
        votes: dict[str, int] = {}
        for form in dict.fromkeys(forms):
            for n, g in {(n, g) for n, g, _ in self.readings(form)}:
                if g in (gender, "any"):
                    votes[n] = votes.get(n, 0) + (6 if g == gender else 4) + (1 if n in forms else 0)
        if not votes:
            return forms[0], -8
        name = max(votes, key=lambda n: (votes[n], n in forms, -len(n), n))
        return name, votes[name]


def like(form: str, model: str) -> str:
    """`form` in the capitals of `model` (as written in the report, hyphens too), and ё where the model has it."""
    if model.isupper() and len(model) > 1:
        return form.title() if "-" not in form else "-".join(p.capitalize() for p in form.split("-"))
    out = []
    for k, c in enumerate(form):
        m = model[k] if k < len(model) else ""
        out.append("ё" if m == "ё" and c == "е" else "Ё" if m == "Ё" else c.upper() if m.isupper() else c)
    return "".join(out)
