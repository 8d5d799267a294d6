"""Words that carry grammar rather than a subject, in the languages that sources are mostly written in."""

from __future__ import annotations

_IN_HEADINGS = """
a an and are as at but by for from if in into is it its la le les nor of on onto or our per so that the their to up via
vs was we with without you your von der die das und de des du et en el los las y e do da dos den
"""
_IN_TEXT = """
a about after all also an and any are as at be because been before between both but by can could did do does each even
every for from had has have he her here his how i if in into is it its just like may me might more most much my no nor
not of on one only or other our out over own same she should so some still such than that the their them then there
these they this those through to too under until up upon us very was we were what when where which while who why will
with would you your
der die das und ist in zu den von mit auf für ein eine des dem nicht als auch es an aus
el la los las un una y de del que en es se por con para no lo su le les
et est du au aux pour dans qui sur ne pas plus il elle ce cette
o os as um uma da do em na não com
"""
SMALL_IN_HEADINGS = frozenset(_IN_HEADINGS.split())  # written small in headings that capitalize every other word
SMALL_IN_TEXT = frozenset(_IN_TEXT.split())  # say nothing of what a text is about
