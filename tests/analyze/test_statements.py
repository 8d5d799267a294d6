"""A sentence defines where it says what a thing is, to one who has read nothing else; else it only tells of it."""

from __future__ import annotations

import pytest
from documents import a_draft


def terms(text: str, lang: str = "en") -> list[str | None]:
    return [one.term for one in a_draft(text=text, lang=lang).definitions]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        pytest.param("A clearing house is a firm that settles trades between banks.", "clearing house", id="any firm of a kind"),
        pytest.param("A DOI is a string of letters and digits that leads to one article.", "DOI", id="a name of a kind"),
        pytest.param("Lint is a set of best practices for the form of code.", "Lint", id="practices, which are called best"),
        pytest.param("Postgres is a database that keeps rows in pages.", "Postgres", id="a tool by its name"),
    ],
)  # fmt: skip
def test_a_sentence_defines(text: str, term: str) -> None:
    assert terms(text) == [term]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sourdough baking is a process that requires patience and a warm kitchen.", id="what it asks for"),
        pytest.param("Mulchmaster is an innovative machine that spreads straw.", id="praise"),
        pytest.param("Spreadly is a platform that empowers growers to reach their full potential.", id="what it does for you"),
        pytest.param("Terra Loam is a Dutch company that sells soil in sacks.", id="a company by its name"),
        pytest.param("Loam Club is a grassroots team that mends gardens, and we're proud of it.", id="words of those who are meant"),
        pytest.param("Wireworm is a newer protocol that hides addresses.", id="what is newer than what stands elsewhere"),
        pytest.param("Garden Reports is a magazine that growers often turn to in spring.", id="who reads it"),
        pytest.param("Taco Barn is a locally-owned group of restaurants that bakes its own bread.", id="a chain by its name"),
        pytest.param("Garden cover is a kit that also includes tools and straw.", id="what goes on from something"),
        pytest.param("The Loam 75 is a sleek keyboard that offers a soft touch.", id="looks"),
        pytest.param("Terroir is a world of its own that started in France.", id="a figure of speech"),
    ],
)  # fmt: skip
def test_a_sentence_only_tells_of(text: str) -> None:
    assert terms(text) == []


@pytest.mark.parametrize(
    ("lang", "text", "term"),
    [
        ("de", "Ein Hochbeet ist ein Kasten aus Holz, der mit Erde gefüllt wird.", "Hochbeet"),
        ("de", "Eine Wärmepumpe ist eine Maschine, die der Umgebung Wärme entzieht.", "Wärmepumpe"),
        ("de", "Unter Mulchen versteht man das Bedecken des Bodens mit Stroh.", "Mulchen"),
        ("de", "Als Grenzkosten bezeichnet man die Kosten einer weiteren Einheit.", "Grenzkosten"),
        ("de", "Die Photosynthese bezeichnet den Aufbau von Zucker aus Licht und Luft.", "Photosynthese"),
        ("fr", "Un pare-feu est un dispositif qui filtre le trafic entre deux réseaux.", "pare-feu"),
        ("fr", "Le compostage est un procédé qui transforme les déchets verts en terreau.", "compostage"),
        ("fr", "On appelle inflation la hausse durable du niveau des prix.", "inflation"),
        ("fr", "Le terme « greffe » désigne l’union de deux plantes.", "greffe"),
        ("es", "Un cortafuegos es un programa que filtra el tráfico entre dos redes.", "cortafuegos"),
        ("es", "La fotosíntesis es el proceso por el que las plantas fabrican azúcar.", "fotosíntesis"),
        ("es", "Se denomina inflación al aumento sostenido de los precios.", "inflación"),
        ("es", "Se entiende por acuífero una capa de roca que guarda agua.", "acuífero"),
        ("ru", "Мульчирование — это укрытие почвы слоем соломы для сохранения влаги.", "Мульчирование"),
        ("ru", "Брандмауэр — это программа, которая проверяет сетевой трафик.", "Брандмауэр"),
        ("zh", "光合作用是指植物利用光能合成糖类的过程。", "光合作用"),
        ("zh", "防火墙是一种监控网络流量的安全系统。", "防火墙"),
        ("zh", "所谓通货膨胀，是指物价水平的持续上涨。", "通货膨胀"),
        ("ja", "光合成とは、植物が光のエネルギーで糖を作る働きのことです。", "光合成"),
        ("ja", "インフレとは、物価が上がり続ける状態をいう。", "インフレ"),
        ("ja", "ファイアウォールとは、通信を監視して不正な接続を防ぐ仕組みである。", "ファイアウォール"),
    ],
)  # fmt: skip
def test_a_sentence_defines_in(lang: str, text: str, term: str) -> None:
    assert terms(text, lang) == [term]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Peter ist ein Gärtner, der seit Jahren in Kassel lebt."),
        ("de", "Ein Garten ist ein guter Ort, an dem man Ruhe findet."),
        ("de", "Das Beet ist ein Teil unseres Gartens, den alle mögen."),
        ("fr", "Marie est une femme qui aime les jardins."),
        ("fr", "Un jardin est un bon endroit où se reposer."),
        ("fr", "La pluie est une chance que nous attendons."),
        ("es", "Juan es un profesor que vive en Sevilla."),
        ("es", "Un jardín es un buen lugar que todos aprecian."),
        ("es", "La lluvia es una gran noticia para todos."),
        ("ru", "Главное — это терпение, которое нужно всем."),
        ("ru", "Сад — это место, где хорошо отдыхать."),
        ("ru", "Москва — это не только столица, которая растёт."),
        ("zh", "这是一种很好的体验的开始。"),
        ("zh", "他是一名来自北京的老师。"),
        ("zh", "旅行是一种最好的学习的方式。"),
        ("ja", "成功とは限らない道を選んだのです。"),
        ("ja", "これとは別の方法があるのです。"),
        ("ja", "東京は大きな町です。"),
    ],
)  # fmt: skip
def test_a_sentence_only_tells_of_something_in(lang: str, text: str) -> None:
    assert terms(text, lang) == []
