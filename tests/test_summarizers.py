"""The summarizer that a project names is found, told what the prompt's template makes of the text, and asked once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from digest.analyze.summarizer import Asked
from digest.config import Settings
from digest.errors import ConfigError, SummaryError, TemplateError
from digest.model import Sentence
from digest.summarizers import find_summarizer, render_prompt, summarize_by_llm

ASKED = Asked("Soil", "Soil holds <carbon>.", "en", 2, (Sentence("Soil holds carbon all the year round.", "p1"),))
PACKAGED = (Path(__file__).parent.parent / "templates" / "prompts" / "summary.txt.j2").read_text("utf-8")


def test_our_own_needs_no_finding(tmp_path: Path) -> None:
    assert find_summarizer(Settings(), prompt=PACKAGED, folder=tmp_path) is None


@pytest.fixture
def plugged_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stranger's plug-in as it lies when installed: one function, two lines of metadata. It notes each question."""
    packages, asked = tmp_path / "packages", tmp_path / "asked.txt"
    installed = packages / "shout-1.0.dist-info"
    installed.mkdir(parents=True)
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: shout\nVersion: 1.0\n")
    (installed / "entry_points.txt").write_text("[digest.summarizers]\nshout = shouting:shout\n")
    (packages / "shouting.py").write_text(
        "from digest.model import Sentence\n\n\ndef shout(asked):\n"
        f"    with open({str(asked)!r}, 'a') as notes:\n"
        "        notes.write(asked.prompt + asked.model + chr(10))\n"
        "    return [Sentence(asked.sentences[0].text, asked.sentences[0].at), Sentence('Soil!', '')]\n"
    )
    monkeypatch.syspath_prepend(packages)
    monkeypatch.delitem(sys.modules, "shouting", raising=False)
    return asked


def test_a_stranger_s_plug_in_is_asked_once_for_the_same_text(tmp_path: Path, plugged_in: Path) -> None:
    settings = Settings(summarizer="shout", summary_model="loud")
    answers = []
    for _build in range(2):
        summarizer = find_summarizer(settings, prompt="Sum up {{ title }} by ", folder=tmp_path / "summaries")
        assert summarizer
        answers.append([(one.text, one.at) for one in summarizer(ASKED)])
    assert answers == [[("Soil holds carbon all the year round.", "p1"), ("Soil!", "")]] * 2
    assert plugged_in.read_text() == "Sum up Soil by loud\n"


def test_a_damaged_answer_is_asked_for_anew(tmp_path: Path, plugged_in: Path) -> None:
    summarizer = find_summarizer(Settings(summarizer="shout"), prompt="", folder=tmp_path / "summaries")
    assert summarizer
    first = summarizer(ASKED)
    for file in (tmp_path / "summaries").iterdir():
        file.write_text('[["Soil')
    assert summarizer(ASKED) == first
    assert len(plugged_in.read_text().splitlines()) == 2


@pytest.mark.usefixtures("plugged_in")
def test_a_name_that_nobody_has_is_refused_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        find_summarizer(Settings(summarizer="shoot"), prompt=PACKAGED, folder=tmp_path)
    where = "mkdocs.yml: plugins.digest.summarizer"
    assert str(caught.value) == f"{where}: no summarizer 'shoot' is installed (did you mean shout?)"


def test_the_packaged_prompt_holds_what_a_model_must_know() -> None:
    prompt = render_prompt(PACKAGED, ASKED)
    assert "at most 2 plain sentences, in the language that it is written in (en)" in prompt
    assert prompt.endswith("Title: Soil\n\nText:\nSoil holds <carbon>.")


def test_a_mistake_in_the_prompt_names_its_template() -> None:
    with pytest.raises(TemplateError) as caught:
        render_prompt("{{ author }}", ASKED)
    assert str(caught.value) == "templates/prompts/summary.txt.j2: 'author' is undefined (mend it there)"


def test_a_model_that_does_not_exist_is_a_problem_that_names_the_remedy() -> None:
    pytest.importorskip("llm")
    with pytest.raises(SummaryError) as caught:
        summarize_by_llm(Asked("Soil", "Soil.", "en", 1, model="no-such-model"))
    assert caught.value.mend == "see `llm models`, its key and the network; then build again"
