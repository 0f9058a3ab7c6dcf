"""English names of places that a dictionary lists too, and what only looks like a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing.words import Word, list_plain

#: Languages, sites of the web and programs: "in Maori", "on YouTube".
NO_NAMES: Final = list_plain(
    "maori swahili zulu xhosa hindi tamil telugu igbo yoruba hausa amharic tigrinya pashto dari kurdish persian hebrew "
    "greek danish swedish norwegian finnish czech slovak hungarian bulgarian lithuanian latvian estonian albanian "
    "serbian croatian bosnian thai vietnamese japanese korean mandarin cantonese nepali sinhala tagalog malay creole "
    "breton basque catalan cornish manx inuktitut cree ojibwe braille makaton bsl esol latin esperanto afrikaans "
    "setswana sesotho shona wolof twi luganda malayalam marathi sylheti ulster-scots doric "
    "youtube instagram tiktok twitter netflix spotify linkedin snapchat telegram teams nextdoor airbnb uber amazon "
    "ebay "
    "gofundme powerpoint minecraft windows android iphone bluetooth javascript python scratch strava wikipedia "
    "what's who's where's that's it's here's there's let's how's when's "
    "flat unit room platform"
)
#: Bodies that act, whose names end so.
_BODY: Final = re.compile(
    r" (?:Authority|Agency|Trust|Fund|Union|Party|Commission|Ministry|Department|Services?|Council|Office|Board|League|"
    r"Network|Alliance|Foundation|Society|Association|Institute|Federation|Company|Corporation|Committee|Programme|"
    r"Charter|Award|Prize|Cup|Act|Bill|Code|Plan|Scheme|Pledge|Guarantee|Cert|Certificate|Cycle|"
    r"Exams?|Games|Olympics|Paralympics|Championships?|Marathon|Tour|Festival|Fair|Show|Day|Week|Month|Year)$"
)
#: Buildings that have a staff, a crew, a cook.
_RUN: Final = re.compile(r" (?:station|hall|school|church|hospital|library|museum|theatre|club|college|mill|depot)$")


#: What is bought or made something else, of what the state is bad, and where somebody goes away to.
_ACTED_ON: Final = re.compile(
    r"\b(?:buy(?:s|ing)?|purchas\w+|acquir\w+|turn(?:s|ing)?|convert\w*|leas\w+|rent(?:s|ing)?|sell(?:s|ing)?) $"
)
_ABOUT: Final = re.compile(
    r"\b(?:map|plan|list|survey|history|guide|photos?|pictures?|state|condition|decline|lack|care|repair|"
    r"maintenance|upkeep|loss|most|made|more|use|fond|tired|"
    r"proud|thinking|instead|because) $"
)
_AWAY: Final = re.compile(r"\b(?:leav(?:e|es|ing)|left|depart(?:s|ed)?|off|head(?:s|ed|ing)?) $")
_PUPILS: Final = re.compile(
    r" (?:leavers?|pupils?|children|students?|kids|teachers?|meals?|dinners?|runs?|bus(?:es)?)\b"
)


def is_no_place(said: str, before: str, after: str) -> bool:
    """Say whether a stretch names a language, a body, or what is a place's own: "the fire station's crew"."""
    words = said.lower().split()
    if words[0] in {"the", "our"} and _ACTED_ON.search(before):
        return True
    if words[0] == "of" and words[1] in {"the", "our"} and said == said.lower() and _ABOUT.search(before):
        return True
    if (words[0] == "for" and _AWAY.search(before)) or (words[-1] == "school" and _PUPILS.match(after)):
        return True
    own = after.startswith("'s ") and _RUN.search(said) is not None
    return words[-1] in NO_NAMES or _BODY.search(said) is not None or own


