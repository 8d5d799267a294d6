"""Which lines of plain text are code that lost its fence, shown on a few lines in many languages."""

from __future__ import annotations

import pytest

from digest.blocks import CodeBlock
from digest.documents import Source
from digest.read.text import read_text

ABOVE = "The keeper of the mill wrote a small program in the winter, so that nobody had to read the gauge by night."
BELOW = "It has run on the same board for nine years, and the board has been under water only twice in that time."


def code_in(text: str) -> list[CodeBlock]:
    whole = f"On mills\n\n{ABOVE}\n\n{text}\n\n{BELOW}\n"
    (document,) = read_text(whole.encode(), Source("seeds/x.txt", "text/plain", "0"))
    return [block for block in document.blocks if isinstance(block, CodeBlock)]


CODE = {
    "python": "import gauge\n\ndef level(at):\n    # the level in metres\n    return gauge.read(at) / 100\n\nprint(level(3))",
    "a short loop": "while True:\n  level = read_gauge()\n  open_weir(level)",
    "javascript": 'const weir = new Weir("upper");\nweir.on("flood", () => {\n  weir.open(); // at once\n});',
    "typescript": "export interface Gauge {\n  name: string;\n  level: number;\n}",
    "c": '#include <stdio.h>\n\nint main(void) {\n    int level = 0;\n    printf("%d", level);\n    return 0;\n}',
    "go": 'func Level(at int) (int, error) {\n\tif at < 0 {\n\t\treturn 0, errors.New("no such gauge")\n\t}\n\treturn at * 2, nil\n}',
    "rust": "fn level(at: usize) -> u32 {\n    let mut sum = 0;\n    for one in 0..at {\n        sum += one;\n    }\n    sum\n}",
    "java": "public class Weir {\n    private int level;\n\n    public int getLevel() {\n        return level;\n    }\n}",
    "ruby": 'def level(at)\n  gauge = Gauge.find(at)\n  gauge.level * 2\nend\n\nputs level(3)',
    "sql": "SELECT name, level\nFROM gauges\nWHERE level > 3\nORDER BY name;",
    "html": '<div class="gauge">\n  <span>3.2</span>\n</div>',
    "css": ".gauge {\n  color: navy;\n  margin: 0 auto;\n}",
    "json": '{\n  "gauge": "upper",\n  "levels": [1, 2, 3],\n  "open": true\n}',
    "yaml": "version: 2\nservices:\n  gauge:\n    image: mill/gauge\n    restart: always\n  weir:\n    image: mill/weir",
    "yaml with a list": "jobs:\n  build:\n    runs-on: linux\n    steps:\n      - uses: mill/checkout\n      - run: make gauge",
    "settings": '[gauge]\nport = 8080\nname = "upper"\nlog_level = debug',
    "one command": "pip install weir-gauge",
    "a prompt": "$ weir status --all",
    "commands with remarks": "# fetch the program\ngit clone mill/gauge.git\ncd gauge\nmake install",
    "a difference": "diff --git a/weir.py b/weir.py\n--- a/weir.py\n+++ b/weir.py\n@@ -1,2 +1,2 @@\n-level = 2\n+level = 3\n print(level)",
    "a log": "2024-03-01 04:00:01 INFO gauge read 3.2\n2024-03-01 04:05:01 WARN gauge silent\n2024-03-01 04:10:01 ERROR gauge lost",
    "a traceback": 'Traceback (most recent call last):\n  File "weir.py", line 3, in <module>\n    open_weir(level)\nValueError: no such gauge',
    "a build file": "FROM debian:12\nWORKDIR /mill\nCOPY . .\nRUN make gauge\nCMD [\"gauge\"]",
    "one statement": 'let gauge = await openGauge("upper");',
    "a tree of files": "mill/\n├── gauge.py\n├── weir.py\n└── data/",
}  # fmt: skip

