"""Words that are no part of a term: the small words of a language, vague words and everyday verbs."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.analyze.wording import word_zipf, words_of

COMMON = 5.9  # Zipf; in languages without a list of ours, words from here on are small words
QUANTITY = re.compile(r"[\d.,\-+]+(?:[bmkxs]|bn|mn|th|st|nd|rd|px|kg|km|am|pm)?")  # 175B, 25x, 2010s, 3.5; not 18F
VERB_ENDING = re.compile(r"\w{4}(?:i[sz](?:e|es|ed|ing)|if(?:y|ies|ied|ying))\Z")  # modernize, clarifying

ENGLISH = words_of(  # they join words and name nothing
    """
    a about above across after afterwards again against ago ah al albeit all almost alone along already also
    although always am amid among amongst an and another any anybody anyhow anymore anyone anything anyway
    anywhere apart are aren't around as aside at away back be became because become becomes becoming been
    before beforehand behind being below beneath beside besides between beyond both but by came can can't
    cannot come comes coming could couldn't d despite did didn't do does doesn't doing don't done down dr
    due during e.g each eg either else elsewhere enough eq eqs et etc even ever every everybody everyone
    everything everywhere except few fewer fig figs for from further furthermore gave get gets getting give
    given gives giving go goes going gone got gotten had hadn't has hasn't have haven't having he he'd he'll
    he's hence her here hereby hers herself hi him himself his how however i i'd i'll i'm i've i.e ie if in
    indeed instead into is isn't it it'd it'll it's its itself just keep keeps kept least less lest let
    let's lets like likewise ll m made make makes making many may maybe me meanwhile might mine more
    moreover most mostly mr mrs ms much must my myself namely neither never nevertheless no nobody none
    nonetheless nor not nothing now nowhere of off often oh ok okay on once one ones only onto or other
    others otherwise ought our ours ourselves out outside over own per perhaps please put puts quite rather
    re really ref refs s said same saw say saying says sec see seeing seen sees shall shan't she she'd
    she'll she's should shouldn't since so some somebody somehow someone something sometimes somewhat
    somewhere soon still such t take taken takes taking tell tells than that that's the their theirs them
    themselves then thence there there's thereby therefore these they they'd they'll they're they've this
    those though through throughout thus to together told too took toward towards two under unless until
    unto up upon us use used uses using usually ve versus very via vs was wasn't we we'd we'll we're we've
    well went were weren't what what's whatever when whence whenever where where's whereas whereby wherever
    whether which whichever while who who's whoever whole whom whose why will with within without won't
    worth would wouldn't yes yet you you'd you'll you're you've your yours yourself yourselves
    """
)

VAGUE = words_of(  # they could stand in any text
    """
    a.m. gb gbps ghz gib hz kb kbps kg khz km kwh lb lbs mb mbps mg mhz mib ml mm oz tb
    able actual ago aim aims amount amounts answer answers apr april article articles aug august author
    authors avenue beginning best better big bigger biggest billion billions bit blog bottom case cases
    certain clear clearly common complete considerable corp couple current d.c. day days dec december
    different difficult earlier early easier easy eight end ends entire especially everybody everyone exact
    example examples exciting extra fact feb february few figure final fine first five following form former
    forms four friday full fun goal goals good great greater guy guys half happy hard harder hello high
    higher hour hours huge hundred hundreds idea ideas important inc instance interesting issue issues jan
    january jul july jun june key kind kinds large larger largest last late later latest latter likely
    little ll long longer lot lots low lower ltd main major maker mar march matter mean means mere middle
    million millions minute minutes moment moments monday month months necessary new newer newest next nice
    nine none nov november number numbers numerous nw obvious oct october old older only original overall
    p.m. page pages paper papers part particular past people perfect person piece pieces plenty point points
    possible post posts present previous proper question questions quick read reader readers reads ready
    real reason reasons recent relevant remarkable respective rest right role roles saturday second section
    sep sept september set sets seven several sheer short side sides significant similar simple single six
    small smaller smallest someone sort sorts special specific street strong such suite sunday sure sw table
    ten tens term terms thank thanks thing things third thousand thousands three thursday time times tiny
    today tomorrow tonight top total true tuesday twice type types typical u.k. u.s. unlikely upcoming
    useful usual various vast way ways wednesday week weeks welcome whole wide wonderful word words worse
    worst wrong year years yesterday
    """
)

VERBS = words_of(  # in all their forms
    """
    accept accompany accomplish accumulate achieve acquire activate add address adjust adopt affect agree allow allocate announce apologize appear
    apply appreciate approach argue arise arrive ask assemble assess assist assume attempt avoid await base believe
    belong benefit borrow breathe bring build bury buy calculate call capture care carry cause celebrate change characterise
    characterize check choose clarify collect combine compare compete complain comprise concern conclude
    conduct confirm connect consider consist constitute contain continue contribute convince cope correspond
    crave create dare deal decide decorate decrease deduct deem defer define deliver demonstrate depend depict derive
    describe deserve determine develop differ disappear discard discover discuss display distinguish divide doubt
    drive earn elaborate eliminate emerge emphasize employ enable encounter encourage enhance enjoy enroll
    ensure entail enter establish evolve examine exceed exclude exhibit exist expect explain explore express
    extend face fail fall favor feel figure fill find fix focus follow force gain gather generate grow
    happen hear help hesitate highlight hope identify illustrate imagine imply improve include incorporate
    incur increase inflate indicate influence inform insist insert inspect intend interact interrupt introduce invent investigate invite involve
    join justify know lack launch lead learn leave lend leverage lie limit listen live locate look lose love
    maintain manage mark meet mention modify motivate move need neglect negotiate notice obey observe obtain occur
    offer omit onboard operate overcome participate perform permit persist plan play pose possess predict
    prefer prepare present prevent prioritize proceed produce prohibit promise promote propose protect prove
    provide pursue qualify quantify raise reach react realise realize reason recall receive recognise recognize
    recommend reconsider redesign reduce refer reflect refuse regard reject relate rely relocate remain remember
    remind remove repeat replace report represent require resemble resolve respond restrict result retain
    rethink reuse reveal run satisfy seek seem select send serve share shift show showcase simplify sit
    solve speak specialize specify spend stand start state stay stem stop streamline strengthen strive struggle study
    submit subscribe suffer suggest suit support suppose surround sustain talk teach tend thank think tie treat
    trigger try turn uncover undergo understand undertake unpack utilise utilize vary verify visit wait wake walk want
    warn watch win wish wonder write yield
    """
)

DOING = words_of(  # nouns too, or not: only their forms in -ed
    """
    accelerate accuse admire advise afford alter amplify anticipate arrange assert assign assure attach
    attack attract attribute augment balance beat boast boost bother cite claim climb codify command commit
    communicate compel compensate compile confront confuse conquer consume contradict contrast correct cost
    count craft criticize critique cross damage decline dedicate defend defy degrade delay delete deliberate
    demand deny derail detect deteriorate devote dictate dismiss dispute disrupt distract distribute
    document dominate donate double drag drop dump echo embrace empower endorse engage entice equip escape
    estimate evaluate evoke exhaust expand experience exploit facilitate fade favour feed finish flip forbid
    forge foster found frame frustrate fuel fulfill fund govern grab grant greet guarantee guess guide
    hamper handle harm hide hinder hire hit hold host ignite ignore impede implement impose impress inherit
    inhibit inspire install instruct interpret interview invest irritate isolate judge jump kick kill label
    land last lessen lift lobby lock log match mature measure merge migrate mirror misunderstand modernise
    monitor navigate necessitate nudge number obscure optimize orient originate outline outpace outperform
    outweigh overhaul overlook oversee overwhelm own partner pass patch peak persuade pick pinpoint plague
    pledge plot poll ponder populate position post pour praise preach precede preclude press pretend probe
    proclaim propel prosper publish pull punish push question quit race rank rate reassure rebuild reckon
    reconcile record recover recruit rectify redefine redirect reframe regain reinforce reinvent release
    relieve render renew repair reserve reshape resist resort resume resurface reverse review revise revive
    revolve reward ride rob rule rush sacrifice scare scramble screen secure seize separate settle shape
    shed shrink signal skip slip smooth soften span spark spell split spot spread spur squash squeeze
    stagnate steer stick stifle stimulate stir store stress stretch strip submit substitute subvert succeed
    summarize supply surprise survive suspect swap sweep switch tackle tailor target thrive throw tighten
    touch track trade transform translate transmit treat tweak underestimate underline undermine underscore
    unfold unite unlock unveil update uphold urge vanish view violate void volunteer vote warrant waste
    weaken weigh widen withdraw withhold witness wrap wreck wrestle zoom
    """
)

IRREGULAR = words_of(  # forms of verbs
    """
    arose ate began begun bought broke broken brought built chose chosen drawn drew driven drove fallen fell
    felt forgot forgotten fought found grew grown heard held hid hidden knew known laid lain led left lent
    lost lying meant met paid ran risen rose sat sent showed shown sold sought spent spoke spoken stood
    struck stuck taught thought threw thrown undergone understanding understood underwent woke won wore
    written wrote
    """
)

ALWAYS_VERBS = words_of(  # forms that are hardly ever nouns
    """
    accelerate accelerates accelerating attribute augment augmenting augments conquer conquering conquers
    defies defy defying degrade degrades degrading detailing disrupt disrupting disrupts distract
    distracting distracts dominate dominates dominating embrace embraces embracing empower empowering
    empowers evaluate evaluates expand expanding expands experiencing facilitate facilitates facilitating
    foster fostering fosters guarantee guaranteeing guarantees handles ignore ignores ignoring implement
    implementing implements inspire inspires inspiring lag lagging lags navigate navigates navigating
    outlining outperform outperforming outperforms outweigh outweighing outweighs overwhelm overwhelming
    overwhelms redefining reframing reimagining reinventing resurface resurfaces resurfacing revisiting
    shrink shrinking shrinks span spanning spans spark sparking sparks tackle tackles tackling thrive
    thrives thriving translates translating undermine undermines undermining underscore underscores
    underscoring unlock unlocking unlocks unpacking
    """
)

NOUNS_IN_ING = words_of(  # forms of verbs above that name things
    """
    building learning meeting planning reasoning reporting running sharing writing
    """
)

NOUNS_AS_VERBS = words_of(  # likewise
    """
    approach approaches attempt attempts base bases benefit benefits care cause causes change changes check
    checks concern concerns display displays drive figure focus force forces influence launch lead leads
    limit limits look love mark marks need needs offer offers plan plans play present promise reason report
    reports result results run share shift shifts start state states stem studies study suit support talk
    talks visit visits yield yields
    """
)

ADVERB_LIKE_NOUNS = words_of(  # in -ly, but no adverbs
    """
    ally anomaly assembly bully butterfly daily elderly family fly friendly italy jelly july lily monopoly
    monthly only poly quarterly reply scholarly supply weekly
    """
)

NOUNS_LIKE_VERBS = words_of(  # in -ise, but no verbs
    """
    advertising compromise compromises enterprise enterprises exercise exercises expertise franchise
    franchises merchandise noise otherwise premise premises promise promises surprise surprises treatise
    """
)


@lru_cache(maxsize=100_000)
def is_boundary(word: str, lang: str) -> bool:
    """Whether a lower-case word ends a phrase: no term holds it."""
    if lang != "en":
        return word_zipf(word, lang) >= COMMON or bool(QUANTITY.fullmatch(word))
    if word in ENGLISH or word in VAGUE or word in _verb_forms() or QUANTITY.fullmatch(word) or len(word) == 1:
        return True
    if word.endswith("ly"):
        return len(word) > 4 and word not in ADVERB_LIKE_NOUNS
    return bool(VERB_ENDING.search(word)) and word not in NOUNS_LIKE_VERBS


def is_small_word(word: str, lang: str) -> bool:
    """Whether a lower-case word carries no subject by itself, so that counting it tells nothing."""
    if lang != "en":
        return word_zipf(word, lang) >= COMMON
    return word in ENGLISH


@lru_cache(maxsize=1)
def _verb_forms() -> frozenset[str]:
    forms = {form for verb in VERBS for form in _inflect(verb)}
    forms |= {form for verb in DOING for form in _inflect(verb) if form.endswith("ed")} | ALWAYS_VERBS
    return frozenset((forms | IRREGULAR) - NOUNS_IN_ING - NOUNS_AS_VERBS | {"present"})


def _inflect(verb: str) -> set[str]:
    if verb.endswith("e"):
        return {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in "aeo":
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    doubled = verb + verb[-1]
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return {verb, verb + ending, verb + "ed", verb + "ing", doubled + "ed", doubled + "ing"}
