"""Key terms are sane in any language: where no list tells verbs from nouns, what recurs and what is named."""

from __future__ import annotations

import pytest
from documents import a_draft

from digest.relate.weights import count_uses, weigh_terms

TEXTS = {
    "de": (
        "Die Schwammstadt",
        "In der Schwammstadt nimmt der Boden den Regen auf. Die Schwammstadt senkt die Kosten der Kanalisation. "
        "Nach einem Wolkenbruch plante Kopenhagen die begrünten Dächer. Kein Wolkenbruch flutet die begrünten Dächer.",
    ),
    "fr": (
        "La ville éponge",
        "Dans la ville éponge, l'eau de pluie reste dans le sol. La ville éponge réduit le coût des égouts. "
        "Selon Anne Lefèvre, l'asphalte coûte cher. On retire l'asphalte des parkings.",
    ),
    "es": (
        "La ciudad esponja",
        "En la ciudad esponja, el suelo absorbe la lluvia. La ciudad esponja abarata el alcantarillado. "
        "Según Ana Ruiz, las azoteas verdes retienen el agua. Las azoteas verdes refrescan los barrios.",
    ),
    "ru": (
        "Дождевые сады",
        "Дождевые сады снижают расходы на канализацию. В Копенгагене дождевые сады охлаждают кварталы летом.",
    ),
    "ar": (
        "مياه الأمطار",
        "تمتص التربة مياه الأمطار كالإسفنج. وقد بدأت مدن كثيرة تخزن مياه الأمطار في الحدائق.",
    ),
    "zh": (
        "海绵城市",
        "海绵城市让土壤吸收雨水。屋顶种上植物，道路两旁修建雨水花园。海绵城市降低了费用，雨水花园不需要维护。",
    ),
    "ja": (
        "スポンジシティ",
        "スポンジシティは雨水をためる。下水道の費用を下げ、下水道のにおいを減らす。スポンジシティでは雨水が土に入る。",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "terms"),
    [
        ("de", ["Schwammstadt", "begrünten Dächer", "Wolkenbruch"]),
        ("fr", ["ville éponge", "Anne Lefèvre"]),
        ("es", ["ciudad esponja", "azoteas verdes", "Ana Ruiz"]),
        ("ru", ["дождевые сады"]),
        ("ar", ["مياه الأمطار"]),
        ("zh", ["海绵城市", "雨水花园"]),
        ("ja", ["スポンジシティ", "下水道"]),
    ],
)
def test_the_strongest_terms_of_a_text_are_what_it_speaks_of(lang: str, terms: list[str]) -> None:
    title, text = TEXTS[lang]
    drafts = [a_draft(title=title, text=text, lang=lang)]
    (found,) = weigh_terms(drafts, uses=count_uses(drafts))
    assert [one.term for one in found][: len(terms)] == terms


def test_what_stands_once_beside_a_verb_is_no_term_where_no_list_tells_verbs() -> None:
    draft = a_draft(title="Wasser", text="Die Mulden schlucken den Regen. Das Land senkt Abgaben.", lang="de")
    assert draft.candidates == ()


def test_a_katakana_word_has_no_parts() -> None:
    title, text = TEXTS["ja"]
    found = [one.term for one in a_draft(title=title, text=text, lang="ja").candidates]
    assert [term for term in found if term in "スポンジシティ"] == ["スポンジシティ"]


@pytest.mark.parametrize(
    ("lang", "text", "term"),
    [
        ("fr", "L'asphalte coûte cher. On retire l'asphalte d'un parking.", "asphalte"),
        ("it", "L'asfalto costa molto. Il prezzo dell'asfalto sale.", "asfalto"),
    ],
)
def test_an_article_that_is_joined_to_a_noun_is_no_part_of_a_term(lang: str, text: str, term: str) -> None:
    found = {one.term: one.count for one in a_draft(title="Notes", text=text, lang=lang).candidates}
    assert (found.get(term), [one for one in found if "'" in one]) == (2, [])
