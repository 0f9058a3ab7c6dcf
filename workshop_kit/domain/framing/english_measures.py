"""How English says a measure: shares, changes, thresholds, zeros, counts."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.framing.measure_sorts import Sort
from workshop_kit.domain.framing.numbers import NUMBER

_M: Final = NUMBER["en"]
_TIMES_EN: Final = (
    r"(?:years?|months?|fortnights?|weeks?|days?|nights?|hours?|minutes?|mins?|seconds?|times|quarters|terms|"
    r"centuries|seasons?|weekends?|evenings?|mornings?|winters|summers|o'clock|am|pm)"
)
MONEY: Final = r"(?:€|£|\$|euros?|pounds?|dollars?|pence|cents|p\b|million (?:pounds|euros|dollars)|quid|bucks|grand)"
_UNITS_EN: Final = (
    rf"(?:{_TIMES_EN}|km|kilometres?|miles?|metres?|meters?|m\b|yards?|hectares?|acres?|litres?|kg|"
    rf"kilos?|grams?|grammes?|mg|mbps|megabits?|gigabits?|watts?|kw|mw|inches|feet|ft|pints?|gallons?|calories|pages?|"
    rf"square metres?|micrograms?|ppm|decibels?|tonnes?|tons?|degrees?|°c?|decibels?|db\b|kwh|points?|mph|{MONEY})"
)
_NOUN_EN: Final = (
    r"(?!(?:and|or|to|of|in|by|per|on|for|at|with|who|that|is|are|%|percent|times|from|out|a|an|the|"
    r"as)\b)[^\W\d_][\w'-]*"
)
_OF_EN: Final = rf"(?: (?:of )?(?:the |our |all |its |local )*{_NOUN_EN})?"
#: Parts of a whole, in words, and the half that "a good half" is.
_PART: Final = (
    r"(?:(?:(?:a|an|one|another) (?:(?:good|full|clear|further|mere|bare) )?|one-|two[ -]|three[ -]|four[ -]|five[ -]|"
    r"six[ -]|seven[ -]|eight[ -]|nine[ -])(?:half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|"
    r"tenths?|"
    r"twelfths?|fifteenths?|twentieths?|fiftieths?|hundredths?))"
)
_LESS_EN: Final = (
    r"(?:less than|more than|fewer than|at least|at most|no more than|up to|under|over|below|above|"
    r"within|inside|a maximum of|a minimum of|not more than|in under|longer than|shorter than|"
    r"further than|(?:fast|slow|wid|high|low|larg|small|bigg|quiet|loud|cool|warm|hott|cold|heavi|light|cheap|deep|"
    r"thick|thinn|tall)er than|capped at|limited to|down to|at|no longer than|no further than|no farther than|"
    r"farther than|"
    r"no less than|no fewer than|not less than|not fewer than|upwards of|as little as|as few as|just under|well under|"
    r"well below|well over|nearer than|closer than|a mere|inside of|in no more than|in at most|in less than)"
)

#: What is burnt, thrown away or goes wrong: to be without it is an end, as to be without a car or help is not.
_ILL: Final = (
    r"(?:gas|oil|diesel|petrol|coal|peat|paraffin|kerosene|fossil fuels?|heating oil|plastics?|plastic bags?|cling "
    r"?film|"
    r"polystyrene|pesticides?|herbicides?|insecticides?|glyphosate|weedkillers?|fertilis?zers?|chemicals|palm oil|"
    r"chlorine|bleach|lead|asbestos|salt|tobacco|cigarettes|disposable \w+|disposables|packaging|waste|litter|"
    r"fly-tipping|landfill|accidents?|road deaths?|deaths?|fatalit(?:y|ies)|injur(?:y|ies)|casualt(?:y|ies)|"
    r"drownings?|incidents?|collisions?|crash(?:es)?|breakdowns?|burglar(?:y|ies)|break-ins?|thefts?|robber(?:y|ies)|"
    r"assaults?|stabbings?|arsons?|vandalism|graffiti|power cuts?|outages?|blackouts?|leaks?|burst pipes?|spills?|"
    r"floods?|flooding|fires?|wildfires?|overdos\w+|suicides?|evictions?|redundanc(?:y|ies)|exclusions?|closures?|"
    r"cancellations?|delays?|complaints?|violence|harassment|abuse|bullying|shortages?|gaps?|sewage|discharges?|"
    r"pollution|emissions|smoke|queues?|traffic jams?|temps|agency staff)"
)

#: What says a measure, the surest first.
PATTERNS: Final[tuple[tuple[Sort, str], ...]] = (
    (
        Sort.SAID,
        r"counted (?:by|with|through|every|each|using|from|via)(?: ?:)? [^.;:!?,]+|(?:measured|tracked|monitored|"
        r"verified|checked|shown|evidenced|judged|recorded|"
        r"evaluated|proven|as shown|assessed) (?:by|with|against|through|every|each|on|in|using|at|"
        r"from|via)(?: ?:)? [^.;:!?,]+|(?:measure|indicator|metric|measured|proof|indicators) ?: ?[^.;!?]+|"
        r"(?:we|to be) (?:will )?(?:measured?|count(?:ed)?|track(?:ed)?) (?:it )?(?:by )?[^.;:!?]+|"
        r"according to (?:the )?(?:count|census|survey|register|meter readings|records|poll)[^.;:!?,]*",
    ),
    (
        Sort.CHANGE,
        rf"from (?:{_M})(?: ?%| ?{_UNITS_EN}| {_NOUN_EN})?(?: of (?:the |our |all |its )?{_NOUN_EN})? (?:down |up "
        rf")?to (?:{_M}|one|zero|"
        rf"none|nought|nil|nothing)(?: ?%| ?{_UNITS_EN}| {_NOUN_EN})?",
    ),
    (
        Sort.CHANGE,
        r"(?:halv(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|treble|quadruple)\b(?! "
        rf"(?:glaz|check|deck|yellow))|(?:(?:cut|split|divide[sd]?|reduce[sd]?)[^.;,]{{0,40}} in "
        r"(?:half|two)|(?:by|up by|down by) (?:half|two|three|four|a third|a quarter|two thirds|a "
        r"fifth|three quarters|a half))\b|(?:down )?(?:to|at) (?:be )?(?:zero|nil|none|nought)|(?:twice|two times|"
        r"three "
        rf"times|half|double|{_M} times) (?:as (?:many|much|often)|the number(?: of {_NOUN_EN})?|"
        rf"more|fewer|less)(?: {_NOUN_EN})?",
    ),
    (
        Sort.SHARE,
        rf"(?<!\w )[-+–] ?(?:{_M}) ?%(?: (?:of )?{_NOUN_EN})?|[1-9]/(?:[2-9]|10)\b(?: of (?:the |our |all "
        rf")?{_NOUN_EN})?|"
        rf"(?:{_M}) ?(?:%|per ?cent) (?:less|fewer|more|lower|higher|cheaper)(?: {_NOUN_EN})?|"
        rf"by (?:one[ -](?:third|quarter|half|fifth|tenth)|two[ -]thirds|two[ -]fifths|four[ -]fifths|three[ "
        rf"-]quarters|half|a half|a third|a quarter|a fifth|a tenth)",
    ),
    (
        Sort.SHARE,
        rf"(?:at least |over |under |more than |less than |by |to |below |above )?(?:{_M}) ?(?:%|"
        rf"percent|per cent|pc\b)(?: of)?{_OF_EN}",
    ),
    (
        Sort.CHANGE,
        rf"(?:down|up|below|under|above|over|back) (?:to )?(?:£|€)?(?:{_M})(?![\d,.]*\d)(?= ?(?:$|[.,;]| by | "
        rf"before | in | within | from | a year))"
        rf"|(?:down|up|back) to (?:the )?(?:{_M}) {_NOUN_EN}|(?<=\w )to (?:under |below |over |at least )?(?:£|"
        rf"€)?(?:{_M}|once|twice)(?: {_UNITS_EN}\b)?"
        rf"(?![\w,.]*\d)(?= (?:a|by|before|per|in)\b| ?[.,;]| ?$)(?: (?:a|per) \w+)?",
    ),
    (
        Sort.THRESHOLD,
        r"(?:above|below|under|over|back to|at) (?:its|their|the) (?:19|20)\d\d (?:level|levels|figure|average|peak|"
        r"mark)",
    ),
    (
        Sort.SHARE,
        rf"(?:at least |no more than )?(?:one|an?|{_M}) {_NOUN_EN}(?: {_NOUN_EN})? (?:(?:for|to) every (?={_M})|per) "
        rf"(?:{_M} )?(?!(?:day|week|month|year|night|hour|term|person|head)\b){_NOUN_EN}",
    ),
    (Sort.SHARE, rf"(?:at least )?as many {_NOUN_EN} as {_NOUN_EN}"),
    (
        Sort.SHARE,
        rf"(?:at most |at least )?(?:{_M}|one)(?: {_NOUN_EN}){{0,2}} (?:out of|in)(?: every)? "
        rf"(?!20\d\d)(?:{_M})(?! "
        rf"(?:{_TIMES_EN}|schools?|"
        rf"years))(?:{_OF_EN})?",
    ),
    (
        Sort.SHARE,
        r"(?:at least |over |more than |by )?(?:half|a third|one third|two[ -]thirds|a quarter|one "
        r"quarter|three[ -]quarters|a fifth|one fifth|two fifths|a tenth|nine tenths|four fifths|the "
        r"majority)(?!\w|-| (?:an hour|term|way|the time|a mile|price|day|hour|past|marathon))(?: "
        rf"of)?{_OF_EN}",
    ),
    (
        Sort.COUNT,
        rf"(?<!within )(?<!under )(?:{_M}) (?:km|miles|kilometres|metres|hectares|acres|tonnes|kg|litres) of "
        rf"{_NOUN_EN}",
    ),
    (
        Sort.THRESHOLD,
        r"(?:less than|under|within|in|over) (?:half an hour|a quarter of an hour|a quarter-hour)|"
        rf"(?:{_LESS_EN}) (?:the )?(?:{_M}|a|an|one|[£€$] ?\d[\d,.]*)(?: |"
        rf"-)?(?:(?:working|calendar|school|consecutive|short|clear|opening|full|whole|square|cubic|country|further|"
        rf"single) )?(?:{_UNITS_EN})(?!\w)|(?:below|under|down to|capped at) (?:[£€$] ?)?\d[\d,.]*(?![\d,.]*(?:s|%| "
        r"?(?:years|per)))(?<=\d)(?:'s?)?(?: (?:of home|away|drive|walk|of asking|of (?:a )?(?:request|"
        rf"diagnosis|arrival|birth|referral)|a (?:week|month|year)|on foot|wait))?|(?:{_M})(?: |-)(?:minutes?|"
        rf"km|miles?|metres|degrees|mph|yards|tonnes)(?!\w)(?: (?:max|maximum|walk|drive|ride|away))?|(?:{_M}) "
        rf"?(?:°c?|db)\b|(?:below|under|within|above) the (?:[\w-]+ ){{0,3}}(?:limit|threshold|standard|average|"
        rf"level|"
        rf"maximum) of (?:{_M})(?: ?{_NOUN_EN})?|(?:within|in) (?:their|its|his|her) first (?:{_M} "
        rf")?{_TIMES_EN}(?!\w)|"
        rf"less than an? (?:kilo|litre|tonne|mile|pound|minute)(?: of {_NOUN_EN})?|at least (?:once|twice)(?! an? "
        rf"| per| each| every)|in (?:{_M}) (?:seconds?|working days|minutes?|hours?|"
        r"days?)(?!\w)",
    ),
    (
        Sort.ZERO,
        rf"(?<!net )(?<!net-)(?:zero|\b0) (?!%|£|carbon\b|strategy|plan|\d|hours?\b|limits?\b|excuses?\b|"
        rf"regrets?\b|tolerance\b|compromise|net\b){_NOUN_EN}(?: "
        rf"{_NOUN_EN})?|no longer (?:a single|one single|even one) {_NOUN_EN}(?: {_NOUN_EN})?|no longer any "
        rf"{_NOUN_EN}(?: {_NOUN_EN})?|(?<=there is )no longer an? {_NOUN_EN}|"
        rf"nothing(?= (?:that|which|\w+s|is|from)\b)|not (?:one|a (?:scrap|single|drop|trace|soul|penny|speck|"
        rf"shred|bit)) of (?:the |our |"
        rf"these )?(?:[\w']+ )??{_NOUN_EN}|(?:not (?:a|one) single|not one|no single|no more|not any|nae|no) "
        rf"(?!(?:longer|"
        rf"matter|"
        rf"doubt|one|later|more|less|fewer|need|way|than|further|farther|excuses?|regrets?|wonder|surprise|question|"
        rf"idea|comment|thanks|ifs|buts|problem|compromise|sooner|good|end)\b)(?:more )?(?:\w+ )??{_NOUN_EN}|"
        rf"(?:nobody|no[ -]one)(?! (?:is |gets |will be )?left (?:behind|out)(?! (?:by|in|at|on|from)\b))|"
        rf"(?:none|neither) of (?:the |our |these |those )?(?:two |\d+ )?{_NOUN_EN}|(?<=: )(?:none|zero|nil|nought|"
        rf"not one)(?= *$|[.,;!]| by | this | next | before | in | at | from )|free (?:of|from) (?!charge|fear|"
        rf"stress|prejudice|worry|discrimination|judgment|barriers)(?:(?:all|any|the|single-use|vacant|empty|"
        rf"derelict|dumped|parked|raw|fly-tipped) )?{_NOUN_EN}|without (?:a single|any) {_NOUN_EN}",
    ),
    (
        Sort.ZERO,
        rf"without (?:an? |any |a single |one |further |more )?(?:(?:[a-z]+|single-use) )?{_ILL}(?!\w)",
    ),
    (
        Sort.WITHOUT,
        r"(?!step|barrier|hands|tax|duty|care)\w+-free|without (?!a\b|an\b|the\b|any|\w+ing\b|work|"
        r"help|delay|exception|their|our|its|having|cost|charge)[\w-]+",
    ),
    (Sort.OVER, rf"(?:(?:an|the) end to|an end for) (?:the )?{_NOUN_EN}(?: {_NOUN_EN})?"),
    (Sort.COUNT, rf"(?:at least |at most |more than |no more than |over )?(?:{_M}) of (?:them|us|you)\b"),
    (
        Sort.CHANGE,
        rf"(?:up|down|rises?|falls?|drops?|grows?|shrinks?) (?:by )?{_PART}(?!\w)(?! of )|by (?:{_M}|one|an?) (?:"
        rf"percentage |full )?(?:points?|grades?|bands?|places?|{_UNITS_EN})(?!\w)|(?:from (?:{_M}) )?(?:to |into |in |"
        rf"below )(?:single|double|treble|triple|two|three) (?:figures|digits)",
    ),
    (
        Sort.SHARE,
        rf"(?:at least |over |well over |more than |under |less than |fewer than |nearly |almost )?{_PART}"
        rf"(?:(?<=s)|(?= (?:of|less|fewer|more|lower|higher)\b))(?!-| (?:of a million|of an hour))"
        rf"(?: of)?{_OF_EN}|all but (?:one|{_M}) of (?:the |our |these )?{_NOUN_EN}",
    ),
    (
        Sort.THRESHOLD,
        rf"(?:at |to )?(?:{_M}|one)(?: ?%| ?{_UNITS_EN}\b| {_NOUN_EN})? (?:at (?:the )?(?:most|least|outside)|or "
        rf"(?:fewer|"
        rf"less|more|below|above|over|under|better|higher|lower|cooler|warmer)|max|maximum|minimum|tops)(?!\w)|"
        rf"(?:{_LESS_EN}) [£€$] ?\d[\d,.]*(?<=\d)|(?:{_LESS_EN}) (?:{_M}|twice|half) (?:times )?(?:the |their |his "
        rf"|her |its |what )(?:national |local |regional |"
        rf"annual |yearly |median |average |mean )?{_NOUN_EN}|(?:less|more|fewer) (?:often )?than (?:once|twice|"
        rf"{_M} times)"
        rf"(?: (?:a|per) \w+)?",
    ),
    (
        Sort.COUNT,
        rf"(?:{_M}) (?:hours|days|weeks|nights|minutes) (?:(?:a|per|each) (?:week|month|year|day) )?(?:off|outdoors|of "
        rf"{_NOUN_EN})(?!\w)|(?<=: )(?:{_M})(?= by | before | at | in |$)|(?:zero|nil) (?=to (?:landfill|the tip))",
    ),
    (
        Sort.COUNT,
        r"(?:at least|no more than|not more than|at most|only|just|more than|fewer than) (?:one|an?) "
        rf"(?:[a-z]+ )??(?!{_UNITS_EN}(?!\w)|(?:other|more|in|out|of)\b){_NOUN_EN}",
    ),
    (
        Sort.SHARE,
        rf"(?:(?:in |among |into |out of |one of )?(?:the |our )?(?:top|bottom|best|worst|safest|greenest|cleanest|"
        rf"healthiest|happiest|first|last|lowest|highest) (?:{_M})|among the (?:{_M}))(?!\w)(?! (?:per|%|{_TIMES_EN}))"
        rf"(?: {_NOUN_EN})?|equal numbers? of {_NOUN_EN}(?: and {_NOUN_EN})?|as many (?:\w+ )?{_NOUN_EN} as|"
        rf"at the same rate as (?:the |their |our )?{_NOUN_EN}|"
        rf"(?:one|an?|{_M}) {_NOUN_EN} (?:(?:for|to) (?:every|each) (?:{_M}) {_NOUN_EN}|for every {_NOUN_EN})",
    ),
    (
        Sort.THRESHOLD,
        rf"(?:on |by |within |in )?the (?:very )?(?:same|next|following) (?:working )?(?:day|night|evening|morning|"
        rf"afternoon)(?!\w)(?! (?:each|every|of|as)\b)|(?:within|in|inside) (?:its|their|his|her|the) first "
        rf"(?:{_M} )?(?:fortnight|{_TIMES_EN})(?! of (?:the|our|this)\b)(?!\w)|"
        rf"(?<=\w )(?:{_M}|a|one) (?:school |working )?{_TIMES_EN} (?:after|of|from|into) (?:they|she|he|it|their|his|"
        rf"her|its|the (?:call|request|birth|referral|diagnosis|report|fall|first)|arrival|arriving|arriving|leaving|"
        rf"being|moving|signing|birth|diagnosis|referral|reporting|asking|applying|losing|starting|finishing|landing|"
        rf"giving|retiring|graduating|discharge|a (?:call|request|birth|fall|report))(?: \w+)?",
    ),
    (
        Sort.THRESHOLD,
        r"(?<![£€$\d])\d+(?:[.,]\d+)? ?(?:m|km|cm|mm|kg|kwh|mwh|mw|kw|mph|kph|ha|mg|dba?|micrograms?|µg|hrs?|mins?)"
        r"(?![\w/])(?! ?(?:for|of (?:the )?budget|fund|grant|project)\b)",
    ),
    (Sort.ZERO, rf"(?:(?:^|(?<=[,:;.] )|(?<= with )|(?<= and ))not an? (?:[a-z]+ )??{_NOUN_EN}(?: or {_NOUN_EN})?)"),
    (
        Sort.THRESHOLD,
        rf"(?:(?:below|under|above|over|to|at|less than|fewer than|no more than|at most) )?(?:{_M}) (?:per|in every|"
        rf"out of every|for every) (?:thousand|hundred|million|1,?000|10,000|100,000|100|head|household|pupil|"
        rf"inhabitant)(?!\w)|(?:fewer|less|more) than (?:{_M}) (?=(?:an?|per|each) (?:day|week|month|year|term|season|"
        rf"night)(?!\w))|no (?:higher|longer|more|less|lower|greater|further|later) than (?:an?|one|{_M}) (?:half|"
        rf"third|quarter|fifth|tenth)s?(?!\w)(?: of {_NOUN_EN})?",
    ),
    (
        Sort.CHANGE,
        rf"by (?:an?|one|{_M})[ -](?:half|halves|thirds?|quarters?|fifths?|tenths?)(?!\w)|(?:twice|(?:{_M}) times|"
        rf"half) as (?:many|much|few|little)(?: {_NOUN_EN})?|(?<=divide )by (?:{_M})(?!\w)",
    ),
    (
        Sort.SHARE,
        rf"every (?:second|third|fourth|other) (?!{_TIMES_EN}(?!\w)|(?:day|week|month|year|weekend|saturday|"
        rf"sunday)s?(?!\w)){_NOUN_EN}",
    ),
    (Sort.ZERO, r"not one more (?:[a-z]+ )?[\w-]+"),
    (
        Sort.THRESHOLD,
        r"within an? \d+[- ]?(?:min(?:ute)?s?|mile|km|hour)s?[- ]?(?:walk|drive|ride|stroll|cycle)(?: of [\w-]+)?|"
        r"(?<=[\w,] )in (?:under )?\d+ ?(?:mins?|minutes?|hrs?|hours?)(?!\w)",
    ),
    (
        Sort.COUNT,
        r"(?:(?:at least|at most|fewer than|less than|no more than|no fewer than|not more than|over|under|below|"
        r"above|more "
        r"than|up to|the|another|some|around|about|nearly|a total of|upwards of|as many as|just|only) )?(?!20[2-9]\d "
        rf"(?!\w+s\b))(?:{_M})(?: (?:new|more|"
        r"young|local|"
        rf"extra|additional|older|other|affordable|empty))* (?!{_UNITS_EN}(?!\w))(?!(?:bus|tram|train|line|ferry|"
        rf"route)\b)(?!%|per cent|"
        r"percent|out of|in\b|(?:january|february|march|april|may|june|july|august|september|october|"
        rf"november|december)\b){_NOUN_EN}",
    ),
)
