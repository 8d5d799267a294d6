"""Settings are checked once, at the door; a wrong one names the nearest right one."""

import pytest

from digest.config import Settings, read_settings
from digest.errors import ConfigError


def test_silence_means_the_defaults() -> None:
    assert read_settings({}) == Settings()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param(
            {"relatd": 3}, "mkdocs.yml: plugins.digest.relatd: unknown setting (did you mean related?)", id="a slip"
        ),
        pytest.param(
            {"rights": "some"},
            "mkdocs.yml: plugins.digest.rights: 'some' is not a kind of rights (one of full, excerpt, link)",
            id="a wrong word",
        ),
        pytest.param(
            {"books": "parts"},
            "mkdocs.yml: plugins.digest.books: 'parts' is not a way to read books (one of whole, chapters)",
            id="a way that there is not",
        ),
        pytest.param(
            {"feeds": "https://example.org/feed.xml"},
            "mkdocs.yml: plugins.digest.feeds: 'https://example.org/feed.xml' is not a list of web addresses "
            "(for example [https://example.org/feed.xml])",
            id="one feed",
        ),
        pytest.param(
            {"related": "five"},
            "mkdocs.yml: plugins.digest.related: 'five' is not a whole number (for example 5)",
            id="a number in words",
        ),
        pytest.param(
            {"related": True},
            "mkdocs.yml: plugins.digest.related: True is not a whole number (for example 5)",
            id="yes for a number",
        ),
        pytest.param(
            {"cards": "yes please"},
            "mkdocs.yml: plugins.digest.cards: 'yes please' is neither true nor false (for example false)",
            id="words for yes or no",
        ),
        pytest.param(
            {"seeds": ["a", "b"]},
            "mkdocs.yml: plugins.digest.seeds: ['a', 'b'] is not text (for example seeds)",
            id="two folders",
        ),
    ],
)
def test_a_wrong_setting_says_how_to_mend_it(given: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_settings(given)
    assert str(caught.value) == message
