"""The English words that decide, by what they mean, in their dictionary form."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.framing import english_fields as fields
from workshop_kit.domain.framing.english_things import THINGS
from workshop_kit.domain.framing.words import list_plain

VAGUE: Final = (
    list_plain(
        "improve support promote tackle foster encourage strengthen develop enhance boost raise address fight combat "
        "rethink reimagine explore "
        "facilitate help empower engage celebrate champion nurture enable reduce increase cut lower limit minimise "
        "minimize maximise maximize work act "
        "care better reconnect revitalise revitalize regenerate transform bring think imagine unlock harness "
        "accelerate drive embrace welcome value "
        "respect protect preserve invest prioritise prioritize modernise modernize streamline understand study review "
        "consider discuss consult inform "
        "educate inspire lead shape move look respond face battle break overcome prevent mobilise mobilize sustain "
        "grow widen broaden deepen enrich "
        "diversify simplify adapt anticipate prepare share thrive flourish contribute participate take try seek "
        "aim strive continue focus "
        "connect unite innovate collaborate cooperate listen talk learn push advance uplift assist advocate stimulate "
        "attract motivate include "
        "integrate involve decrease curb slow ease relieve alleviate mitigate struggle rebuild restore_hope green "
        "soften humanise beautify tidy manage "
        "master coordinate steer secure safeguard maintain_dialogue dream love believe rise stand join "
        "make_better do dare expand evolve "
        "renew refresh rejuvenate reinvent rework revisit monitor assess evaluate identify cultivate further deliver "
        "lessen tell speak show prove choose discover share meet ensure_better speak treasure cherish back trust dare "
        "put_first give_back"
    )
    | fields.INTENDING
)
MEANS: Final = (
    list_plain(
        "create build buy reopen purchase install launch start hire recruit appoint organise organize run "
        "fund finance print "
        "publish distribute hand "
        "design draft write provide introduce establish set put acquire lease rent equip fit host hold sign "
        "adopt deploy roll construct erect "
        "add commission implement plant convert employ pay subsidise subsidize sponsor lay paint pedestrianise order "
        "stage mount plan found form "
        "give train teach invest pay spend allocate earmark dedicate grant award donate lend budget refit resurface "
        "inform brief digitise digitize automate extend update upgrade switch relaunch revamp rename close paint "
        "repaint clean "
        "demolish move resurface translate prune pave pilot trial test open replace sell offer supply issue send make "
        "map record film broadcast nominate designate"
    )
    | (fields.MAKING | fields.PAYING | fields.ORGANISING | fields.TELLING) - VAGUE
)
MEANS_THINGS: Final = (
    list_plain(
        "app application website site platform portal directory guide map newsletter newspaper minibus bus shuttle van "
        "vehicle car bike room hall house centre center "
        "shelter café cafe shop grocery garden lane path point camera cctv bench network committee commission group "
        "post job service scheme hotline line "
        "number fund grant bonus voucher charter plan campaign forum workshop course training session desk market "
        "festival fair fete contest label "
        "observatory study survey questionnaire diagnosis software tablet computer laptop concierge nursery crèche "
        "creche pool gym car-park parking roundabout bridge "
        "footbridge panel turbine composter bin boiler hub library canteen restaurant bar dispenser poster flyer "
        "leaflet brochure letter page account "
        "chatbot currency wall ramp lift escalator toilet barrier gate fountain stand changing-room heater solar-panel "
        "shelter depot tool toolkit kit box booklet register file database board stand kiosk bus-stop stop park "
        "playground "
        "pitch skatepark orchard allotment hive "
        "greenhouse farm kitchen fridge laundry launderette garage pass card subscription agreement contract "
        "partnership association cooperative co-op company agency "
        "office building pavement crossing bump light lamp lighting signage wifi antenna fibre strategy budget council "
        "assembly meeting event day "
        "week evening exhibition show concert officer coordinator mediator worker warden technician adviser advisor "
        "defibrillator centre team programme program project taskforce clinic school home flat apartment dwelling "
        "place playground lido surgery bakery crossing sculpture mural lamp-post shed fence path cycleway"
    )
    | fields.THINGS
    | THINGS
)
ENDS: Final = (
    list_plain(
        "end eradicate eliminate abolish keep maintain lift save house rehouse shelter renovate insulate double triple "
        "halve quadruple reach guarantee "
        "stop ban render ensure get find feed vaccinate clear finish complete serve visit repair remove "
        "connect_every link_every bring_down free retain close"
    )
    | (fields.ELIMINATING | fields.KEEPING | fields.REACHING | fields.RESTORING | fields.PROVIDING) - VAGUE - MEANS
)
BODIES: Final = list_plain(
    "council town city mayor county state we association committee team region district "
    "government village authority board"
)
AS_IT_IS: Final = (
    r"\b(?:too (?:many|much|few|little|long|late|far|often|fast|dear|loud|expensive)|"
    r"not enough|(?<!for )lacks?|lacking|more and more|fewer and fewer|less and less|"
    r"currently|nowadays|today|these days|still too|"
    r"(?<!as )many|most|often|in recent years|there (?:is|are|has been|have been)|is a problem|are a problem|"
    r"struggles?|"
    r"suffers?|complains?|keeps? (?:rising|falling|closing|growing|promising|saying|"
    r"telling|asking|breaking|changing|ignoring|losing|forgetting|cancelling|delaying|putting|raising|flooding|failing|"
    r"leaking|talking|complaining|arguing|getting|coming|making|being|blaming)|is rising|(?:is|are) \d+ (?:miles|km|"
    r"minutes|"
    r"hours)|left in|closed (?:in|down|last)|"
    r"are rising|is falling|are leaving|are closing|has closed|have closed|has risen|have risen)\b"
)
QUESTION: Final = (
    r"^\W*(?:what if|(?:to|in|by|on|for|at) (?:what|which)|how|why|what|which|who (?!sleeps)|where|when(?=.*\?)|"
    r"should|could|can|do|does|is|are|will|"
    r"shall|would|must|have|has)\b(?!.*[.;])"
)
AUXILIARIES: Final = list_plain(
    "is are can cannot could will would must should shall does do has have was were may might can't won't don't "
    "doesn't isn't aren't be ought"
)
MODALS: Final = list_plain(
    "will shall can cannot must should would could may might can't won't to don't doesn't do does didn't let's"
)
EVERY: Final = (
    r"\b(?:every|each|(?<!to )(?<!for )(?:everyone|everybody)|(?<!for )(?<!of )all|nobody|no one|no-one|none|no "
    r"(?!matter|doubt|later|longer)\w+|zero|100 ?%|not (?:a|one) single|not one|never|no more|any|always|"
    r"without exception)\b"
)
DETERMINERS: Final = list_plain(
    "a an the our their its his her my your this these those of every each no any some to for in on by with "
    "without at from and or more less fewer "
    "two three four five six seven eight nine ten not very so such own into than as"
)

MEANS_NOUNS: Final = fields.PROVISIONS
EFFORTS: Final = list_plain(
    "contribute participate engage act foster improve support encourage promote strengthen develop accompany value "
    "mobilise mobilize work fight tackle help innovate matter "
    "advance count love believe welcome change protect preserve care thrive deserve belong champion"
)
TELLS_OF: Final = list_plain(
    "date amount total average stand number affect concern represent say complain think feel want need leave account "
    "cost hit touch rise fall grow shrink"
)

SOFT: Final = list_plain("guarantee ensure reach achieve render restore get become have stop stay remain")
RENDERING: Final = list_plain("render restore get have reach stop")
ABSTRACT: Final = list_plain(
    "future tomorrow world link trust momentum society community city village town territory identity culture "
    "climate atmosphere condition synergy solidarity hope prospect opportunity harmony "
    "balance meaning happiness resilience place cohesion change sense environment pride wellbeing well-being "
    "foundation relationship"
)
