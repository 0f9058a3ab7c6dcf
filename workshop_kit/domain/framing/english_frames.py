"""What English says around an aim: "is there a way to …", "we pledge that …", "… would be my suggestion"."""

from __future__ import annotations

from typing import Final

_US: Final = (
    r"(?:i|we|they|you|(?:our|my|the|this|your) (?:[\w'-]+ ){0,3}?(?:town|village|council|club|group|school|board|"
    r"committee|community|association|team|parish|partnership|members|trustees|residents|partners|organisation|"
    r"service|party|ward|district|county|region|authority|forum|union|trust|company|charity|society|federation|"
    r"parents|students|pupils|staff|assembly|panchayat|municipality|city|island))"
)
_VOWING: Final = (
    r"(?:pledge|promise|vow|undertake|resolve|swear|commit|agree|decide|demand|insist|request|propose|suggest|"
    r"recommend|expect|intend|determine|guarantee|ask|wish|hope|dream)(?:s|d|ed)?"
)
_NEEDED: Final = (
    r"(?:vital|essential|important|crucial|necessary|imperative|time|urgent|critical|desirable|high time|fair|right|"
    r"our wish|my wish|our duty|our aim|our goal|our ambition)"
)
_WISHED: Final = (
    r"(?:aim|goal|wish(?:e(?=s))?|priorit(?:y|ie(?=s))|hope|dream|ambition|target|objective|commitment|pledge|"
    r"promise|suggestion|proposal|idea|ask|"
    r"request|plea|demand|priority|recommendation|intention|vow|undertaking|resolution|vision|answer|challenge|"
    r"preference|plan|contribution|vote|choice)s?"
)
_SAYING: Final = (
    r"(?:ask|asking|want|wish|hope|promise|pledge|suggest|propose|commit|aim|see|like|need|call|plan|envisage|"
    r"recommend|expect|dream|have in mind|set out|vote|campaign|after|request|demand|seek|work)(?:s|ed|ing)?"
)

