"""Talk keeps who speaks with the words, each turn apart; what only looks like talk stays as it is."""

from __future__ import annotations

import pytest

from digest.blocks import Heading, Paragraph, Strong, plain_text
from digest.documents import Document, Source
from digest.read.text import read_text

WORDS = "The pump runs for a minute and stops, and nobody has found out why it does so only at night."


def read(text: str) -> Document:
    (document,) = read_text(text.encode(), Source("seeds/x.txt", "text/plain", "0"))
    return document


def speakers(document: Document) -> list[str]:
    opened = [block.children[0] for block in document.blocks if isinstance(block, Paragraph)]
    return [plain_text(inline.children) for inline in opened if isinstance(inline, Strong)]


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        pytest.param(["You said:\n", "ChatGPT said:\n"], ["You said:", "ChatGPT said:"], id="a shared chat"),
        pytest.param(["User: ", "Assistant: "], ["User:", "Assistant:"], id="labels before the words"),
        pytest.param(["**User:** ", "**Claude:** "], ["User:", "Claude:"], id="bold labels"),
        pytest.param(["Ada Holm  9:02 AM\n", "Bo Lind  9:04 AM\n"], ["Ada Holm", "Bo Lind"], id="names and hours"),
        pytest.param(["[10:42] <ada> ", "[10:43] <bo> "], ["[10:42] <ada>", "[10:43] <bo>"], id="a relay chat"),
        pytest.param(
            ["[04.06.24, 09:02] Ada: ", "[04.06.24, 09:03] Bo: "],
            ["[04.06.24, 09:02] Ada:", "[04.06.24, 09:03] Bo:"],
            id="a messenger's export",
        ),
        pytest.param(["Ada: ", "Bo: "], ["Ada:", "Bo:"], id="a talk written out"),
        pytest.param(
            ["ada\nMember\nPosts: 12\n#1\n", "bo\nModerator\nPosts: 2,100\n#2\n"], ["ada", "bo"], id="posts of a forum"
        ),
    ],
)
def test_who_speaks_is_kept(labels: list[str], shown: list[str]) -> None:
    document = read("".join(f"{label}{WORDS}\n\n" for label in labels * 2))

    assert speakers(document) == shown * 2
    assert not [block for block in document.blocks if isinstance(block, Heading)]


def test_the_buttons_of_a_chat_go() -> None:
    turns = [f"You said:\n{WORDS}\nChatGPT said:\nThought for 4 seconds\n{WORDS}\nCopy\n"] * 2

    document = read("The pump\n\n" + "".join(turns) + "ChatGPT can make mistakes. Check important info.\n")

    why = "a button or a notice of the chat"
    assert [(cut.text, cut.why) for cut in document.cut] == [
        ("Thought for 4 seconds", why),
        ("Copy", why),
        ("Thought for 4 seconds", why),
        ("Copy", why),
        ("ChatGPT can make mistakes. Check important info.", why),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"RAG: {WORDS}\nMoE: {WORDS}\nLoRA: {WORDS}\nMCTS: {WORDS}\n", id="a glossary"),
        pytest.param("Opening 9:00\nCoffee break 10:30\nCoffee break 15:00\nClosing 17:30\n", id="a timetable"),
        pytest.param(f"User: {WORDS}\nAssistant: {WORDS}\n", id="one question and its answer"),
    ],
)
def test_what_only_looks_like_talk_has_no_speakers(text: str) -> None:
    assert speakers(read(f"The old pump\n\n{text}")) == []
