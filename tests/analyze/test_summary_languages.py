"""A summary is sane in any language: sentences of the text, in its order, that open on nothing said before."""

from __future__ import annotations

import pytest
from documents import a_draft

TEXTS = {
    "de": ("Boden", "Gesunder Boden speichert mehr Kohlenstoff als die Luft.", "Dennoch sind die Karten des Bodens heute sehr alt."),
    "fr": ("Le sol", "Un sol sain retient plus de carbone que tout l'air du pays.", "Cependant les cartes du sol sont encore très anciennes."),
    "es": ("El suelo", "Un suelo sano guarda más carbono que todo el aire.", "Sin embargo los mapas del suelo son ya muy antiguos."),
    "pt": ("O solo", "Um solo saudável guarda mais carbono que todo o ar.", "No entanto os mapas do solo são hoje muito antigos."),
    "it": ("Il suolo", "Un suolo sano conserva più carbonio di tutta l'aria.", "Tuttavia le mappe del suolo sono oggi molto vecchie."),
    "ru": ("Почва", "Здоровая почва хранит больше углерода, чем весь воздух.", "Однако карты почвы сегодня уже очень сильно устарели."),
    "zh": ("土壤", "健康的土壤比空气含有更多的碳元素。", "但是土壤的地图今天已经非常陈旧了。"),
    "ja": ("土壌", "健康な土壌は空気よりも多くの炭素を蓄えている。", "しかし土壌の地図は今ではとても古くなっている。"),
}  # fmt: skip
OTHERS = {
    "ar": ("التربة", "التربة السليمة تخزن كربونا أكثر من الهواء كله."),
    "he": ("אדמה", "אדמה בריאה אוגרת יותר פחמן מכל האוויר שמעליה."),
    "ko": ("토양", "건강한 토양은 공기보다 더 많은 탄소를 오래 저장한다."),
    "th": ("ดิน", "ดินที่ดีเก็บคาร์บอนได้มากกว่าอากาศ"),
    "tlh": ("yav", "yav pIv lu'bogh tlhIngan Hol ghItlh vItlhutlh 'e' vIneH."),
}


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_a_sentence_that_points_back_is_shown_only_after_the_one_before(lang: str) -> None:
    title, plain, pointing = TEXTS[lang]
    apart = a_draft(title=title, text=f"{pointing}\n{plain}", lang=lang)
    assert [one.text for one in apart.summary] == [plain]


@pytest.mark.parametrize("lang", sorted(OTHERS))
def test_any_language_gets_a_sentence_of_its_text(lang: str) -> None:
    title, plain = OTHERS[lang]
    assert [(one.text, one.at) for one in a_draft(title=title, text=plain, lang=lang).summary] == [(plain, "p1")]