#: Said before the aim.
LEADS: Final = (
    r"^\W*i (?:really |do |still |just )?(?:think|believe|reckon|feel|say) (?:that )?(?=(?:we|they|the [\w'-]+|"
    r"somebody|someone) "
    r"(?:should|ought|could|must|need))",
    r"^\W*why (?:can't|don't|couldn't|shouldn't|can|do) we (?:not |all |just |ever )?(?:have|get) (?=an?\b|some|more|"
    r"two)",
    r"^\W*[^.:;!?,]{3,40} would (?:really |greatly |all |also )?(?:benefit from|love|welcome|appreciate|make good "
    r"use of) "
    r"(?=an?\b|two|three|four|five|some|another|more|\d|new)",
    r"^\W*(?:an? |the )(?:[\w'-]+ ){0,2}?(?:town|city|village|county|country|parish|valley|island|street|estate|region|"
    r"neighbourhood|borough|district|place) (?:where|in which) (?=\w)",
    r"^\W*(?:i|we)(?:'ll| will| shall) (?:have (?:won|succeeded|made it|done it|done our job|got there)|be "
    r"(?:happy|done|there|"
    r"satisfied)|know (?:it works|we have won|we've won|it worked)) (?:when|once|if|the day) (?=\w)",
    r"^\W*start by (?=\w+ing\b)",
    r"^\W*(?:(?:might|could|can|may|will|shall|when will) we (?:one day |ever |some day )?live in|(?:i|we) (?:picture|"
    r"imagine|dream of|see|want|would like|want to live in|wish for)|picture|imagine) (?:an? |the )(?:[\w'-]+ ){0,3}?"
    r"(?:town|city|village|county|country|place|parish|district|valley|island|street|school|neighbourhood|region)"
    r"(?: of [\w -]{3,20})?(?:, [^,.;:!?]{2,25},)? (?:where|in which) (?=\w)",
    r"\b(?:by (?:that|which) i mean|that is to say|meaning|i mean|in other words),? (?=\w)",
    r"^\W*(?:what if|if only|imagine if|suppose) (?=(?:every|each|no|all|nobody|everyone|everybody|half)\b)",
    r"^\W*(?:i|we)(?:'d| would) (?=(?!love|like|welcome|be|have|want|need|say|hope|prefer|ask)[a-z]+ (?:an?|the|two|"
    r"three|some|"
    r"more|\d|every|all)\b)",
    r"^\W*(?:(?:could|can|might|should|would|must)(?:n't)? there (?:not )?be|there (?:really |also )?(?:should|"
    r"ought to|could|must|needs to|has to|might) (?:really |also )?be) (?=an?\b|two|three|some|more)"
    r"(?!.*\b(?:every|each|within|no|any)\b)",
    rf"^\W*(?:my|our|one|another) (?:[\w'-]+ ){{0,2}}?{_WISHED} ?: (?=\w)",
    r"^\W*(?:and |so |please )?(?:let there be|may there be|make it so(?: that)?|can we make it so(?: that)?|could "
    r"we make it "
    r"so(?: that)?|how (?:can|could|do) we make it so(?: that)?) (?=\w)",
    r"\b(?:get|come|move|arrive|be|reach) (?:to |at )?(?:a|the) (?:place|point|stage|day|time|situation|position) "
    r"(?:where|"
    r"when|in which) ",
    r"^\W*(?:if [^.:;!?]{3,50}, )?let (?:it|this|that) be (?:this|that|so|our \w+|my \w+|the \w+)?[,:]? ?(?:that |: "
    r"?)?(?=\w)",
    r"^\W*if [^.:;!?,]{3,50}, (?:it|that|mine|this) (?:would|will|should) be (?:that |for |to )",
    r"^\W*(?:nobody asked me|no one asked me|call me [\w -]{3,25}|i may be [\w -]{3,30}|forgive me|you may laugh|"
    r"(?:it|this) "
    r"(?:may|might) (?:sound|seem) [\w -]{3,25}|i know [^.:;!?,]{3,40}|sorry|with respect|excuse me|i'm no expert)"
    r"(?: for [^,]{3,30})?,? but ",
    r"\b(?:is there (?:a|any|some|no|anything|something|nothing)|would there be (?:a|any|some))[^.:;!?]{0,30}? "
    r"(?:way|possibility|chance|hope|do|done)(?: at all)? (?:to|of|that|for us to|we (?:can|could) )(?: (?=\w))?",
    r"^\W*(?:is it|would it be|might it be|could it be|will it be|isn't it) (?:ever |at all |not |even )?"
    r"(?:possible|feasible|conceivable|doable|realistic|an option|time|thinkable) (?:for us |to have )?(?:to |that )",
    rf"\b{_US}(?: hereby| therefore| all| both| jointly| solemnly| firmly| also| now|,)*,? {_VOWING}(?:, "
    rf"[^,]{{3,40}},)? "
    r"that ",
    rf"\b{_US} (?:are|am|is) (?:committed|determined|resolved|agreed|adamant|keen|dedicated|pledged) "
    r"(?:to (?:seeing|ensuring|making sure) |that )(?:that )?",
    rf"\b(?:it|this) (?:is|would be|seems|remains|has become) (?:also |now |so |really |absolutely )?{_NEEDED} that ",
    r"^\W*(?:and |so |please |now )?let us (?:have|see) (?=every|each|all|no|the|our|half|at least|fewer|a|an|two|"
    r"three|"
    r"zero|not)",
    r"^\W*(?:please |could (?:we|you|they) |can (?:we|you|they) |we (?:must|should|have to|need to|will) )"
    r"(?:please )?see (?:to it )?that ",
    rf"\b(?:my|our|the|one|its|their) (?:[\w'-]+ ){{0,3}}?{_WISHED}(?: [^.:;!?,]{{1,50}}?)? (?:is|are|would be|remains)"
    r"(?: simply| simple| just| clear| plain| modest| this| these)? ?(?:[:,–—-] ?|for |that |to )(?=\w)",
    r"\bwhat would (?:really |most |all )?(?:help|work|be (?:great|good|nice|useful)|make (?:a|the|all the) difference|"
    r"do (?:it|the trick)|change things)(?: most| here| us| people| them)? (?:is|would be) ",
    r"\b(?:i|we|i'd|we'd) (?:would |just |only |really )*(?:want|ask for|wish for|hope for|propose|demand|need|like|"
    r"have|"
    r"make) (?:just |only )?(?:two|three|four) (?:things|wishes|requests|asks|hopes|demands|promises|pledges)(?: "
    r"here| now)? ?: ",
    r"\b(?:we are|we're|i am|i'm|they are|residents are|parents are) (?:now |all |also )?(?:asking|calling|pushing|"
    r"campaigning|"
    r"fighting|lobbying|pressing|looking|bidding|applying|petitioning|hoping|crying out) for (?=an?\b|two|three|four|"
    r"five|"
    r"more|another|\d|the|new)",
    r"^\W*(?:and |so |but )?(?:(?:have|had) (?:you|we|they)(?: ever| not)? (?:thought|considered|tried|looked)(?: of|"
    r" about| "
    r"at| into)?|may i suggest|can i suggest|(?:i'd|i would|we'd|we would|i|we) (?:suggest|propose|"
    r"recommend|favour|vote for|go for|settle for|could do with|are crying out for)|we're crying out for|(?:i|we|we "
    r"all|i really|we really)(?:'d| would) (?:all |really )?(?:love|like|welcome)|"
    r"we could (?:really |all )?do with|why is there no|"
    r"imagine|picture|suppose we had|surely we (?:can|could) have) (?=an?\b|two|three|four|five|six|ten|some|another|"
    r"more|"
    r"\d|every|each|no\b|new)",
    r"\bwhat(?:'s| is| we| i| the [\w'-]+|'s really| is really| people| residents| everyone) "
    r"(?:need(?:ed|s)?|want(?:ed|s)?|missing|required|wanted|called for|lacking|would like|propose|suggest|ask for|"
    r"lacks?|is asking for)(?: here| now| most| is)?(?: (?:in|on|at|for|by|round|around) [^.:;!?,]{2,30}?)? "
    r"(?:is|are|would be)(?: simply| just)? (?=(?:an?|two|three|four|five|six|ten|more|some|several|\d+|new|another|"
    r"for|every|no|each)\b)",
)

