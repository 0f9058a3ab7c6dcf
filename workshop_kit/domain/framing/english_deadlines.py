"""How English says by when: dates, seasons, terms, school and church years, elections, and so many months from now."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.numbers import NUMBER, SOME

MONTH: Final = (
    r"(?:january|jan\.?|february|feb\.?|march|april|apr\.?|may|june|july|august|aug\.|september|sept?\.?|october|"
    r"oct\.?|november|nov\.?|"
    r"december|dec\.?)"
)
_YEAR_WORDS: Final = (
    r"(?:twenty (?:twenty|thirty|forty|fifty)|two thousand (?:and )?(?:twenty|thirty|forty|fifty))(?:[ -](?:one|"
    r"two|three|four|five|six|seven|eight|nine))?"
)
YEAR: Final = (
    r"(?:(?<![\w/.,$£€])(?<!\d-)(?:202[6-9]|20[3-9]\d)(?![\w%])(?! ?(?:%|€|euros?|pounds|dollars|homes|"
    rf"people|houses|families|trees|jobs|residents|households))|{_YEAR_WORDS})"
)
_SCHOOL_YEAR: Final = r"20[2-9]\d ?[-/] ?(?:20)?[2-9]\d"
_DAY_NAME: Final = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_NTH: Final = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?"
_NTH_WORDS: Final = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|"
    r"fifteenth|sixteenth|"
    r"seventeenth|eighteenth|nineteenth|twentieth|twenty-\w+|thirtieth|thirty-first)"
)
_OF_YEAR: Final = rf"(?:,? (?:of |in )?(?:{_SCHOOL_YEAR}|{YEAR}|next year|this year|the year after next))?"
_EDGE: Final = r"(?:(?:very )?(?:end|start|beginning|middle|close|turn|opening|eve|run-up to)|mid|early|late)"
_SEASON: Final = r"(?:spring|summer|autumn|fall|winter)"
_FEAST: Final = (
    r"(?:christmas(?: day| eve)?|xmas|easter(?: sunday| monday)?|whitsun|pentecost|halloween|thanksgiving|bonfire "
    r"night|new year(?:'s (?:day|eve))?|"
    r"boxing day|bank holiday|may day|hogmanay|burns night|guy fawkes(?: night)?|lammas|candlemas|martinmas|up helly "
    r"aa|lughnasa|samhain|imbolc|st swithin'?s(?: day)?|mothering sunday|trinity sunday|corpus christi|independence "
    r"day|labou?r day|memorial day|yom kippur|passover|rosh hashanah|purim|vaisakhi|holi|monsoon|(?:tattie|october|"
    r"potato) (?:week|holidays?|break)|st\.? \w+'s day|agm|annual general meeting|parish meeting|lent|advent|ramadan|"
    r"eid|diwali|hanukkah|all saints(?:'? day)?|michaelmas|"
    r"shrove tuesday|remembrance (?:day|sunday)|armistice day|(?:palm|advent|mothers|fathers) (?:day|sunday)|"
    r"st\.? (?:patrick|andrew|george|david)'s day|(?:the )?harvest(?: festival)?|(?:the )?census|bastille day|"
    r"midsummer|olympics|(?:commonwealth |olympic |highland |island )games|carnival|jubilee|"
    r"coronation|first (?:frosts?|snows?)|frosts?|snow|floods?|storms?|rains|"
    r"(?:village |county |town |summer |spring )?(?:festival|fair|fete|show|gala)|"
    r"(?:\w+ )?(?:anniversary|birthday|centenary|bicentenary)|world cup|hunting season|opening|grand opening|"
    r"clocks (?:change|go (?:forward|back))|heatwave|winter sets in|summer comes|lambing|harvest time)"
)
_ELECTION: Final = (
    r"(?:(?:local|council|general|mayoral|municipal|county|parliamentary|presidential|regional|european|town|"
    r"parish)? ?elections?|polling day|"
    r"mandate|term of office|council term|the ballot)"
)
_TERM: Final = (
    r"(?:(?:school|academic|calendar|financial|fiscal|tax)? ?(?:year|term|month|week|quarter|semester|half-term|"
    r"half-year)|decade|century|season|"
    rf"(?:school|summer|winter|christmas|easter|half-term|autumn|spring)? ?holidays?|(?:{_SEASON}|michaelmas|first|"
    r"second|third) (?:term|semester|break|holidays?)|"
    rf"(?:first|second|third|fourth|last) (?:quarter|half|semester|term)(?: of (?:the year|{YEAR}|next year))?|"
    rf"q[1-4](?: of)? (?:fy ?)?{YEAR}|{YEAR} q[1-4]|q[1-4] fy ?(?:20)?\d\d|fy ?(?:20)?[2-9]\d|fy ?20\d\d|"
    r"back-to-school|start of school|school (?:starts|reopens|begins|returns)|schools (?:reopen|return|go back)|"
    r"budget|half[ -]term|heating season|growing season|tax year|fiscal year|sessions?|parliament|strategy|contract|"
    r"lease|electoral cycle|funding round|(?:parish |town )?agm)"
)
_DATE: Final = (
    rf"(?:(?:{_DAY_NAME},? )?(?:the )?(?:{_NTH}|{_NTH_WORDS}) (?:of )?{MONTH}(?:,? {YEAR})?|{MONTH} (?:the "
    rf")?{_NTH}(?!\d)(?:,? {YEAR})?|"
    rf"[0-3]?\d ?[/.-] ?[0-3]?\d ?[/.-] ?(?:20)?\d\d\b|20\d\d-[01]\d(?:-[0-3]\d)?\b|[01]?\d/20[2-9]\d|{MONTH}(?! "
    rf"(?:be|not|have|also|need|well)\b){_OF_YEAR})"
)
_NEXT: Final = r"(?:next|this|this coming|the coming|the following|the next|the new|the current|coming)"
_UNIT: Final = r"(?:years?|months?|quarters?|terms?|school years?|winters?|summers?|seasons?|decades?|mandates?)"
_SHORT: Final = r"(?:weeks?|days?|fortnights?)"
_MOMENT: Final = (
    rf"(?:the |our |its )?(?:{_EDGE}(?:[ -](?:of )?)(?:the |this |our |its |that )?(?:\w+'s )?)?(?:{_NEXT} "
    rf")?(?:{_DATE}|{_SCHOOL_YEAR}|{YEAR}(?: (?:season|school year|term|elections?|census|festival))?|"
    rf"(?:{_TERM}|{_SEASON}|{_FEAST}|{_ELECTION}){_OF_YEAR}|{_DAY_NAME})(?: after next)?(?!\w)"
)
_NOT_FROM_NOW: Final = (
    r"(?! (?:old|of age|of (?:the )?(?:request|application|being|arriving|arrival|asking|birth|"
    r"diagnosis|leaving|their|his|her|its|a |an )|later|earlier|after|before|ago|a |an |per))"
)
_FROM_NOW: Final = (
    rf"{SOME['en']} (?:short )?{_UNIT}(?:'s?)?(?: and a half)?(?:' time| time| from now| from "
    rf"today)?(?!\w){_NOT_FROM_NOW}"
)

TURNS: Final[tuple[re.Pattern[str], ...]] = tuple(
    re.compile(rf"(?<![\w-])(?:{pattern})", re.IGNORECASE)
    for pattern in (
        rf"(?:before|when|once|until) (?:the |this )?(?:{YEAR}|decade|year|summer|winter|season|century) (?:is out|"
        rf"comes|"
        r"arrives|is over|ends|begins|starts)(?!\w)|(?:before|by) the end of (?:the|this) (?:council|parliament|term)",
        rf"(?:in|by|for|at|before|after|until|from) (?:the |our )(?:{YEAR}) (?!(?:baseline|plan|strategy|agenda|"
        rf"level|levels|figures?|vision|act)\b)"
        rf"[a-z-]+",
        rf"(?:after|before|following) (?:the |our )?(?:next |coming )?(?:{MONTH} )?(?:{YEAR} )?(?:local |council |"
        rf"parish |general )?elections?(?: (?:of|in) (?:{MONTH} )?{YEAR})?(?!\w)",
        rf"after (?:the )?(?:\w+ )?(?:{_FEAST}|(?:\w+ )?(?:holidays?|half-term|break)|{_ELECTION})(?!\w)",
        rf"(?:by|before|until|till) the time (?:[\w'-]+ ){{1,6}}?(?:of {YEAR}|{YEAR}|(?:starts?|begins?|ends?|opens?|"
        rf"closes?|graduates?|"
        rf"leaves?|arrives?|returns?|finish(?:es)?|retires?|comes?))(?: graduates| starts| begins| ends| opens)?(?!\w)",
        rf"at the (?:close|end) of (?:the |this |our )?[\w'-]+ (?:in {YEAR}|{YEAR})",
        r"(?:over|during|in|within|by the end of|throughout) the (?:life|lifetime|term|course|span) of (?:this|the|our"
        r") "
        r"(?:council|parliament|plan|contract|strategy|mandate|administration|assembly|government|project|programme|"
        r"session|congress|scheme)",
        r"by year \w+ of (?:my|our|the|this) (?:term|mandate|plan|programme)",
        r"by (?:the )?year(?:'s)?[ -]end|by close of play \w+|by (?:the )?back end of (?:the )?year|come (?:spring|"
        r"summer|autumn|winter)",
        r"(?:by|before|until|till|up to|no later than|not later than|at the latest by|in time for|ready for|come|"
        r"ahead of|from|as of|as from|starting|"
        rf"starting from|by the time of|for|at|as soon as|between now and|on or before) (?:the time )?(?:{_MOMENT})",
        r"when the clocks (?:go (?:forward|back)|change)|before (?:the )?(?:winter|summer|spring|autumn|frost|snow|"
        r"rain)s? (?:sets in|comes|arrives|begins|starts|ends)|past (?:its|their|our) \d+(?:st|nd|rd|th) birthday|"
        r"(?:during|within|in) (?:this|the|our) (?:mandate|term of office|council term)",
        r"by (?:this time|then|the same time) next (?:year|month|spring|summer|autumn|winter)",
        r"(?:within|inside|in under|in less than|in no more than|over|in) (?:the (?:space of |course of |next "
        rf"|coming )?)?{_FROM_NOW}",
        rf"(?:within|in|over|during|inside|for) (?:the )?(?:next|coming|following) (?:{SOME['en']} )?(?:{_UNIT}|"
        rf"{_SHORT})(?!\w)",
        rf"{SOME['en']} (?:{_UNIT}|{_SHORT}) from (?:now|today)|in (?:a |{SOME['en']} )?(?:year|month|week|"
        r"day)s?'?s? time",
        rf"(?:in|during|over|on|this|next|throughout|at|for|by) (?:the )?(?:{_EDGE}(?:[ -](?:of )?)(?:the "
        rf")?)?(?:{_NEXT} )?"
        rf"(?:{_DATE}|{_SCHOOL_YEAR}|{YEAR}|(?:{_TERM}|{_SEASON}|{_FEAST})(?:,? (?:of |in )?(?:{_SCHOOL_YEAR}|"
        rf"{YEAR}|next year)))(?!\w)",
        rf"(?:in|during|over|on|at)?(?:^|(?<= )| )(?:this|next|the coming|this coming|the next) (?:{_SEASON}|"
        rf"{_FEAST}|{_ELECTION}|{_TERM}|year|{MONTH}|decade)(?! (?:to|door)\b){_OF_YEAR}(?!\w)",
        rf"(?:at|in|after|from) (?:the )?(?:{_EDGE}(?:[ -](?:of )?)(?:the )?)(?:{_NEXT} )?(?:{_SEASON}|{_FEAST}|"
        rf"{_ELECTION}|{_TERM}|year|decade){_OF_YEAR}(?!\w)",
        rf"(?:the )?(?:{_EDGE}(?:[ -](?:of )?)(?:the )?)(?:{_NEXT} )?(?:{_DATE}|{YEAR}|{_SCHOOL_YEAR}|(?:{_TERM}|"
        rf"{_SEASON}){_OF_YEAR})(?!\w)",
        rf"(?:at|for|over) (?:christmas|easter|whitsun)(?:,? {YEAR})?(?!\w)",
        rf"{_NTH} {MONTH}(?: {YEAR})?|{MONTH} {YEAR}|(?:{_SEASON}|christmas|easter) {YEAR}",
        rf"(?:after|beyond|past) {YEAR}|(?:the )?{YEAR} (?:season|school year|term|elections?|census|festival|"
        r"summer|winter)",
        rf"(?<=[(:,;] ){YEAR}(?=\W*$)|{YEAR}(?=\W*$)",
    )
)
NOT_BEFORE: Final = re.compile(
    r"(?<!\w)(?:since|every|each|compared (?:to|with)|aged|age|over|under|than|ago|versus|against|the|from|as in|"
    r"last|plan|agenda|vision|strategy|act|programme|program|"
    r"goals?|objectives?|towards|future|horizon)(?: (?:the|in|for|of))? ?$"
)
RHYTHM: Final = re.compile(
    rf"(?<!\w)(?:(?:every|each) (?:other |second |{NUMBER['en']} )?(?:single )?(?:{_DAY_NAME}|day|night|week|month|"
    r"year|quarter|term|evening|morning|afternoon|weekend|"
    rf"winter|summer|autumn|spring|season|christmas|hour|fortnight|{NUMBER['en']} (?:days|weeks|months|years|hours|"
    r"minutes)|days|weeks|months|years|hours|minutes)|"
    rf"(?<!fewer than )(?<!less than )(?<!more than )(?<!at most )(?:once|twice|(?:{NUMBER['en']}|one|several) "
    rf"(?:times|days|evenings|nights|visits?|hours|meals|trips?)) "
    r"(?:a|per|each|every|in a|an) (?:day|night|week|month|year|quarter|term|"
    r"fortnight|hour|weekend)|(?<!inside )(?<!within )(?<!under )(?<!than )(?:a|per) (?:day|night|week|month|year|"
    r"hour|fortnight)(?= |$|\.)(?! (?:old|long|from|"
    r"before|after|of))|daily|weekly|monthly|yearly|annually|quarterly|"
    rf"fortnightly|nightly|24/7|on (?:{_DAY_NAME}s|weekdays|weekends)|{_DAY_NAME}s|seven days a week)(?!\w)"
)
