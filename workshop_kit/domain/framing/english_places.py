"""What English places are called: heads of names, buildings, spots one could point at, sides and parts of a place."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.framing.place_names import FEW, NAME, UP

#: The last word of a place's or a building's name: "Priory Meadow", "the Regal cinema", "Nelson House".
HEADS: Final = (
    r"(?:town centre|village centre|city centre|market place|market square|high street|main street|town square|village "
    r"green|seafront|waterfront|promenade|quayside|street|road|lane|avenue|drive|crescent|terrace|row|way|landfill|"
    r"tip|works|plant|terminal|refinery|power "
    r"station|"
    r"colliery|mine|quarry|meadows?|fields?|woods?|copse|spinney|commons?|court|courtyard|house|houses|lodge|"
    r"cottages|mansions|"
    r"buildings?|"
    r"flats|towers?|block|almshouses|manor|hall|rectory|cinema|theatre|theater|playhouse|opera house|church|chapel|"
    r"abbey|priory|cathedral|minster|mosque|temple|castle|fort|mill|mills|farm|library|pool|baths|lido|leisure centre|"
    r"sports centre|community centre|youth centre|arts centre|day centre|health centre|medical centre|children's "
    r"centre|shopping centre|civic centre|community hub|station|halt|depot|airport|pier|harbour|harbor|port|quays?|"
    r"wharf|docks?|marina|jetty|mews|gardens?|grove|rise|brow|brae|bank|banks|view|vale|yard|steps|stairs|wynd|close|"
    r"ginnel|parade|promenade|esplanade|walk|circus|place|plaza|piazza|boulevard|parkway|turnpike|trail|heath|moors?|"
    r"fells?|pikes?|tarn|mere|water|waters|downs?|wolds|fens?|marsh(?:es)?|levels|broads?|beach|bays?|coves?|sands|"
    r"head|point|ness|firth|sound|strand|lochs?|loughs?|glens?|dales?|dene|burn|brook|beck|bourne|creek|canal|locks?|"
    r"weir|ferry|pass|gap|gorge|cliffs?|crags?|reservoir|lakes?|lagoon|delta|falls|springs|heights|hills?|mountains?|"
    r"ridge|plateau|peninsula|islands?|isles?|atoll|canyon|mesa|bayou|hollow|prairie|cemetery|crematorium|hospital|"
    r"infirmary|surgery|clinic|academy|primary|infants|juniors|grammar|school|college|university|campus|nursery|"
    r"market|market hall|arcade|precinct|retail park|business park|industrial estate|trading estate|stadium|arena|"
    r"museum|gallery|arms|inn|tavern|hotel|pavilion|bandstand|corner|corners|cross|gate|bar|bridge|viaduct|tunnel|"
    r"junction|crossing|roundabout|interchange|allotments|recreation ground|playing fields?|football ground|"
    r"caravan park|holiday park|country park|nature reserve|township|reservation|reserve|homesteads?|townlands?|"
    r"villages|hamlets|parishes|valleys|wards|estates|blocks|high-rises)"
)
#: Who or what has an article and a capital and is no place.
_NO_PLACE: Final = (
    r"(?!(?:council|census|jubilee|olympics?|paralympics?|guides?|scouts?|cubs?|brownies|lottery|internet|army|navy|"
    r"state|government|parliament|assembly|senate|commission|ministry|minister|bible|quran|koran|highway code|equality|"
    r"budget|crown estate|queen|king|prince|princess|duke|mayor|sheriff|police|nhs|bbc|eu|un|uk|christmas|easter|"
    r"halloween|summer|winter|spring|autumn|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|english|french|german|spanish|welsh|"
    r"irish|scottish|gaelic|polish|roma|romany|leaving|junior|duke of|act|charter|covenant|constitution|treaty|"
    r"agency|authority|trust|fund|board|union|party|greens|tories|labour|liberal|conservatives?|health|environment|"
    r"education|home office|treasury|world cup|cup|league|premier|church of|children|romans?|victorians?|tudors?|"
    r"vikings?|second world|first world|great war|war|covid|pandemic|advent|lent|ramadan|eid|diwali|passover|"
    r"wi|rnli|rspb|rspca|ywca|ymca|gp|mp|msp|bid|cab)\b)"
)
#: Feasts, days and tongues that stand before a head: "the Christmas market", "Gaelic-medium nursery".
_NO_FIRST: Final = (
    r"(?!(?:christmas|easter|halloween|advent|ramadan|eid|diwali|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|english|french|"
    r"german|spanish|welsh|irish|gaelic|polish|maori|premier|world|covid|summer|winter|spring|autumn|nhs|eu|un|uk)\b)"
)
#: What follows the name of a place where a body, a paper or a team is meant.
_NO_BODY: Final = (
    r"(?! (?:council|councillors?|board|committee|association|society|trust|fund|team|staff|governors?|newsletter|"
    r"magazine|choir|band|club|united|rovers|city fc|fc|festival|fair|fete|carnival|show|plan|charter|agreement|"
    r"strategy|group|forum|partnership|limited|ltd|act|road|street|lane|day|prize|award)\b)"
)
#: Spots one could point at, behind a preposition: common nouns, never a mere setting ("at school", "in hospital").
_SPOTS: Final = (
    r"(?:belfry|steeple|spire|rafters|eaves|ramparts|battlements|cloisters?|crypt|churchyard|arches|archways?|"
    r"railway arches|canopy|shingle|spit|sandbanks?|mudflats?|saltmarsh(?:es)?|reedbeds?|"
    r"wetlands?|mangroves?|reef|shallows|shoreline|"
    r"water'?s edge|water meadows?|floodplains?|moorland|heathland|grassland|woodlands?|plantation|orchards?|"
    r"vineyards?|"
    r"hedgerows?|hillsides?|slopes?|summit|clifftop|gorge|ravine|gully|ditch(?:es)?|dykes?|embankments?|levee|"
    r"bottomlands?|prairies?|plains?|veld|bush|outback|steppe|savannah?|desert|highlands|lowlands|"
    r"high-?rises?|tower blocks?|blocks?|towers|tenements?|apartments|maisonettes|bungalows|terraces|almshouses|"
    r"prefabs|sheltered flats|stairwells?|landings|courtyards?|back lanes?|alleys?|alleyways?|passages?|snickets?|"
    r"twittens?|closes|underpass(?:es)?|subways?|overpass|flyover|footbridges?|steps|bus shelters?|shelters|bus lanes?|"
    r"bus stops?|stops|lay-?bys|cycle lanes?|cycleways?|bridleways?|byways?|towpaths?|trails?|tracks?|bends?|corners?|"
    r"crossroads|junctions?|roundabouts?|traffic lights|slip ?roads?|motorway|dual carriageway|hard shoulder|"
    r"covered market|indoor market|market|marketplace|market place|food hall|arcades?|parade|precincts?|mall|"
    r"retail park|trading estate|industrial estates?|business park|science park|enterprise zone|"
    r"fire station|police station|signal box|engine shed|goods yard|sidings|platforms?|ferry terminal|ferry|airport|"
    r"airstrip|aerodrome|port|dockside|dockyard|shipyard|fish quay|quayside|wharf|wharves|boatyard|moorings?|"
    r"caravan park|caravan site|holiday park|campsites?|traveller sites?|camps?|encampments?|townships?|reserve|"
    r"reservation|settlement|skate ?park|bowling green|tennis courts?|playgrounds?|play area|play park|pitch(?:es)?|"
    r"stadium|lido|bandstand|gardens?|walled garden|graveyards?|churchyards?|cemeteries|crematorium|"
    r"brownfield|brownfields|gap site|vacant lots?|wasteland|waste ground|scrapyard|dump|spoil heaps?|slag heaps?|"
    r"quarries|gravel pits?|pits?|mineshafts?|colliery|steelworks|smelter|power station|pumping station|sewage works|"
    r"treatment works|outfall|reservoirs?|aqueduct|culvert|springs?|wells?|boreholes?|waterfall|rapids|gasometer|"
    r"islets?|isles?|skerries|archipelago|atoll|lagoon|delta|estuaries|firth|sound|lough|fjord|"
    r"border|frontier|borderlands?|uplands?|plateaux?|watershed|coastal path|national park|nature reserve|country park|"
    r"green belt|corridor|ring road|one-way system|roadworks|school gates?|school run|town walls?|city walls?|ramparts|"
    r"citadel|old town|lower town|upper town|bus depot|tram stop|taxi rank|cattle grid|weighbridge|showfield)"
)
_BEHIND: Final = (
    r"(?:behind|opposite|next to|beside|in front of|outside|across from|above|below|beneath|beyond|near|near to|"
    r"close to|round|around|alongside|past|over|under)"
)
#: Buildings that are settings behind "in" and "at", and spots behind what says on which side of them.
_BESIDE: Final = (
    r"(?:abattoir|slaughterhouse|dairy|creamery|cannery|sawmill|tannery|distillery|waterworks|bowling alley|bingo hall|"
    r"casino|job ?centre|town hall|village hall|church hall|scout hut|recycling centre|care home|hospice|cinema|"
    r"theatre|"
    r"museum|library|post office|dump|tip|university|college|academy|hospital|infirmary|shops?|shop parade|co-op|"
    r"supermarket|superstore|takeaways?|"
    r"chip shop|chippy|bakery|bakers|butchers|garage|filling station|petrol station|laundrette|launderette|bookies|"
    r"cash ?point|nurser(?:y|ies)|playgroup|schools?|churches|mosque|temple|synagogue|gurdwara|cathedral|abbey|"
    r"medical centre|health centre|community centre|leisure centre|sports centre|swimming pool|baths|gym|stadium|"
    r"police station|fire station|council offices|civic centre|courthouse|prison|jail|mill|works|plant|factory|"
    r"incinerator|depot|sorting office|bus garage|railway|railway line|tracks|motorway|bypass|bridge|pylons|"
    r"wind turbines|substation|mast|houses|flats|cottages|gardens|barns?|sheds?|stables)"
)
#: Where many live: what is of them is theirs.
_DWELLINGS: Final = (
    r"(?:high-?rises?|tower blocks?|blocks|towers|tenements?|maisonettes|terraces|almshouses|prefabs|flats|cottages|"
    r"bungalows|sheltered flats|caravan park|campsite|caravan site|traveller sites?|camps?|encampment|townships?|"
    r"reserve|reservation|settlement|archipelago|atoll|lagoon|delta|old town|lower town|upper town|plateau|plains?|"
    r"borderlands?|uplands?|highlands|lowlands|national park|moorland)"
)
#: The names of inns.
_INNS: Final = (
    r"(?:lion|horse|hart|bear|bull|swan|stag|fleece|oak|anchor|bell|crown|plough|fox|hounds|head|star|ship|boar|dragon|"
    r"eagle|cock|lamb|greyhound|ram|pheasant|partridge|castle|arms|inn|tavern|tap|wheatsheaf|barrel|tun|man|elm|tree)"
)
_DET: Final = (
    rf"(?:the |our |this |these |that |those |both |all |its |their |your |two |three |four |five |six |seven |eight "
    rf"|nine |ten |\d+ ){FEW}"
)
_MANNER: Final = (
    r"(?:(?!same|next|last|first|digital|information|career|property|housing|political|social|legal|level|"
    r"common)[a-z][a-z'-]{2,} ){0,2}?"
)
_IN: Final = (
    r"(?:in|at|on|onto|off|across|along|alongside|around|round|throughout|through|from|near|within|between|behind|"
    r"over|under|above|below|beneath|beside|by|down|up|into|to|outside|inside|past|opposite|beyond|towards|among)"
)
_SIDES: Final = (
    r"(?:(?:north|south|east|west|far|other|near|lee|sunny|shady|seaward|landward|town|sea|river|church|wrong|right|"
    r"left|northern|southern|eastern|western)[ -]?(?:-?(?:east|west))? (?:side|end|half|bank|shore|edge|coast|quarter|"
    r"wing|part|corner|slope|flank)s?)"
)
#: A part of what is named: "rural Kent", "the rest of Fife", "the heart of Leeds".
_PART_OF: Final = (
    r"(?:(?:all|most|much|part|parts|half|any part|every part|every corner|both sides|either side|the \w+(?: \w+)?) of "
    r"|(?:rural|urban|suburban|coastal|inland|central|downtown|inner|outer|greater|mid|upper|lower|old|inner-city|"
    r"north|"
    r"south|east|west|northern|southern|eastern|western|north-east|north-west|south-east|south-west|medieval|"
    r"historic|outer|metropolitan|remote|deepest|darkest|sunny|flooded|post-war|multicultural) )"
)
_SURE: Final = (
    (2, rf"(?:of|{_IN}) (?:the )?{_PART_OF}(?:the )?{NAME}"),
    (3, rf"(?:(?:of|{_IN}) )?(?:the |our )?{_NO_FIRST}{NAME} {HEADS}(?!\w){_NO_BODY}"),
    (3, rf"(?:^|(?<=[.;:!?] ))(?:the )?{_NO_FIRST}[a-z][\w'-]+ (?={UP}){HEADS}(?!\w){_NO_BODY}"),
    (3, rf"(?:(?:of|{_IN}) )?(?:the )(?={UP})[\w']+ (?={UP}){_INNS}(?!\w){_NO_BODY}"),
    (
        3,
        rf"(?:(?:of|{_IN}) )?(?:the )?(?:rue|calle|via|avenue|mount|lake|loch|lough|glen|strath|cwm|ynys|port|fort|ben|"
        rf"isle of|county|river|cape|ward|mid|great|little|upper|lower|nether|over|north|south|east|west|inner|outer|"
        rf"market|chipping|bishops?|kings?|long|high|old|new) (?!year|age|deal|testament|labour|world|health|sea|ham|"
        rf"lent){NAME}(?! (?:council|united|health|railway))",
    ),
    (3, rf"(?:^|(?<=[.;:!?] ))(?:st\.?|saint|ste) {NAME}"),
    (3, rf"of (?:the |our |these |those |all ){_DET}{_MANNER}{_DWELLINGS}(?!\w){_NO_BODY}"),
    (
        4,
        rf"(?:reach(?:es|ed|ing)?|enter(?:s|ed|ing)?|climb(?:s|ed|ing)?|get to|gets to|cross(?:es|ed|ing)?|back to|"
        rf"out of) (?:the |our ){_MANNER}(?:{_BESIDE}|{_SPOTS}|beach|hall|library|surgery|station|centre|river|quay|"
        r"pier|harbour|park|square|castle|church|chapel|tip|post office|bank)(?!\w)",
    ),
    (
        3,
        rf"(?:{_IN} (?:the |our |this )|)(?:north|south|east|west|downstream|upstream|downhill|uphill|inland|offshore|"
        rf"seaward|round the back|in the shadow|within sight|within earshot|to the (?:north|south|east|west))(?:-east|"
        rf"-west)? (?:of|from) (?:the |our )?(?:{NAME}|(?:[a-z-]+ ){{0,2}}?(?:{_BESIDE}|{_SPOTS}|river|weir|dam|"
        rf"canal|line|"
        rf"road|town|village|hill|ridge|estate|border|bridge))(?!\w)",
    ),
    (
        3,
        rf"(?:on|at|to|from|along|in|of|down|up) (?:the |our |this |either |both |each ){_SIDES}(?: of (?:the |our "
        rf")?(?:{NAME}|[a-z-]+))?(?!\w)",
    ),
    (3, rf"{_BEHIND} (?:the |our ){_MANNER}{_BESIDE}(?!\w)(?! (?:staff|board|team|service|run|hours|day)\b)"),
    (
        3,
        rf"{_IN} (?:the |our |this |that |these |those |its |their |both |all ){_DET}{_MANNER}{_SPOTS}(?!\w){_NO_BODY}"
        r"(?! (?:of (?:the )?(?:year|week|day|month)|economy|industry|places?|traders?|stalls?|users?)\b)",
    ),
    (
        3,
        rf"(?:in|on|across|around|from|of|at|to|near) {_DET}(?:outlying|remote|scattered|isolated|distant|far-flung|"
        r"hill|upland|lowland|marginal|coastal|lakeside|riverside|roadside|inland|rural|mountain|fly-in|off-grid|"
        r"neighbouring|surrounding|border|frontier|former mining|former pit|pit|mining|fishing) (?:[a-z-]+ )?"
        r"(?:farms?|farmsteads?|crofts?|ranches|stations|homesteads?|townships?|townlands?|cottages|villages|hamlets|"
        r"parishes|islands|valleys|districts|counties|communes|towns|areas|communities|reserves?|outposts|camps|"
        r"plots|smallholdings)(?!\w)",
    ),
    (
        3,
        r"(?:in|across|outside|within|throughout|around|into|from|of|through) (?:the |our |this |every |each |any |"
        r"all )"
        r"(?:[a-z-]{3,} )?(?:conservation|flood|enterprise|harbour|pedestrian|low-emission|clean-air|shopping|business|"
        r"financial|theatre|cultural|historic|nature|industrial|residential|commercial|congestion|controlled parking|"
        r"catchment|travel-to-work|planning|policing|council|health board|health|school|delta|basin|border|dock|"
        r"station|"
        r"market|cathedral|castle|university|student|docklands?|lakes?|forest|national park) (?:area|zone|quarter|"
        r"district|belt|corridor|region|cluster)s?(?!\w)",
    ),
    (
        3,
        rf"(?:over|across|off|near|beside|round|around|through|above|below|beyond|throughout|past|into|beneath|under|"
        rf"alongside|at|by|down|up|onto|outside|behind|opposite|from|to) the {_NO_PLACE}{NAME}(?= |$|[.,;:!?)])",
    ),
    (
        4,
        r"(?<!could )(?<!should )(?<!can )(?<!would )(?<!must )(?<!will )(?<!may )(?<!might )(?<!by )(?<!for )(?<!to )"
        r"(?:the|our|this) (?:whole |entire )?(?:town|city|county|district|borough|region|ward|street|peninsula|coast|"
        r"archipelago|neighbourhood|suburb|commune|province|state|quay|square|bay|glen|dale|lane|avenue|terrace|"
        r"hamlet)(?= (?:has|is|keeps?|gets|makes|generates|produces|grows|runs|uses|sends|loses|gains|cuts|halves|"
        r"doubles|reaches|becomes|stays|remains|goes|meets|covers|heats|powers|recycles|composts|reuses|throws|emits|"
        r"feeds|houses|employs|welcomes|counts|sees|records|reports|consumes|burns|buys|supplies|stores|saves|boasts|"
        r"draws|attracts|will (?!(?:buy|build|pay|fund|hire|install|publish|launch|open|support|set|give|offer)\b))\b)",
    ),
)
_END: Final = (
    r"(?= *$|[.,;:!?)]| (?:by|before|in|within|from|for|to|are|is|and|until|after|this|next|on|at|as|or|who)\b)"
)
#: Turns that say where, to be tried behind those of ``english_territories``, each with its rank.
TURNS: Final = (
    *_SURE,
    (
        3,
        r"(?:round|around) (?:our|this|my) way(?!\w)|in (?:these|our|those) parts(?! of)(?!\w)|(?:in |from "
        r")?(?:our|this|my) "
        r"(?:neck of the woods|end of (?:the )?(?:town|valley|village|street|island|county|road))",
    ),
    (
        3,
        rf"(?:{_IN} )?(?:platform|pier|dock|terminal|plot|sector|zone|junction|lock|postcode) (?:area |district )?"
        r"(?:\d+\w?|(?-i:[A-Z])\w?\d+\w?)(?!\w)",
    ),
    (
        4,
        r"(?:the|our) (?:town|city|county|district|borough|region|ward|neighbourhood|suburb|commune|province|dale|glen|"
        r"street|coast|hamlet)(?='s \w)",
    ),
    (
        4,
        rf"(?:(?<=make )|(?<=keep )|(?<=save )|(?<=clean )|(?<=clear )|(?<=cross )|(?<=light )|(?<=restore )|"
        rf"(?<=protect )|"
        rf"(?<=love )|(?<=clean up )|(?<=around )|(?<=back to ))the {_NO_PLACE}{UP}[\w'-]+(?! {UP})(?= |$|[.,;!?])",
    ),
    (
        4,
        r"(?:in|at|on|outside|inside|behind) (?:the|our) (?:old |new |former |empty )?(?:"
        r"courthouse|museum|"
        r"theatre|cinema|bakery|forge|smithy|brewery|guildhall|corn exchange|custom house|assembly rooms|almshouse|"
        r"abbey|"
        r"cathedral|minster|friary|town house|tollhouse|malthouse|maltings|granary|icehouse|boathouse|coach house|"
        r"orangery|manor|rectory|vicarage|workhouse|hostel|youth hostel)(?!\w)(?! (?:staff|team|service|van|card|fund|"
        r"board|trust|shop)\b)",
    ),
    (3, rf"(?:downtown|uptown|midtown|upriver|downriver){_END}"),
    (
        3,
        r"(?:in|at|outside|inside|behind|around|beside|opposite|to|on the roof of|on top of|under|of) (?:the|our) "
        r"(?:old |new |former )?(?:town|village|parish|church|community|scout|guide|memorial|guild|drill|sports|music|"
        r"concert|city|public|miners'|working men's|temperance|county|corn|civic|social|youth|leisure|health|medical|"
        r"visitor|heritage|arts|garden|day|job|recycling|household waste) (?:halls?|librar(?:y|ies)|centres?|center|"
        r"pool|hut|exchange|club|institute|gallery|museum|theatre)(?!\w)(?! (?:staff|committee|team|trust|board|fund))",
    ),
    (3, r"(?:along |on |off |down |up )?(?:the )?(?-i:[ABCDELMNR])\d{1,4}(?!\w)(?= |$|[.,;:!?])(?<! [A-Z])"),
    (
        3,
        r"(?:out|up|down|over|back) here (?:(?:in|on|at|by) (?:the |our |this )?(?:\d+ )?[a-z-]+(?: (?:line|route|road|"
        r"estate|side|island|coast|hill|edge|fringe))?)(?!\w)",
    ),
    (
        4,
        r"(?<!could )(?<!should )(?<!would )(?<!must )this (?:island|village|town|city|valley|parish|street|estate|"
        r"neighbourhood|county|district|region|borough|hamlet|peninsula|coast)(?= (?:[a-z]+ly |never |still |"
        r"always |once |ever |no longer |hardly |at last )?(?:[a-z]{2,}[^s\W]s|has|"
        r"is|can|will|needs?|does|must)\b)",
    ),
)
