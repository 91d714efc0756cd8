"""The page: every claim in its words, nothing of a report as markup, nothing asked for from anywhere."""

import base64
import hashlib
import re
from datetime import date
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tocsin.cli.marking import marked
from tocsin.cli.page import page
from tocsin.codebook import Claim, Doubt, Figure, Quote, Reading, Report

HOSTILE = "</mark></div><script>alert(1)</script><img src=x onerror=alert(1)> & \x1b[31m \u202e Ivan fled"


class Tags(HTMLParser):
    """Every tag with its attributes, and the text of the report's own block."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags(source: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(source)
    return parser.tags


def hostile_reading() -> Reading:
    start = HOSTILE.index("Ivan")
    quote = Quote(HOSTILE[start:], start, len(HOSTILE))
    claim = Claim(HOSTILE, "flight", quote, by=HOSTILE, detail=HOSTILE, place=HOSTILE, sources=((HOSTILE, HOSTILE),))
    report = Report(HOSTILE, HOSTILE, '"><script>', date(2026, 2, 3), HOSTILE, "javascript:alert(1)", HOSTILE)
    figure = Figure(3, "cases", quote, approx=HOSTILE)
    return Reading(
        report, (HOSTILE,), (claim,), (figure,), (Doubt("x", HOSTILE, quote, (HOSTILE,)), Doubt("y", HOSTILE))
    )


def test_nothing_of_a_report_is_markup_or_script_in_the_page() -> None:
    for readings in ([hostile_reading()], [hostile_reading(), hostile_reading()]):
        told = page(readings)
        names = [name for name, _ in tags(told)]
        assert names.count("script") == 1
        assert not {"img", "b onclick", "iframe", "link", "object"} & set(names)
        assert not [a for _, attrs in tags(told) for a in attrs if a.startswith("on")]
        assert not set("\x1b\u202e") & set(told)


def test_the_page_asks_for_nothing_from_anywhere() -> None:
    told = page([hostile_reading()])
    links = [attrs.get("href") or attrs.get("src") for _, attrs in tags(told) if attrs.get("href") or attrs.get("src")]
    assert links
    assert all(link.startswith("#") for link in links)
    assert "url(" not in told
    assert "@import" not in told


def test_the_policy_lets_in_only_the_pages_own_style_and_script() -> None:
    told = page([hostile_reading()])
    policy = next(a["content"] for name, a in tags(told) if name == "meta" and a.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", told, re.S)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert not [a for _, attrs in tags(told) for a in attrs if a == "style"]


def test_every_link_in_the_page_leads_somewhere() -> None:
    told = page([hostile_reading(), hostile_reading()])
    ids = [attrs["id"] for _, attrs in tags(told) if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {attrs["href"][1:] for _, attrs in tags(told) if attrs.get("href")} <= set(ids)


TEXT = "0123456789abcdefghij"
QUOTES = st.tuples(st.integers(0, 18), st.integers(1, 8)).map(
    lambda t: Quote(TEXT[t[0] : min(20, t[0] + t[1])], t[0], min(20, t[0] + t[1]))
)


@given(st.lists(st.tuples(QUOTES, st.lists(st.tuples(st.sampled_from(["when", "person", "by"]), QUOTES))), max_size=5))
def test_overlapping_claims_keep_the_text_whole_and_name_all_their_claims(made: list) -> None:
    claims = tuple(Claim("A", "flight", quote, words=tuple(words)) for quote, words in made)
    told = marked(0, Reading(Report("a", TEXT), (), claims))
    plain = re.sub(r'<a class="no.*?</a>', "", told)
    assert re.sub("<[^>]*>", "", plain) == TEXT
    for n, (quote, words) in enumerate(made):
        pieces = re.findall(rf'<mark[^>]*data-of="[^"]*\br0c{n}\b[^"]*"[^>]*>(.*?)</mark>', told)
        covered = {i for q in (quote, *(q for _, q in words)) for i in range(q.start, q.end)}
        assert sorted("".join(pieces)) == sorted(TEXT[i] for i in covered)
        for field in {f for f, _ in words}:
            assert re.search(rf'data-l-r0c{n}="[^"]*{field}', told)


def test_a_claims_colour_is_that_of_its_stage_and_its_line_that_of_its_stance() -> None:
    told = marked(0, Reading(Report("a", TEXT), (), (Claim("A", "removal", Quote("01", 0, 2)),)))
    assert '<mark class="removal fact"' in told


def test_a_page_without_claims_says_so() -> None:
    assert "No claim about a named person." in page([Reading(Report("a", "Nothing."))])