#: Said after it.
TAILS: Final = (
    r"(?<=\w) (?:would|could|might) (?:cost|help|go a long way|make (?:a|all the|a real|a big) difference|do (?:the|"
    r"nicely|"
    r"us|it|wonders)|be (?:a (?:start|godsend|help|boon)|great|nice|lovely|good|enough|welcome|ideal|useful|handy|"
    r"brilliant|wonderful|cheap|easy)|solve|change everything|not (?:cost|hurt|go amiss)|come in "
    r"handy)\b[^.;:!?]{0,50}[.!]?$",
    rf"(?: [-–—]|[:,;]) (?:and |so |well )?(?:that|this|such|these|it|that's|this's|those)(?:'s|(?: is| are| was| "
    rf"would be| "
    rf"remains?| must be| will be)?) (?:what|how|where|all|the least|why|our|my|the)\b[^.;:!?]{{0,80}}"
    rf"(?:{_SAYING}|{_WISHED}|done|judged|measured|success|looks? like|can do|be)\b[^.;:!?]{{0,30}}[.!]?$",
    rf" (?:is|are|would be|remains|will be|must be) (?:what|all (?:that )?)(?: ?[\w',-]+){{1,6}} {_SAYING}"
    rf"(?: (?:for|to|of|here|now|us|by|in|next))?(?: [^.;:!?]{{1,25}})?[.!]?$",
    rf" (?:is|are|would be|remains|will be|must be) (?:my|our|the|its|their|one)(?: (?:own|one|only|chief|main|top|"
    rf"first|"
    rf"modest|humble|single|next|key|shared|common|joint|strategic|number one|council's|group's|village's|town's))? "
    rf"{_WISHED}(?: (?:for|to|of|here|now|on|in|by|under|this)\b[^.;:!?]{{0,60}})?[.!]?$",
    rf"(?: [-–—]|[:;]) (?:[\w'-]+ ){{1,4}}?(?:makes?|gives?|sets?|has|have|made|gave|takes?) (?:itself |us |"
    rf"themselves )?"
    rf"(?:a|an|one|two|three|this|these|itself|its|our|the)(?: [\w'-]+){{0,2}} {_WISHED}(?: [^.;:!?]{{0,40}})?[.!]?$",
    r"(?: [-–—]|[,;:]) (?:i|we|say i|say we)(?: would|'d)? (?:say|propose|suggest|reckon|ask you|beg you|think|hope)"
    r"(?: [\w'-]+){0,3}[.!]?$",
)
