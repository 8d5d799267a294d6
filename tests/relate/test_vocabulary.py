"""The curator's vocabulary has the last word: names, mergers, pins and hidden things, with addresses that lead on."""

from __future__ import annotations

from documents import a_draft

from digest.config import Settings
from digest.documents import Definition, Ruling, Vocabulary
from digest.model import Digest, Draft, Redirect
from digest.relate.relate import relate_drafts

SUBJECTS = {
    "Soil": "In spring the soil carbon grows. Here cover crops feed soil carbon in plot {n}.",
    "Bread": "A good sourdough starter rises. Bakers feed a sourdough starter with rye flour in jar {n}.",
    "Kelp": "A dense kelp forest is tall. Sea urchins graze the kelp forest down in bay {n}.",
}


def drafts(each: int = 3) -> list[Draft]:
    return [
        a_draft(title=f"{name} {n}", text=text.format(n=n), path=f"seeds/{name}-{n}.txt")
        for name, text in SUBJECTS.items()
        for n in range(each)
    ]


def themed(*rulings: Ruling, of: list[Draft] | None = None) -> Digest:
    return relate_drafts(of or drafts(), settings=Settings(), vocabulary=Vocabulary(themes=rulings))


def termed(*rulings: Ruling, of: list[Draft] | None = None) -> Digest:
    return relate_drafts(of or drafts(), settings=Settings(), vocabulary=Vocabulary(terms=rulings))


def sizes(digest: Digest) -> dict[str, int]:
    return {theme.name: len(theme.articles) for theme in digest.themes}


def test_without_rulings_the_machine_s_themes_stand() -> None:
    assert sizes(themed()) == {"Kelp forest": 3, "Soil carbon": 3, "Sourdough starter": 3}


def test_a_merged_theme_has_the_new_name_all_articles_and_old_addresses_that_lead_on() -> None:
    digest = themed(Ruling("Slow things", merge=("kelp forest", "Sourdough starter"), about="They take time."))
    assert sizes(digest) == {"Slow things": 6, "Soil carbon": 3}
    assert digest.themes[0].about == "They take time."
    assert digest.redirects == (
        Redirect("themes/kelp-forest.md", "kelp forest", "themes/slow-things.md"),
        Redirect("themes/sourdough-starter.md", "Sourdough starter", "themes/slow-things.md"),
    )


def test_a_hidden_theme_appears_nowhere() -> None:
    digest = themed(Ruling("Kelp forest", hide=True))
    assert sizes(digest) == {"Soil carbon": 3, "Sourdough starter": 3}
    assert {slug for one in digest.articles for slug in one.themes} == {"soil-carbon", "sourdough-starter"}


def test_a_pinned_theme_keeps_name_address_and_members_as_articles_are_added() -> None:
    pinned = Ruling("Rye", slug="rye-flour", pin=True, terms=("rye flour",))
    before, after = themed(pinned, of=drafts(2)), themed(pinned, of=drafts(12))
    for digest in (before, after):
        (theme,) = [one for one in digest.themes if one.name == "Rye"]
        assert theme.path == "themes/rye-flour.md"
    kept = {path for theme in before.themes if theme.name == "Rye" for path in theme.articles}
    assert kept <= {path for theme in after.themes if theme.name == "Rye" for path in theme.articles}


def test_an_article_that_a_ruling_names_belongs_whatever_its_words() -> None:
    digest = themed(Ruling("Soil carbon", articles=("seeds/Bread-0.txt",)))
    assert "articles/bread-0.md" in next(theme for theme in digest.themes if theme.name == "Soil carbon").articles


def test_a_set_address_is_nobody_else_s() -> None:
    digest = themed(Ruling("Tickets", slug="kelp-forest", articles=("seeds/Bread-0.txt",)))
    assert {theme.name: theme.slug for theme in digest.themes}["Tickets"] == "kelp-forest"
    assert len({theme.slug for theme in digest.themes}) == len(digest.themes)


def test_a_ruling_that_finds_nothing_is_a_problem() -> None:
    assert [str(problem) for problem in themed(Ruling("Opera")).problems] == [
        "vocabulary: themes: Opera: no theme has this name, and no article belongs to it "
        "(mend the name, or take it out)"
    ]


def test_no_article_stands_in_more_than_three_themes() -> None:
    rulings = [Ruling(f"Set {n}", articles=("seeds/Bread-0.txt", "seeds/Soil-0.txt"), pin=n == 4) for n in range(5)]
    digest = themed(*rulings)
    own = next(one for one in digest.articles if one.path == "articles/bread-0.md")
    assert len(own.themes) == 3
    assert own.themes[0] == "set-4"


def test_merged_terms_are_one_entry_under_the_curator_s_spelling() -> None:
    digest = termed(Ruling("Levain", merge=("sourdough starter",), about="Wild yeast in flour."))
    entry = next(entry for entry in digest.glossary if entry.term == "Levain")
    assert (entry.aka, entry.about, len(entry.articles)) == (("sourdough starter",), "Wild yeast in flour.", 3)
    assert Redirect("terms/sourdough-starter.md", "sourdough starter", "terms/levain.md") in digest.redirects
    assert "sourdough starter" not in {term.term for one in digest.articles for term in one.terms}


def test_a_definition_of_a_merged_term_stands_under_the_new_one() -> None:
    told = a_draft(title="A book", text="Yeast.", definitions=(Definition("Wild yeast.", "p1", "sourdough starter"),))
    digest = termed(Ruling("Levain", merge=("sourdough starter",)), of=[*drafts(), told])
    entry = next(entry for entry in digest.glossary if entry.term == "Levain")
    assert [given.definition.text for given in entry.definitions] == ["Wild yeast."]


def test_a_hidden_term_is_no_term_entry_tag_or_reason() -> None:
    told = a_draft(title="A book", text="Carbon.", definitions=(Definition("Rot.", "p1", "soil carbon"),))
    digest = termed(Ruling("soil carbon", hide=True), of=[*drafts(), told])
    named = {term.term for one in digest.articles for term in one.terms}
    named |= {entry.term for entry in digest.glossary} | {tag for one in digest.articles for tag in one.tags}
    named |= {term for one in digest.articles for link in one.related for term in link.terms}
    assert "soil carbon" not in named
    assert "cover crops" in named


def test_a_pinned_term_has_its_page_though_one_article_uses_it() -> None:
    lone = a_draft(title="Alone", text="A brass sundial tells the hour. The brass sundial is old.")
    assert "brass sundial" not in {entry.term for entry in termed(of=[lone]).glossary}
    assert "brass sundial" in {entry.term for entry in termed(Ruling("brass sundial", pin=True), of=[lone]).glossary}
