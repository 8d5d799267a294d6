"""How surely a single line is code: by its statement, block, tag, entry, command or record."""

from __future__ import annotations

import re

ALONE = 3  # nothing but code looks so, wherever it stands
STRONG = 2  # beside another such line
FAIR = 1  # among several

COMMANDS = (
    r"(?:npm|npx|yarn|pnpm|pip3?|pipx|uv|poetry|git|docker(?:-compose)?|podman|kubectl|helm|terraform|apt(?:-get)?|brew|dnf|yum|snap|cargo|rustup|"
    r"gem|bundle|composer|dotnet|mvn|gradle|conda|systemctl|curl|wget|ssh|scp|rsync|chmod|chown|mkdir|cd|ls|cp|mv|rm|cat|grep|sed|awk|tar|echo|export|"
    r"source|python3?|node|deno|bun|ruby|php|java|go|make|cmake|gcc|clang|psql|mysql|redis-cli|ffmpeg|aws|gcloud|az|gh|hugo|jekyll|mkdocs)"
)
SUBCOMMANDS = (
    r"(?:install|uninstall|add|clone|commit|push|pull|fetch|checkout|rebase|merge|branch|status|init|run|exec|build|test|start|stop|restart|enable|"
    r"update|upgrade|publish|deploy|apply|get|create|delete|mod|new|up|down|compose|config|login|dev|serve)"
)
ARGUMENT = r"(?:--?\w[\w-]*|\.{0,2}/\S*|~/\S*|\S*[/=@$*]\S*|[\w-]+\.\w{1,5})(?=\s|$)"
TYPES = r"(?:int|float|double|char|bool|boolean|void|string|String|long|short|unsigned|auto|size_t|u?int\d+_t|var|let|const|val|mut|final|static|my|local)"
ACCESS = r"(?:(?:public|private|protected|internal|static|final|abstract|async|export|default|override|inline|virtual|pub|extern)\s+)"
QUOTED = r"(?:\"[^\"]*\"|'[^']*'|`[^`]*`)"

