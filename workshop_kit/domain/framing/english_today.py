"""What English tells in the present: a state somebody wants, or how things are; and what is to be done to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing import english_words as lexicon
from workshop_kit.domain.framing.clauses import Clause, Form
from workshop_kit.domain.framing.english_verbs import PREPOSITIONS
from workshop_kit.domain.framing.measures import Measure, Sort
from workshop_kit.domain.framing.people_words import ENGLISH_BODIES, ENGLISH_PEOPLE
from workshop_kit.domain.framing.weights import Evidence
from workshop_kit.domain.framing.words import Word, list_plain

#: Whoever acts for others: what they should do is a means, or an effort.
AGENTS: Final = lexicon.BODIES | list_plain(
    "department panchayat parliament ministry minister agency office trust corporation landlord developer railway "
    "commission commissioner mayor cabinet executive assembly senate canton prefecture municipality borough diocese "
    "operator contractor utility union federation chamber foundation partnership forum alliance coalition consortium "
    "library museum university college police nhs hospital committee councillor mp leader planner official officer "
    "governor treasurer chair chairman bishop parish station rail network company firm supermarket bank charity "
    "somebody someone you they trustee manager organiser organizer"
)
#: Verbs that are means and states as well, said of what is to be: "shall be open", "will run".
_BOTH_WAYS: Final = list_plain(
    "open close run hold sell stand cover meet set start clean make add get extend employ pay charge house train teach "
    "record give serve"
)
_OBLIGED: Final = re.compile(
    r"\b(?:(?:have|has|need|needs|ought) to be|(?:should|must|shall|will|could|can|might|would) (?:\w+ly |also |all |"
    r"now )?be|(?:is|are) to be)\b"
)
_ONE_MADE: Final = {
    "held": "hold", "built": "build", "set": "set", "run": "run", "made": "make", "bought": "buy", "put": "put",
    "dug": "dig", "laid": "lay", "sold": "sell", "paid": "pay", "taught": "teach", "lent": "lend", "sown": "sow",
    "given": "give", "sent": "send", "written": "write", "hung": "hang", "drawn": "draw", "hired": "hire",
}  # fmt: skip
_INTO: Final = re.compile(r"\b(?:turn|turned|convert|converted|transform|transformed|make|made|change|changed)\b")
#: What people ask for, from whoever may give it.
_REQUESTING: Final = list_plain(
    "request ask apply seek demand propose suggest recommend call press petition lobby campaign bid advocate need want"
)

#: Verbs that complain, boast or judge, whoever does it.
_COMPLAINED: Final = list_plain(
    "struggle dump foul crumble rot decay decline fade disappear vanish flock crowd clog choke smell stink leak "
    "break refuse miss ignore complain worry argue quarrel drift emigrate leave close look seem appear sound "
    "matter deserve depend rely belong mean shape tend concern consist contain include lie lack lose suffer wither "
    "shrink grow rise decline race speed roar thunder rattle idle queue scramble fight litter vandalise spoil ruin "
    "destroy pollute poison damage harm threaten frighten scare annoy disturb block obstruct fail forget neglect waste "
    "abandon dwindle stagnate collapse erode crack sag peel rust flood overflow spill drag remain boast pride love "
    "like hate prefer think believe feel say tell know hope wish want need expect deny claim admit cost charge owe "
    "date exist occur happen come hang loom haunt divide isolate exclude burden bother consume account represent "
    "die drown starve freeze shiver sweat breathe stare bark roam prowl invade nest_in dominate surround overlook"
)
_TOPICS: Final = list_plain(
    "culture sport sports music art arts democracy tradition heritage nature history education housing tourism "
    "technology innovation kindness solidarity respect diversity equality faith love hope trust truth knowledge "
    "problem issue question concern priority challenge subject topic matter reason fact report study survey paper "
    "article book film plan strategy policy law chapter document speech story photo picture painting exhibition "
    "society generation world country i we he she it they this that these those there my mine"
)
_BADLY: Final = re.compile(
    r"\b(?:badly|poorly|rarely|hardly|barely|seldom|scarcely|late|dirty|ugly|rude|grim|bleak|dull|tired|shabby|"
    r"un(?!der|til|ited|ique|iform|assisted|aided|accompanied|escorted|harmed|hurt|broken|interrupted|"
    r"locked|spoilt|spoiled|polluted|treated)\w{4,}(?:ed|ing|able|ible|ful|ly|safe|fair|equal)?|"
    r"in vain|at risk|in danger|out of control|too|only|just|mostly|often|sometimes|usually|frequently|still not|"
    r"more and more|more|less|worse|better|faster|slower|earlier|than|the same|go(?:es)? (?:up|down)|in a mess|in "
    r"ruins|to waste|up in|"
    r"acute|severe|serious|critical|urgent|alarming|worrying|growing|rising|fragile|vulnerable|slow|costly|expensive|"
    r"dear|hard|difficult|impossible|dangerous|polluted|crowded|noisy|broken|rotten|bad|weak|scarce|rare|"
    r"struggling|declining|shrinking|ageing|aging|neglected|stranded|behind|nowhere|down|not|n't|no idea|without (?:a "
    r"plan|warning|a word|asking|permission|notice|reason)|"
    r"like (?!the (?:rest|others)|any(?:one|body)|every(?:one|body)|all|those|"
    r"other)|as if|instead|every (?:summer|winter|year|time)|on us|"
    r"our (?:lives|identity|community|future|history)|important|precious|beautiful|lovely|wonderful|proud|famous|"
    r"at the heart|part of)\b"
)
_CONCERN: Final = re.compile(
    r"^(?:is|are) something (?:we|you|that|everyone|everybody|they|to|for)\b|"
    r"\b(?:is|are|remains?|stays?|becomes?|has become|have become) (?:still |also |now |always )?(?:a|an|the|our|my|"
    r"one of|everyone's|everybody's|among|\w+'s)\b[\w' -]{0,40}?\b"
    r"(?:concerns?|issues?|problems?|priority|priorities|worry|worries|questions?|challenges?|subjects?|topics?|themes?"
    r"|mystery|barriers?|obstacles?|nightmare|disgrace|scandal|headaches?|matters?|key|focus|talking points?|"
    r"complaints?|shame|joke|asset|treasure|gem|lifeblood|backbone|cornerstone|strength|opportunity|responsibility)\b"
)
#: What is done well, or so, said with "is" and "are".
_SO: Final = re.compile(
    r"(?:able to|free (?:to|of|from)|clear of|rid of|(?!good|bad|hard|long|tough|sad)\w+ enough\b|born|hatched|"
    r"reared|fledged|as (?!bad|poor|slow|dear)\w+ as|safe (?:to|for)|"
    r"fit (?:to|for)|clean enough|"
    r"open (?:to|until|till|on|every|from|at|by|all|seven|six|five|daily)|within|on (?:duty|call|hand|time|site|show|"
    r"foot)|at (?:work|hand|home)|in (?:work|school|training|education|"
    r"jobs?|employment|reach|place|use)|back (?:in|on|at|to)|to be (?:found|had|seen|heard|caught)|available|reachable|"
    r"accessible|step-free|traffic-free|smoke-free|dry|drinkable|swimmable|walkable|affordable|"
    r"(?:classed|rated|graded|certified|ranked|staffed|answered|repaired|mended|fixed|cleared|cleaned|emptied|treated|"
    r"settled|resolved|filled|occupied|housed|rehoused|lit|heated|insulated|restored|reopened|recycled|reused|"
    r"composted|collected|returned|delivered|refunded|protected|linked|connected|served|equipped|shaded|sheltered|"
    r"greeted|welcomed|accompanied|escorted|registered|enrolled|employed|processed|acknowledged|tested|screened|"
    r"vaccinated|powered|fed|seen|met|heard|taught|kept|run|grown|bought|sourced|caught|cooked|made|sold|let)\b)"
)
_TOPIC_HAD: Final = list_plain(
    "problem issue question need right potential future role part history reputation charm story impact chance duty "
    "say difficulty trouble reason idea lot tradition talent character "
)


def brings_means(words: Sequence[Word], clause: Clause, head: frozenset[str], told: str, *, people: bool) -> bool:
    """Say whether it is told what should be made or done: "sensors have to be fitted"."""
    before = " ".join(word.plain for word in words[max(0, clause.verb - 3) : clause.verb])
    if _OBLIGED.search(f"{before} {told}") and clause.lemma in {"be", "have", "need"} | _read_made(words, clause):
        made = _made(words, clause)
        return bool(made & lexicon.MEANS - _BOTH_WAYS) and not people
    if (
        words[clause.verb - 1].plain == "to"
        and words[clause.verb - 2].lemma in _MEANING_TO
        and clause.form is not Form.ORDER
    ):
        return clause.lemma in lexicon.MEANS - {"open", "close", "run", "meet"}
    schools = told.startswith(("should", "ought", "must", "could", "needs")) and head & _SHOULD
    one = clause.verb + 1 < len(words) and words[clause.verb + 1].plain in _ONE_OR_SO
    hosts = clause.lemma in _HOSTING or (one and clause.lemma in lexicon.MEANS)
    serving = hosts and bool(head & (ENGLISH_BODIES | _SERVING)) and not head & {"every", "each", "all", "no"}
    if clause.form is not Form.WISH or not (head & AGENTS or schools or serving):
        return False
    after = words[clause.verb + 1].plain if clause.verb + 1 < len(words) else ""
    if schools and clause.lemma == "have":
        return after in {"a", "an", "two", "three", "more", "another", "its"}
    into = _INTO.match(words[clause.verb].plain) is not None and "into" in told.split()
    given = bool(schools) and after.isalpha() and after not in {"be", "do", "to", "with", "in", "on", "for", "at"}
    given = given or after in _OBJECTS or after[:1].isdigit() or _names_several(words, clause)
    run = one and clause.lemma == "run"
    return into or run or (clause.lemma in lexicon.MEANS - {"open", "close", "run", "meet"} and given)


#: Bodies that do or get something; what they should do is a means.
_SHOULD: Final = list_plain(
    "school employer shop club pub garage farm business supermarket restaurant bakery factory cinema theatre gym gp "
    "surgery practice nursery academy church mosque temple parent volunteer trader shopkeeper developer landlord"
)
_ONE_OR_SO: Final = list_plain("a an free weekly monthly fortnightly new two three four regular another")
_SERVING: Final = list_plain(
    "school club pub clinic surgery practice nursery academy church mosque temple museum theatre cinema library hall"
)
_MEANING_TO: Final = list_plain(
    "propose plan intend aim hope want wish mean offer promise decide agree like undertake ask"
)
_OPINIONS: Final = list_plain(
    "know say think feel believe agree want love hate complain remember talk wonder see hear guess suspect admit recall"
)
_TOLD: Final = re.compile(r"\b(?:is|are|was|were|has|have|will|won't|can't|need|needs|should|must|how|why|what|that)\b")


def is_opinion_of_all(clause: Clause, head: frozenset[str], told: str) -> bool:
    """Say whether all are said to know or think something: "everybody knows the high street is dying"."""
    everyone = head & {"everybody", "everyone", "people", "we", "nobody"}
    return bool(everyone) and clause.lemma in _OPINIONS and clause.form is Form.STATEMENT and bool(_TOLD.search(told))


_OBJECTS: Final = list_plain(
    "a an the each every all its their our us some more two three four five six ten new another one any those these "
    "free in out up"
)


#: What bodies do for others by giving it or holding it, whichever bodies they are.
_HOSTING: Final = list_plain(
    "host lend offer organise organize launch print publish provide hire stage distribute hand"
)


def _names_several(words: Sequence[Word], clause: Clause) -> bool:
    """Say whether a verb acts on things of which there are several: "host lunch clubs"."""
    for word in words[clause.verb + 1 : clause.verb + 4]:
        if word.plain in PREPOSITIONS or not word.is_word:
            return False
        if word.plain.endswith("s"):
            return True
    return False


def _made(words: Sequence[Word], clause: Clause) -> set[str]:
    """Return the verbs that what follows "be" may be of."""
    for word in words[clause.verb : clause.verb + 4]:
        if word.plain in {"be", "to", "have", "has", "need", "needs"} or word.plain.endswith("ly"):
            continue
        return (
            {word.lemma, _ONE_MADE.get(word.plain, "")}
            if word.plain != word.lemma or word.plain in _ONE_MADE
            else set()
        )
    return set()


def _read_made(words: Sequence[Word], clause: Clause) -> set[str]:
    return {clause.lemma} if words[clause.verb].plain != clause.lemma else set()


def requests_means(words: Sequence[Word], clause: Clause, money: Sequence[tuple[int, int]]) -> bool:
    """Say whether somebody asks for a thing or for money: "our club requests a grant of £500"."""
    if clause.lemma not in _REQUESTING:
        return False
    after = [
        word for word in words[clause.verb + 1 : clause.end] if word.plain not in {"for", "to", "urgently", "also"}
    ]
    one = bool(after) and (after[0].plain in {"a", "an", "two", "three", "four", "another", "more", "new"} | _DIGITS)
    one = one or bool(after and after[0].plain[:1].isdigit())
    things = any(word.lemma in lexicon.MEANS_THINGS for word in after[1:4])
    several = [one for one in after[:3] if one.lemma in lexicon.MEANS_THINGS and one.lemma != one.plain]
    people = any(one.lemma in ENGLISH_PEOPLE for one in words[clause.subject : clause.start])
    if clause.lemma == "need" and several and not people and after[0].plain not in _MORE_SO:
        return True
    if clause.lemma in {"propose", "request", "suggest", "recommend"} and clause.form is Form.STATEMENT:
        things = things or not any(word.lemma in lexicon.ABSTRACT for word in after[1:4])
    paid = any(start <= word.start < end for start, end in money for word in after[:6])
    return (one and things) or paid


_MORE_SO: Final = list_plain("more better fewer less safer cleaner greener new good decent proper job jobs")
_DIGITS: Final = frozenset("£$€")


def is_a_concern(told: str) -> bool:
    """Say whether something is only called a problem, a question, a treasure."""
    return _CONCERN.search(told) is not None


_NOW: Final = re.compile(
    r"\W*(?:tonight|today|right now|at (?:present|the moment)|as things stand|currently|nowadays|these days|last night|"
    r"this morning|this evening|every day now)\b"
)


#: What only people do: so often is how it shall be, and not how it is.
DONE_BY_PEOPLE: Final = list_plain(
    "eat drink dine lunch sing read learn walk cycle swim practise practice cook bake garden dance rehearse chat phone "
    "befriend volunteer exercise train study write paint knit meet gather earn shower wash bathe vote borrow"
)


_SHARED_DUTY: Final = re.compile(
    r"(?:have|has) (?:a|an|the|their|its|some) (?:[\w-]+ )?(?:part|role|duty|right|responsibility|say|stake|story|"
    r"voice|"
    r"contribution|talent|gift|interest) (?:to|in|in the|for|of)\b"
)


def is_shared_duty(told: str) -> bool:
    """Say whether all are only said to have a part to play."""
    return _SHARED_DUTY.match(told) is not None


def opens_with_now(plain: str) -> bool:
    """Say whether a sentence begins with how things are: "tonight eleven men will sleep in doorways"."""
    return _NOW.match(plain) is not None


_STARTED: Final = list_plain("open start launch run begin operate appear arrive come")
_DEFINITE: Final = list_plain("the our every each all no this these that those both half my their its every")


def is_thing_started(words: Sequence[Word], clause: Clause) -> bool:
    """Say whether new things are to begin: "breakfast clubs will open in all primary schools"."""
    named = [word for word in words[clause.subject : clause.start] if word.is_word]
    if not named or named[0].plain in _DEFINITE or (named[0].is_name and len(named) == 1):
        return False
    return named[-1].lemma in lexicon.MEANS_THINGS and clause.lemma in _STARTED


#: What a purpose only wishes to be more so: "so that stallholders are more comfortable".
_BETTER: Final = re.compile(
    r"\b(?:more (?!than)\w+|less (?!than)\w+|better|safer|happier|healthier|warmer|cooler|easier|fairer|stronger|"
    r"cleaner|"
    r"greener|closer|calmer|quieter|nicer|kinder|brighter|livelier|cheaper|feel (?:safe|welcome|at home|heard|valued|"
    r"included|proud|confident)|(?:be|are|is|feels?) (?:comfortable|happy|proud|confident|welcome|heard|valued|active|"
    r"involved|healthy|respected|seen|supported|empowered)|get involved|come together|meet each other|thrive|"
    r"flourish|mix|mingle|socialise|connect)\b"
)


def is_only_better(told: str) -> bool:
    """Say whether a purpose is only to be better off, which nobody could check."""
    return _BETTER.search(told) is not None


def is_told_as_reached(words: Sequence[Word], clause: Clause, head: frozenset[str], told: str, *, people: bool) -> bool:
    """Say whether a plain statement of the present tells a state that is wanted: nothing in it complains or judges.

    Whoever writes down a challenge says of the day on which it is done that "nurses call at the surgery".
    """
    if clause.form is not Form.STATEMENT or head & _TOPICS or not head or is_a_concern(told):
        return False
    if _BADLY.search(_WITHOUT.sub("", told)):
        return False
    if clause.lemma == "take" and _LASTS.match(told):
        return False
    if clause.lemma in _MOVING and _TO_FIGURE.search(told):
        return True
    after = told.split(" ", 1)[1] if " " in told else ""
    if clause.lemma == "be":
        return _SO.match(re.sub(r"^(?:all|each|always|still|both|again) ", "", after)) is not None
    if clause.lemma == "have" and people and _HAVE_DONE.match(told):
        return True
    if clause.lemma == "have" and re.match(r"(?:has|have) (?:enough|plenty of|at least) \w", told):
        return True
    if clause.lemma == "have":
        named = [word for word in words[clause.verb + 1 : clause.end] if word.is_word]
        own = named[0].plain in {"a", "an", "their", "its", "somewhere", "access"} if named else False
        had = own and people and not any(word.lemma in _TOPIC_HAD for word in named[1:3])
        return len(named) > 2 and had and "place to" not in told
    if re.match(r"leaves? (?:[\w'-]+ ){0,4}?(?:able to|with (?!no\b|nothing)|knowing|ready|fit)\b", told):
        return True
    if clause.lemma in _COMPLAINED | lexicon.TELLS_OF | (lexicon.VAGUE - _DONE_WELL) | lexicon.EFFORTS - _DONE_WELL:
        return False
    word = words[clause.verb]
    return not word.plain.endswith("ed") and len(after.split()) > 1


#: What people have done on the day.
_HAVE_DONE: Final = re.compile(
    r"(?:have|has) (?:all |each |both )?(?:had (?:an?|their|at least)|received|completed|passed|learnt|learned|"
    r"finished|"
    r"found (?:work|a|somewhere)|moved into|been (?:given|taught|offered|seen|screened|visited|trained|rehoused)|"
    r"taken (?:a|"
    r"part)|met|made|read|seen|signed|earned|gained)\b"
)
#: How figures move to where they are wanted.
_MOVING: Final = list_plain("fall drop rise climb shrink grow halve double triple decline decrease increase sink slip")
_TO_FIGURE: Final = re.compile(r"^\w+ (?:back |again )?(?:to|below|under|above|beyond|past)\b[^.;:!?]{0,20}\d")
_LASTS: Final = re.compile(
    r"takes? (?:about |over |up to |nearly |almost )?(?:an?|half an?|\d+|two|three|four|five|six|ten|twenty|ages|"
    r"forever|"
    r"hours|days|weeks|months|years)(?: hours?| minutes?| days?| weeks?| months?| years?)?\b"
)
_WITHOUT: Final = re.compile(
    r"\b(?:without|free of|free from|instead of|rather than|no|not a|not one|whether|unless|even)\b(?! (?:a plan|"
    r"warning|"
    r"a word|asking|permission|notice|reason|idea|longer)).*"
)
#: Vague as orders, and checked as easily as any other where somebody is said to do it.
_DONE_WELL: Final = list_plain(
    "cut share meet learn talk choose drive read join stand take show walk own live reduce lower work act eat cook "
    "manage discover deliver"
)


def reaches_figure(lemma: str, told: str) -> bool:
    """Say whether a figure moves to where it is wanted: "vacant plots fall below fifty"."""
    moves = re.match(r"\w+ (?:back |again )?(?:to|below|under|above|beyond|past)\b", told) is not None
    passes = (
        re.match(r"\w+ (?:at least |over )?(?:\d|half\b|two|three|four|five|six|seven|eight|nine)", told) is not None
    )
    if re.search(r"^\w+ (?:[\w'-]+ ){0,4}?(?:no more than|at most|fewer than|no (?:longer|further|later) than) ", told):
        return True
    holds = re.match(r"\w+ (?:steady |firm |constant )?(?:at|above|below|under) ", told) is not None
    moves = (lemma in _MOVING and moves) or (lemma in {"hold", "stay", "remain", "keep"} and holds)
    return moves or (lemma in {"pass", "exceed", "top", "reach"} and passes)


#: So many as there are, and how far or how long something is at most.
_PASSING: Final = re.compile(r"(?:the|our|its|their|these|those|all|both) ")
_BEFORE_PASSING: Final = re.compile(
    r"\b(?:within|under|inside|in|of|from|between|at|across|throughout|by|the|our|every|each|than|on|for|after|near|"
    r"all) $"
)


def only_in_passing(evidence: Evidence, measure: Measure) -> bool:
    """Say whether a count tells where or how far, and not how many there are: "within two miles of every door"."""
    if measure.sort is not Sort.COUNT:
        return False
    plain = evidence.plain
    return (
        _PASSING.match(plain[measure.start :]) is not None or _BEFORE_PASSING.search(plain[: measure.start]) is not None
    )