NO_CODE = {
    "an address": "Mill House\n12 Weir Lane\nOldtown OT3 4XY\nTel: 01234 567890",
    "a letter": "Dear Ann,\n\nthank you for the flour (all of it); we have baked since.\n\nYours,\nBen",
    "a poem": "the water goes\nunder the wheel,\nthe wheel goes round;\nnobody sleeps",
    "names": "Ann Bee\nCarl Dee\nEva Fox\nGus Hill",
    "sums": "E = mc^2\na + b = c\nF = ma",
    "a table": "Year Level Mills\n1900 3.2 14\n1950 2.8 9\n2000 2.1 2",
    "facts": "Author: Ann Bee\nYear: 1999\nPlace: Oldtown\nPages: 120",
    "a recipe": "2 cups flour\n1 tsp salt\n3/4 cup water (warm)\n1 egg (beaten)",
    "talk": '"Is it open?"\n"No."\n"Then open it," he said; "it is late."',
    "prices": "Flour: $4.50\nBread: $6\nTour (adults): $12\nTour (children): $5",
    "hours": "Monday: 9:00-17:00\nTuesday: 9:00-17:00\nSunday: closed",
    "letters to write to": "ann@mill.example\nben@mill.example",
    "places on the web": "https://mill.example/a\nhttps://mill.example/b\nhttps://mill.example/c",
    "a remark in brackets": "(see the map on page 4)",
    "books": "Bee, A. (1999). Mills of the upper valley; a survey. Oldtown Press.\nDee, C. (2004). Weirs (2nd ed.). Oldtown Press.",
    "orders in prose": "go to the mill\nmake a list of the sacks\ncat and dog stay outside",
    "a song": "[Verse 1]\nDown by the weir\n[Chorus]\nRound and round (oh yeah)",
    "quoted lines": "> we open at nine\n> and close at six\n> every day but Sunday",
    "a game": "White: 1. e4 e5\nBlack: 2. Nf3 Nc6\nMill 3 - 2 Weir",
    "hashes": "# The weir\n# The mill",
    "tags": "#mill #weir #flour",
    "questions": "if you want to see it:\nfor example:\nwith a guide:",
    "small keys": "location: oldtown\nopen: weekends only\nprice: free\nparking: at the church",
}  # fmt: skip


@pytest.mark.parametrize("code", [pytest.param(code, id=name) for name, code in CODE.items()])
def test_code_without_a_fence_is_one_block_letter_by_letter(code: str) -> None:
    assert [block.text for block in code_in(code)] == [code.replace("\t", "    ")]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NO_CODE.items()])
def test_no_code_is(text: str) -> None:
    assert code_in(text) == []


def test_code_in_a_text_that_an_editor_wrapped_keeps_its_lines() -> None:
    wrapped = (
        (ABOVE + " " + BELOW).replace(" so", "\nso").replace(" nobody", "\nnobody").replace(" board for", "\nboard for")
    )
    text = f"{wrapped}\n\n    gauge = open_gauge()\n    gauge.read()\n    gauge.close()\n\n{wrapped}\n\n{wrapped}\n"
    (document,) = read_text(text.encode(), Source("seeds/x.txt", "text/plain", "0"))

    code = [block.text for block in document.blocks if isinstance(block, CodeBlock)]

    assert code == ["    gauge = open_gauge()\n    gauge.read()\n    gauge.close()"]


@pytest.mark.parametrize(
    ("code", "language"),
    [
        pytest.param(CODE["python"], "python", id="a function with a colon"),
        pytest.param(CODE["json"], "json", id="what reads as JSON"),
        pytest.param(CODE["a prompt"], "console", id="a prompt"),
        pytest.param(CODE["a difference"], "diff", id="a difference"),
        pytest.param(CODE["settings"], "", id="settings could be of many programs"),
        pytest.param("level = 3;\nopen_weir(level);", "", id="statements that several languages share"),
    ],
)
def test_the_language_of_code_is_named_only_where_it_is_sure(code: str, language: str) -> None:
    assert [block.language for block in code_in(code)] == [language]


def test_the_label_and_the_button_of_a_block_of_code_go() -> None:
    text = f"On mills\n\n{ABOVE}\n\nyaml\nCopy code\n{CODE['yaml']}\nCopy\n\n{BELOW}\n"
    (document,) = read_text(text.encode(), Source("seeds/x.txt", "text/plain", "0"))

    assert [block for block in document.blocks if isinstance(block, CodeBlock)] == [CodeBlock(CODE["yaml"], "yaml")]
    assert [cut.text for cut in document.cut] == ["yaml", "Copy code", "Copy"]