SHAPES = (
    (ALONE, re.compile(
        rf"\$ (?:sudo )?[a-z./~][\w./~-]*(?:\s.*)?|\w[\w.-]*@[\w.-]+:[~/][^\s]*\s?[$#] .*|PS [A-Z]:\\\S*> .*|>>> .*"
        rf"|(?:sudo |\w+=\S+ )?{COMMANDS} (?:{SUBCOMMANDS}(?=\s|$)|{ARGUMENT}).*"
        r"|#include\s*[<\"].*|#!/.*|#(?:define|ifdef|ifndef|pragma)\b .*|from [\w.]+ import \S.*|import .*\bfrom ['\"].*['\"];?|<!doctype\b.*|<\?(?:xml|php)\b.*|@@ -\d.* @@.*|diff --git .*"
        rf"|(?:async )?def \w+\(.*(?:\)(?:\s*->.*)?:|,)|{ACCESS}*(?:func|fn|function\*?)\s+(?:\([^)]*\)\s*)?\w+[<(].*"
        rf"|{ACCESS}+(?:class|interface|struct|enum|trait|void|{TYPES}|[A-Z]\w*)\b[^.]*[({{;]"
        r"|(?:\w+\.)+\w+\(.*\)\s*;|(?:await |return |throw |new )?[\w.$]+\(.*\)\s*;|Traceback \(most recent call last\):|File \".*\", line \d+.*|at [\w.$<>/]+\s?\(.*:\d+\)"
        rf"|{ACCESS}*{TYPES}(?:\s+{TYPES})*[\s*&]+[\w$]+(?:\s*:\s*[\w<>\[\]?.]+)?\s*(?:=\s*\S.*|(?:\[\w*\])?\s*;)|(?:var|let|const) [\[{{]\s*\w.*=\s*\S.*"
    )),
    (STRONG, re.compile(
        r"[^\"“”]*[)\]>=:\w\"'*]\s*\{(?:\s*\|[\w, ]+\|)?|(?:\}|\)).*[{;]|[^{}]*\{[^{}]*\}\s*[;,]?(?<![A-Za-z]{4}\})"
        rf"|[\w.$\[\]\"'*&>@-]+\s*(?::=|=|\+=|-=|==|=>|<-)\s*\S.*;|.*[\w)\]\"'}}]\s*\)\s*;|return\b[^.?!]*;|(?:break|continue|pass|fi|done|esac|\}} while\b.*);?|package [\w.]+;|using [\w.]+;|import [\w.*]+;"
        rf"|(?:[\w.$]*(?:[_.$\[]\w*|[a-z][A-Z]\w*)\]?)\s*(?::=|=|\+=|-=|=>|<-)\s*\S.*|[\w.]+\s*(?::=|=|\+=|=>)\s*(?:{QUOTED}|new\s+\w+.*|[\w.]+\(.*\)?|[\[{{].*|(?:true|false|null|None|True|False|nil)[,;]?)"
        rf"|(?:[\w$]+\.)*\w*[a-z]_\w+\(.*\)|(?:[\w$]+\.)+\w+\((?:.*{QUOTED}.*)?\)"
        rf"|</?[a-zA-Z][\w:-]*(?:\s+[\w:@.-]+(?:=(?:{QUOTED}|\S+))?)*\s*/?>.*|<!--.*|{QUOTED}\s*:\s*(?:{QUOTED}|[\[{{].*|[\d.-]+|true|false|null|\w+)\s*,?"
        r"|(?:(?:el|else )?if|while|switch|for|foreach|unless|except|with|elsif) ?\(?.*[=<>(!\[].*(?::|\bthen|\bdo)|(?:if|while|for) .*; (?:then|do)|(?:else|try|finally|begin|ensure|do|default)\s*[:{]|(?:while|loop)\b ?\(?(?:[Tt]rue|1)?\)?\s*[:{]|case .+:|class [A-Z]\w*(?:\(.*\))?:|def \w+[?!]?(?:\(.*\))?|import \w+(?:\.\w+)*(?: as \w+)?|@\w+(?:\.\w+)*\(.*\)"
        r"|\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*\]?.*\b(?:INFO|WARN(?:ING)?|ERROR|DEBUG|FATAL|TRACE|NOTICE)\b.*|(?:\+\+\+|---) [ab]/.*|index [0-9a-f]{7,}\.\.[0-9a-f]{7,}.*|[│|]?\s*[├└]──.*"
        r"|(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE (?:TABLE|INDEX|VIEW)|ALTER TABLE|DROP TABLE)\b .*|(?:FROM|(?:LEFT |INNER |RIGHT )?JOIN|WHERE|GROUP BY|ORDER BY|VALUES|LIMIT)\b ?[\w(\"'`].*;?"
        r"|(?:FROM|RUN|COPY|WORKDIR|ENTRYPOINT|CMD|EXPOSE|ENV) [\w./\[:\"-]+.*|\w[\w.-]*\([^()]*\)\s*\{.*"
    )),
    (FAIR, re.compile(
        rf"[\w.$\[\]\"'*&>@-]+\s*(?::=|=|\+=|-=|==|=>|->)\s*\S.*|[\w.$]+\(.*\)?[;:,]?|[)}}\]]+[)}}\]\s]*[;,]?\)?[;,]?|[{{\[(]+|//.*|/\*.*|\*/|{QUOTED}\s*,|[a-z][\w.-]*:(?:\s+[^\s.].*)?|\w+:\s.*,|\S+://\S+:\d+\S*|\.[a-z]\w*\(.*"
        r"|(?:/|~/|\.{1,2}/|[A-Z]:\\)[\w.@-]+[\w./\\@-]*|\[{1,2}[\w.\" -]+\]{1,2}|(?:return|raise|throw|yield|await|print|puts|end|else|try|do|then|begin)\b[^.?!]{0,60}|(?:\w+\.)*\w*(?:Error|Exception)\b:? .*|[+-]\s.*[{};()=]|@\w+|[\w.-]+/"
    )),
)  # fmt: skip
TRAILING = re.compile(r"(?<=[\w;,{}()\[\]\"'])\s+(?://|#|--|/\*)\s.*$")
PROSE = re.compile(
    r"\b(?:the|a|an|is|are|was|of|to|and|und|der|die|le|la|et|que|el)\b.*[.!?:]$|^[“\"‘]?[A-Z][a-z’']+(?:\s[a-z’']+){4}"
)
SMALL = re.compile(
    r"\b(?:the|a|an|is|are|was|were|of|and|that|this|it|you|your|we|our|they|he|she|his|her|my|und|der|die|das|ist|le|la|les|et|que|el|los|una?)\b",
    re.IGNORECASE,
)
MAX_SMALL = 2  # small words of prose outside quotation marks and comments
SPOKEN = re.compile(QUOTED)
CAPITAL = re.compile(r"[\"“‘(]?[A-Z]")


def rate_code(text: str) -> int:
    """ALONE, STRONG or FAIR for a line that looks like code; 0 for any other."""
    bare = TRAILING.sub("", text.strip())
    if not bare or (_speaks(bare) and not bare.startswith(("//", "$ ", ">>> "))):
        return 0
    return next((rate for rate, shape in SHAPES if shape.fullmatch(bare)), 0)


def is_prose(text: str) -> bool:
    """True for a line that is a sentence or a name rather than a part of code."""
    bare = text.strip()
    return bool(PROSE.search(bare) or _speaks(bare) or (CAPITAL.match(bare) and bare == text))


def _speaks(text: str) -> bool:
    """True where the small words of prose stand outside quotation marks."""
    return len(SMALL.findall(SPOKEN.sub("", text))) > MAX_SMALL
