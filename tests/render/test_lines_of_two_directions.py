"""Words that run to the left keep to themselves in a line of ours, and nothing else of the line changes."""

import pytest

from digest.render.filters import apart, join


@pytest.mark.parametrize(
    ("line", "written"),
    [
        pytest.param("Jane Reader · 2 Mar 2024", "Jane Reader · 2 Mar 2024", id="no such words"),
        pytest.param("ليلى حسن", "<bdi>ليلى حسن</bdi>", id="a name"),
        pytest.param("עתיד הספרייה, 2024", "<bdi>עתיד הספרייה</bdi>, 2024", id="a title before a year"),
        pytest.param(
            "both mention دون اتصال and GPT-4", "both mention <bdi>دون اتصال</bdi> and GPT-4", id="words between ours"
        ),
        pytest.param(
            "ليلى حسن. “مستقبل المكتبات: اليوم”. 2024.",
            "<bdi>ليلى حسن</bdi>. “<bdi>مستقبل المكتبات: اليوم</bdi>”. 2024.",
            id="a name and a title, each whole",
        ),
        pytest.param("*ليلى* <b>", "\\*<bdi>ليلى</bdi>\\* &lt;b>", id="signs of Markdown and HTML around them"),
    ],
)
def test_words_that_run_to_the_left_are_set_apart(line: str, written: str) -> None:
    assert apart(line) == written


def test_facts_are_set_apart_one_by_one() -> None:
    assert join(["ليلى", "example.org", "2 Mar 2024"], " · ") == "<bdi>ليلى</bdi> · example.org · 2 Mar 2024"
