"""A slug is what is left of a title in an address: letters that every tool agrees on."""

import pytest

from digest.markdown.slugs import SLUG_LENGTH, make_slug, make_unique_slugs


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        pytest.param("Is AI progress slowing down?", "is-ai-progress-slowing-down", id="a question"),
        pytest.param("Redefining AI’s Purpose", "redefining-ais-purpose", id="an apostrophe joins"),
        pytest.param("../../../escape", "escape", id="no way out of the folder"),
        pytest.param("含金量", "han-jin-liang", id="signs of one syllable each"),
        pytest.param("Привет, мир", "privet-mir", id="another alphabet"),
        pytest.param("?!", "", id="nothing to go by"),
    ],
)
def test_a_slug(title: str, slug: str) -> None:
    assert make_slug(title) == slug


def test_a_long_title_is_cut_at_a_word() -> None:
    slug = make_slug("word " * 40)
    assert len(slug) <= SLUG_LENGTH
    assert slug.endswith("-word")


def test_names_of_one_slug_are_numbered() -> None:
    assert make_unique_slugs(["API", "api", "?", "Index"], fallback="term") == ["api", "api-2", "term", "index-2"]