#: Towns, lands, rivers and regions whose names a dictionary lists: at the beginning of a sentence they are names too.
KNOWN: Final = list_plain(
    "aberdeen bangor barnsley barrow basildon basingstoke bath bedford belfast berwick bexley birkenhead birmingham "
    "blackburn blackpool bolton boston bournemouth bradford brent brighton bristol bromley burnley burton bury "
    "calderdale cambridge camden canterbury cardiff carlisle chatham chelmsford cheltenham chester chesterfield "
    "chichester colchester cork corby coventry crawley crewe croydon darlington dartford derby derry doncaster "
    "dorchester "
    "dover drogheda dublin dudley dumfries dundalk dundee durham ealing eastbourne edinburgh ely enfield exeter "
    "falkirk "
    "falmouth folkestone galway gateshead glasgow gloucester grimsby guildford hackney halifax hamilton haringey "
    "harlow "
    "harrogate harrow hartlepool hastings havering hereford hillingdon hounslow huddersfield hull inverness ipswich "
    "islington kendal kettering kilkenny kilmarnock kingston kirkcaldy lambeth lancaster leeds leicester letterkenny "
    "lewes lewisham lichfield limerick lincoln lisburn liverpool london londonderry lowestoft ludlow luton maidstone "
    "manchester mansfield margate merton middlesbrough motherwell newark newcastle newham newport newry northampton "
    "norwich nottingham nuneaton oban oldham oxford paisley penzance perth peterborough plymouth poole portsmouth "
    "preston "
    "ramsgate rochdale rotherham runcorn salford salisbury scarborough sheffield shrewsbury slough southampton "
    "southend southport southwark stafford stevenage stirling stockport stockton stoke stratford stroud sunderland "
    "sutton "
    "swansea swindon tamworth taunton telford torquay truro wakefield wallasey walsall warrington warwick waterford "
    "watford wells wexford weymouth whitby whitehaven wigan winchester windsor woking wolverhampton worcester "
    "workington "
    "worthing wrexham yeovil york "
    "bedfordshire berkshire buckinghamshire cambridgeshire cheshire cornwall cumbria derbyshire devon dorset essex "
    "gloucestershire hampshire herefordshire hertfordshire kent lancashire leicestershire lincolnshire merseyside "
    "norfolk northamptonshire northumberland nottinghamshire oxfordshire rutland shropshire somerset staffordshire "
    "suffolk surrey sussex teesside tyneside wearside warwickshire wiltshire worcestershire yorkshire wessex anglia "
    "mercia aberdeenshire angus argyll ayrshire fife lothian lanarkshire orkney shetland caithness sutherland skye "
    "mull "
    "arran islay jura lewis harris bute tiree uist barra anglesey powys gwynedd pembrokeshire glamorgan ceredigion "
    "carmarthenshire snowdonia eryri ulster munster leinster connacht antrim armagh fermanagh tyrone donegal mayo "
    "sligo "
    "leitrim roscommon cavan monaghan meath louth kildare wicklow carlow laois offaly clare kerry tipperary jersey "
    "guernsey alderney sark wight "
    "england scotland wales ireland britain cymru france germany spain italy portugal belgium netherlands holland "
    "luxembourg switzerland austria poland romania bulgaria greece hungary ukraine norway sweden finland denmark "
    "iceland "
    "estonia latvia lithuania malta cyprus canada america usa australia zealand india pakistan bangladesh nepal "
    "kenya uganda tanzania ghana nigeria cameroon senegal mali malawi zambia zimbabwe botswana namibia rwanda burundi "
    "ethiopia somalia sudan egypt morocco tunisia algeria lesotho eswatini mozambique angola gabon togo benin liberia "
    "gambia jamaica barbados trinidad grenada dominica haiti guyana belize fiji samoa tonga vanuatu kiribati tuvalu "
    "malaysia singapore indonesia philippines vietnam thailand cambodia japan korea china brazil argentina mexico peru "
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois "
    "indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri "
    "montana "
    "nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming "
    "alberta manitoba ontario quebec saskatchewan yukon nunavut labrador newfoundland queensland tasmania victoria "
    "auckland christchurch dunedin wellington otago canterbury waikato sydney melbourne brisbane adelaide darwin "
    "hobart "
    "chicago detroit denver seattle portland austin dallas houston phoenix baltimore cleveland pittsburgh philadelphia "
    "toronto montreal vancouver calgary edmonton winnipeg ottawa accra lagos nairobi kampala durban johannesburg "
    "pretoria delhi mumbai chennai kolkata karachi lahore dhaka rarotonga tahiti bali zanzibar crete sicily "
    "sardinia corsica madeira tenerife ibiza mauritius "
    "maldives seychelles bermuda bahamas antigua dominica tobago nauru palau guam okinawa hokkaido java sumatra borneo "
    "kerala punjab gujarat rajasthan bihar assam goa tamil-nadu sindh kashmir bengal odisha darfur katanga biafra "
    "natal "
    "transvaal gauteng mpumalanga limpopo patagonia yucatan chiapas bahia amazonas catalonia andalusia brittany "
    "normandy burgundy provence tuscany lombardy bavaria saxony silesia galicia moldova belarus georgia armenia "
    "azerbaijan turkey syria lebanon jordan israel palestine gaza iraq iran yemen oman qatar kuwait afghanistan "
    "uzbekistan kazakhstan mongolia tibet taiwan laos myanmar burma paris brussels lyon geneva berlin rome madrid "
    "lisbon"
)
#: Names that are words too: "Reading cuts its waste", and not "Reading to children".
_TWOFOLD: Final = list_plain("reading bath hull wells deal settle stoke bury preston boston")
#: Regions and rivers behind their article.
_THE: Final = list_plain(
    "borders highlands lowlands midlands fens broads wolds cotswolds chilterns pennines lakes peaks downs dales "
    "levels weald wirral rhondda valleys hebrides trossachs mournes burren gower marches mendips quantocks cairngorms "
    "grampians cheviots malverns ridings fylde gaeltacht bronx prairies rockies maritimes ozarks appalachians outback "
    "pilbara kimberley wairarapa waikato northlands midwest territory thames severn trent tyne tees wear mersey avon "
    "ouse wye usk dee tay clyde forth tweed shannon liffey boyne lagan bann foyle humber aire wharfe derwent itchen "
    "medway stour exe tamar taff towy teifi conwy ribble lune nene niger volta congo ganges mississippi hudson murray"
)
_ACTS: Final = re.compile(
    r"keeps|cuts|halves|loses|gains|gets|makes|becomes|stays|grows|runs|reaches|recycles|plants|builds|houses|welcomes|"
    r"needs|gives|takes|offers|uses|sends|wants|burns|buys|feeds|heats|meets|counts|sees|has|is|will|can|must|"
    r"should|does|goes|was|are|have|keep|be|without|deserves|needs|,|:"
)
_BODY_BEHIND: Final = list_plain(
    "council city borough county town united rovers fc university college hospital council's chamber festival"
)


def is_known_place(words: Sequence[Word], place: int) -> bool:
    """Say whether a name that the dictionary lists is that of a town, a land, a river or a region."""
    word = words[place]
    if not word.is_name:
        return False
    named = word.plain.removesuffix("'s")
    after = words[place + 1].plain if place + 1 < len(words) else ""
    if after in _BODY_BEHIND:
        return False
    before = words[place - 1].plain if place else ""
    if before == "the":
        return word.plain in _THE and not (place + 1 < len(words) and words[place + 1].is_name)
    if word.plain in _TWOFOLD | {"reading"}:
        return place > 0 or _ACTS.fullmatch(after) is not None
    if before == "for" and place > 1 and _AWAY.search(words[place - 2].plain + " "):
        return False
    return named in KNOWN
