"""Small PDFs for tests: pages of lines, each where it is told to stand."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

HEIGHT, LEADING, SIZE = 842, 14, 11  # of a page, from line to line, of the letters; in points
FILLER = "The water stands in the furrows until the frost takes it,"


def a_pdf(*pages: Sequence[tuple[float, float, str]], size: float = SIZE, **stated: str) -> bytes:
    """Pages of lines (left, from the top, words); a line beginning with `# ` is larger and bold."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=(595, HEIGHT), invariant=True)
    canvas.setTitle(stated.get("title", ""))
    canvas.setAuthor(stated.get("author", ""))
    for page in pages:
        for left, top, words in page:
            canvas.setFont(*(("Helvetica-Bold", size * 1.4) if words.startswith("# ") else ("Helvetica", size)))
            canvas.drawString(left, HEIGHT - top, words.removeprefix("# "))
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def a_text(*lines: str, left: float = 72, top: float = 100) -> list[tuple[float, float, str]]:
    """Lines one below another; an empty one leaves a gap."""
    return [(left, top + place * LEADING, line) for place, line in enumerate(lines) if line]
