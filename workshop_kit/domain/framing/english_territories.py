"""How English says where: parts of a territory, ways, sites, names, with the prepositions before them."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.place_names import FEW, NAME

_AREAS_EN: Final = (
    r"(?:territor(?:y|ies)|(?:towns?|villages?|cit(?:y|ies))(?! (?:halls?|council|centre|green))|(?:town|village|"
    r"city) (?:centre|green)|hamlets?|parish(?:es)?|neighbou?rhoods?|districts?|boroughs?|count(?:y|ies)|regions?|"
    r"valleys?|islands?|coalfields?|headlands?|foreshore|fells?|heath|wolds?|floodplain|hinterland|foothills|"
    r"lowlands?|highlands?|"
    r"coast(?:line)?|estates?|"
    r"wards?|suburbs?|countryside|town centre|city centre|village centre|high street|streets?|peninsula|moors?|"
    r"dales?|uplands|rural areas?|area|areas|catchment|quarter|outskirts|municipality|"
    r"seafront|riverside|harbour|canal|inner city|coastal (?:villages|towns)|market town|borough|shire|"
    r"roads(?! (?:safety|users|deaths))|lanes|footpaths|pavements|settlements?|localit(?:y|ies)|river|beach(?:es)?|"
    r"estuary|forest|common)"
)
_PREP_EN: Final = (
    r"(?:in|at|on|across|around|throughout|from|of|near|within|along|between|through|over|outside|"
    r"inside|into|to|all over|everywhere in|all across|up and down|here in|for|down|beside|off|past|north "
    r"of|south of|east of|west of|towards|under|beyond|anywhere in|right across|in and around|round|above|below|"
    r"beneath|behind|beside|alongside|opposite|up|"
    r"either side of|both sides of|this side of|on and around|in or near|close to|next to|upstream of|downstream "
    r"of|onto|"
    r"out of|up to|down to|out to|over to|amid|among)"
)
_DET_EN: Final = (
    r"(?:the |our |this |these |that |every |each |all |any |some |its |their |a |an |of |both |whole "
    rf"|entire |your |my |own ){FEW}"
)
_ADJ_EN: Final = (
    r"(?:(?:hill|moorland|lakeside|small|rural|local|old|new|remote|coastal|whole|entire|two|three|"
    r"four|five|six|seven|eight|nine|ten|twelve|\d+|northern|southern|eastern|western|upper|lower|"
    r"state-maintained|minor|unlit|residential|neighbouring|nearby|tidal|outlying|poorest|largest|isolated|market|"
    r"mining|mountain|fishing|main|inner|outer|surrounding|"
    r"busy|council|housing|seaside|coalfield|riverside|hillside|historic|quiet|little|big|rainy|windswept|"
    rf"fast-growing|post-industrial|spread-out|sleepy|dormitory|commuter|university|garrison|border) ){FEW}"
)
_SITES_EN: Final = (
    r"(?:tarn|tops|bandstand|jetty|slipway|weir|locks?|bus station|bus stop|viaduct|lighthouse|windmill|cenotaph|"
    r"market ?place|"
    r"recreation ground|rec|dunes?|shore|bays?|coves?|headland|estuary|burn|loch|glen|brae|creek|ford|tunnel|cattle "
    r"market|(?:sports|football|play|county) ground|showground|racecourse|golf course|cricket ground|pavilion|"
    r"boathouse|wind farm|industrial estate|business "
    r"park|retail park|trading estate|shopping centre|crossroads|pavements?|footpaths?|verges?|lanes?|roads?|streets?|"
    r"promenade|prom|sands|coast road|allotment|village shop|(?:old|former|disused|derelict) [\w-]+|station|depot|"
    r"quays?|dam|sites?|moors?|tower|chapel|church|mill|green|common|square|bridges?|harbour|pier|"
    r"docks?|marina|canal|river|railway|junction|roundabout|crossing|campus|park|playing fields?|"
    r"allotments|seafront|waterfront|riverbank|car park|market hall|hill|hills|ridge|cliffs?|beach|lake|reservoir|"
    r"pond|yard|works|factory|barracks|airfield|castle|cemetery|precinct|arcade|mall|terminal|"
    r"fields?|fens?|levels|marsh(?:es)?|meadows?|woods|forest|quarry|bypass|ring road|main road|level crossing|war "
    r"memorial|tip|landfill|flats|towpath|cycle path|plateau|coast path|branch line|gasworks|brewery|country|old "
    r"school)"
)
_QUALIFIED_EN: Final = (
    rf"(?: (?:of |around |in |between |near )?(?:the )?{NAME}(?: (?:estate|valley|ward|"
    r"district|parish|road|street|area|park|side|coast|peninsula|hill|bay))?)?"
)
#: What is the area's and no area: "in district buildings".
_NO_COMPOUND: Final = (
    r"(?! (?:buildings?|schools?|staff|services?|budgets?|councils?|halls?|pubs?|councillors?|hospitals?|clubs?|teams?|"
    r"newsletters?|plans?|policy|offices?|workers?|funds?|meetings?|"
    r"clean-?ups?|festivals?|carnival|trust|watch|patrols?|trips?|race|assembl(?:y|ies)|elections?|committees?|courts?|"
    r"police|purse|taxes|rates|"
    r"waste|rubbish|bins|energy|electricity|emissions|heating|lighting|transport|water|taxes|tax|"
    r"magazine|website|apps?|shops?|jobs?|life|affairs|politics|matters|libraries|care|nurses?|planning)\b)"
)
#: Where nobody can point at: "across the board", "throughout the year".
_NOWHERE: Final = (
    r"board|year|week|day|night|month|winter|summer|spring|autumn|season|term|sector|sectors|services?|generations?|"
    r"ages?|organisation|council|workforce|curriculum|spectrum|process|project|population|community|communities|school|"
    r"schools|scenes|box|law|norm|curve|times|system|industry|economy|holidays?|event|festival|building|life|world|"
    r"globe|internet|media|political|social|public|age|point|hours?|pandemic|partnership|team|family|families"
)
#: Turns that say where, the surest first, each with its rank.
TURNS: Final = (
    (1, rf"(?:(?:{_PREP_EN}) ){_DET_EN}{_ADJ_EN}{_AREAS_EN}(?!\w){_NO_COMPOUND}{_QUALIFIED_EN}"),
    (
        1,
        r"(?:on |along |off |across )?(?:the )?(?:route|highway|interstate|county road|state road|junction) "
        r"\d+\w?(?!\w)",
    ),
    (1, rf"(?:in |across |around |throughout )?(?:county|co\.) {NAME}"),
    (
        2,
        r"between (?:the |our )?(?!(?:ages?|young|old|rich|poor|people|generations?|residents?|council|communit|"
        r"schools and)\w*)"
        rf"[\w'-]+(?: [\w'-]+)? and (?:the |our )?(?:{NAME}|(?:bus |train |railway )?(?:station|school|shops?|centre|"
        rf"church|hospital|college|"
        r"village|town|river|bridge|harbour|surgery|library|park|quay|hall|green))(?!\w)",
    ),
    (
        2,
        r"from the [\w-]+(?: (?:lot|station|gate|stop|hall|park|school|estate|square))? to the [\w-]+(?: (?:field|"
        r"ground|station|"
        r"park|school|hall|stop|centre|shops))?(?!\w)",
    ),
    (
        3,
        rf"(?:across|throughout|all over|right across) (?:the|our|this) (?!(?:{_NOWHERE})\b)(?:[a-z-]+ (?!of\b)){{0,1}}"
        rf"(?!(?:{_NOWHERE})\b)[a-z-]{{4,}}(?= *$|[.,;:?!]| by | before | in | within | from | for | to | are | is | "
        rf"and )",
    ),
    (
        3,
        rf"(?:behind|opposite|next to|beside|in front of|outside|past|across from) (?:the|our) (?!(?:{_NOWHERE})\b)"
        rf"(?:[a-z-]+ ){{0,2}}?(?:centre|center|school|hall|office|station|stop|field|ground|gates?|estate|works|house|"
        rf"tower|market|rank|court|stand|club|bank|store|supermarket|chapel|theatre|cinema|museum|college|pool|rink|"
        rf"gym|"
        rf"bakery|butcher's|chip shop|bandstand|memorial|fountain|cross)(?!\w)",
    ),
    (
        3,
        r"(?:of|for|on|in|at|into|to) the (?:old|former|disused|derelict|abandoned|empty) (?!(?:people|age|days|town|"
        r"folk|ways?|world|system|one)\b)[a-z-]+(?: (?:market|station|school|works|mill|yard|hall|hospital|factory|"
        r"site|"
        r"pub|chapel|bank|house|quarry|depot|brewery|barracks|cinema|bakery|library|building|farm|shed))?(?!\w)",
    ),
    (
        3,
        r"(?:at|on|by|near) the (?:foot|edge|gates|mouth|head|bottom|top) of (?:the|our) (?!(?:day|year|term|month|"
        r"week|list|"
        r"agenda|season|class|table|ladder|league|queue|council|debate)\b)[a-z-]+",
    ),
    (3, rf"(?:the |all |tout )?(?:whole|entire|all|rest) of (?:the )?{NAME}"),
    (
        4,
        r"(?:the|our) (?:high street|harbour|seafront|promenade|coalfield|market place|old town|lower town|upper town|"
        r"old quarter|riverside|waterfront|town square|village green|common)(?!\w)(?! (?:shops?|fund|fair|board|trust|"
        r"office|master|plan|team|market|committee|association))",
    ),
    (
        4,
        rf"(?:leav(?:e|es|ing)|cross(?:es|ing)?) (?:the|their|our|its) (?:own )?{_AREAS_EN}(?!\w){_NO_COMPOUND}",
    ),
    (
        3,
        r"(?:behind|opposite|next to|beside|in front of|outside|across from|near|by|round|past) (?:the|our) (?:(?:old|"
        r"new|"
        r"primary|"
        r"elementary|village|town|parish|secondary|infant|community|health|bus|train) )?(?:school|hall|library|"
        r"surgery|clinic|"
        r"hospital|shops?|pub|church|chapel|post office|gates?|stop|co-op|garage|nursery|cemetery|centre|playground|"
        r"pool)(?!\w)"
        r"(?! (?:staff|board|council|team))",
    ),
    (3, r"on the (?:walls?|roof|side|front|steps) (?:of|o') the [\w-]+"),
    (3, r"(?:village|valley|county|town|parish|city|district|estate|island|borough|community|region)[- ]?wide(?!\w)"),
    (
        1,
        rf"(?:(?:{_PREP_EN}) )?(?:the )?(?:\d+ )?(?:\d+(?:st|nd|rd|th)|{NAME}) (?:street|st|road|rd|lane|"
        r"avenue|square|close|way|drive|crescent|terrace|hill|row|estate|valley|ward|district|parish|park|"
        r"primary|school|hall|library|bridge|quarter|bay|island|green|common|county|borough|surgery|college|"
        r"hospital|high street)(?!\w)",
    ),
    (
        1,
        r"(?:along|on|across|of|beside|by|off|near) (?:the )?(?:(?-i:[ABCLMNR])\d+|high street|main street|ring "
        r"road|river \w+|canal)(?!\w)",
    ),
    (2, rf"between {NAME} and {NAME}"),
    (
        2,
        rf"(?:(?:{_PREP_EN}) )(?:the )?(?:(?:town|village|city|county|parish|district|valley|borough|isle|port|"
        rf"vale|hamlet) of )?{NAME}",
    ),
    (
        3,
        r"(?:on|at|in|behind|below|beneath|beside|alongside|opposite|outside|near|along|under|above|around|by|"
        rf"off|across|over) (?:the |our )(?:[\w-]+ )?{_SITES_EN}(?!\w)(?! (?:of |board|staff|manager|hall|team|"
        r"fund|service))",
    ),
    (3, r"(?:the|under the|on the) (?-i:[ABCLMNR])\d+(?!\w)|in town(?!\w)"),
    (
        4,
        r"(?:the|our) (?:marsh|moors|fens?|marina|parish|valley|estate|island|village|hamlet|neighbourhood|moor|"
        r"(?:town|village|city) "
        r"centre)(?!\w)(?! (?:fair|fete|hall|school|shops?|pub|green|band|team|festival|club|council|debt|"
        r"budget|magazine|church|clerk|plan))",
    ),
    (3, r"(?:round here|around here|locally)"),
    (
        3,
        r"(?:every|each|all|no|our|all the|all our|two|three|four|five|\d+) "
        rf"{_ADJ_EN}{_AREAS_EN}(?!\w){_NO_COMPOUND}{_QUALIFIED_EN}",
    ),
    (2, r"(?:on|along|down|up|in) the (?-i:[A-Z])[\w'-]+(?= |$|[.,;!?])(?! (?-i:[A-Z]))"),
    (
        3,
        r"(?:in|on|across|along|around|of|from|through|throughout|up) (?:the|our) (?:townlands?|cut|glens?|fells?|"
        r"dales?|"
        r"wolds?|broads|borders|machair|lochside|foreshore|ginnels?|mews|precinct|arcade|retail park|business park|"
        r"industrial estate|showground|recreation ground|rec|cross|strand|bog|mountain)(?!\w)|^here(?=,)|(?:a?round|"
        r"on) the "
        r"green(?!\w)|(?:in|across|throughout) the (?-i:[A-Z])[a-z]{4,}s(?!\w)|(?:in|across) (?:the |all |our "
        r")(?:two|three|"
        r"four|five|six|\d+) communes|(?:in|of|from) any of our [a-z-]{4,}s(?!\w)",
    ),
)
#: What only looks like a place: everywhere, or nowhere in particular.
OWN: Final = re.compile(
    r"^(?:in (?:a|three) quarters?|to the street|on the streets?|off the "
    r"streets?|in the streets?|for (?:the )?(?:city|town|council)|by the (?:city|town)|to the (?:area)|in "
    r"(?:some|many) areas|every quarter|each quarter|in the (?:old|former) (?:days|ways)|of the area|to roads|to "
    r"streets|for roads|to towns|in the common|by (?:road|area))(?!\w)"
)
