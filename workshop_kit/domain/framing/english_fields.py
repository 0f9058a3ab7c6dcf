"""English verbs and things by field, in the form dictionaries list them under: what each brings about."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.framing.words import list_plain

#: What was there is there no more.
ELIMINATING: Final = list_plain(
    "end eradicate eliminate abolish scrap banish outlaw ban prohibit wipe erase purge rid clear decontaminate "
    "cleanse expunge exterminate stop halt cease finish complete extinguish empty quash abandon discontinue repeal "
    "rescind "
    "remove withdraw drain unblock"
)
#: What is there stays.
KEEPING: Final = list_plain("keep maintain save retain rescue stay remain spare conserve")
#: Something is reached, had again, or whole.
REACHING: Final = list_plain(
    "reach attain achieve hit obtain gain regain recover win restore complete exceed surpass match "
    "cross pass outnumber total cover get become"
)
#: What was lost or broken works again.
RESTORING: Final = list_plain(
    "reinstate restore repair mend fix reintroduce resurrect replant reforest rewild repopulate return "
    "refill rekindle resume"
)
#: People have what they need.
PROVIDING: Final = list_plain(
    "house rehouse shelter feed clothe vaccinate immunise immunize screen cure heal employ resettle visit "
    "serve find insulate retrofit evacuate befriend reunite"
)
#: One makes, builds, lays, paints, digs.
MAKING: Final = list_plain(
    "create build make construct erect assemble craft design draw install fit mount hang put set place lay dig bore "
    "bury dredge pave resurface tarmac concrete tile plaster paint repaint whitewash cable wire electrify motorise "
    "glaze "
    "fence floodlight plant sow turf prune mow sweep weed depave demolish raze bulldoze extend enlarge "
    "convert pedestrianise pedestrianize close open move relocate dam dredge landscape furnish decorate refurbish "
    "insert attach append affix install knit sew crochet weave carve bake brew stitch embroider sculpt weld compose "
    "choreograph crowdfund "
    "livestream laminate transcribe"
)
#: One buys, pays, lends, taxes.
PAYING: Final = list_plain(
    "reserve buy purchase acquire rent lease requisition sell fund finance subsidise subsidize compensate pay "
    "reimburse "
    "exempt tax "
    "charge levy allocate earmark dedicate grant award donate lend loan spend invest budget sponsor endow equip supply "
    "distribute hand give offer provide issue"
)
#: One hires, charges with, organises, sets up.
ORGANISING: Final = list_plain(
    "organise organize launch inaugurate establish constitute found form hire recruit appoint nominate designate "
    "commission outsource contract twin collect grit inspect plan schedule pilot trial test roll adopt sign "
    "introduce add stage host hold "
    "run start convene certify license implement deploy replace extend employ staff "
    "arrange allow permit authorise authorize enforce stagger reward pool stock notify rotate reallocate redirect "
    "reroute divert signpost ringfence ring-fence crowdsource subcontract merge amalgamate rezone zone barricade "
    "requisition book reserve franchise rebrand relabel certify accredit exempt waive suspend scrap_charge"
)
#: One says, writes, shows, teaches, counts what there is.
TELLING: Final = list_plain(
    "write draft publish print broadcast circulate post send translate subtitle digitise digitize computerise "
    "automate map "
    "survey audit film photograph record archive exhibit train teach inform brief notify "
    "announce advertise market publicise publicize devise catalogue compile list inventory"
)
#: One means well: there is no day on which it is done.
INTENDING: Final = list_plain(
    "slash trim shave shrink pare squeeze dent nudge swell hike multiply lift pull wean treble chip counter hinder "
    "curtail contain check stem tame rein decarbonise decarbonize fortify bolster beef propel anchor embed "
    "assist back second underpin revive reinvigorate reanimate regenerate catalyse catalyze spark ignite kick-start "
    "kickstart jumpstart rationalise rebalance reorient reform restructure refound reorganise remodel redefine "
    "redesign "
    "reconsider uplift elevate affirm assert express advocate campaign lobby strive endeavour attack moderate temper "
    "dampen soothe comfort relieve compensate overcome defuse destigmatise destigmatize democratise popularise "
    "popularize "
    "cherish reassure emancipate empower entice persuade convince unite ally cooperate collaborate prosper reclaim "
    "reinvest "
    "tame restrict economise economize conserve recreate galvanise galvanize rally engage enthuse energise energize "
    "smooth densify pacify calm ease relax loosen prioritise favour favor live breathe thank congratulate aspire "
    "pursue foster nurture steward honour honor explore investigate enjoy embrace own unpack rediscover reconcile "
    "appreciate recognise recognize spread amplify upskill unleash liberate showcase future-proof "
    " wake grow flourish consume rely"
)
#: What is lost when it comes: who prevents it keeps something.
LOSSES: Final = list_plain(
    "closure loss disappearance departure eviction demolition sale redundancy shutdown bankruptcy drowning flooding "
    "fire "
    "death collapse withdrawal"
)
#: Doing that has come to its end, said as a thing: "an end to", "the return of", "full coverage of".
RESULTS: Final = list_plain(
    "absence eradication elimination abolition disappearance end removal halving doubling tripling reopening retention "
    "reinstatement survival return restoration rehousing clearance completion banning phase-out reintroduction"
)
#: Of these, the ones that need a figure, each one, or a day.
QUANTIFIED: Final = list_plain(
    "reduction cut drop fall decrease rise increase access coverage restoration return removal improvement growth "
    "rehousing clearance completion survival"
)
#: Doing that brings a means about, said as a thing.
PROVISIONS: Final = list_plain(
    "creation opening purchase acquisition installation construction organisation recruitment hiring equipment launch "
    "distribution funding budget rollout roll-out publication introduction planting training grant subsidy investment "
    "provision appointment establishment extension conversion renovation refurbishment resurfacing pedestrianisation "
    "replacement procurement commissioning deployment adoption digitisation mapping formation expansion enlargement "
    "sale "
    "lease leasing setting-up setup"
)
#: Things made, bought, set up, put on.
THINGS: Final = list_plain(
    "drop-in session club choir circle defib scooter tricycle tandem trailer tractor sweeper camper ambulance barge "
    "boat ferry tram train coach taxi rickshaw "
    "bedroom dormitory bungalow yurt hut cabin porch canopy pergola barn silo shed washroom shower toilet loo urinal "
    "changing-room rink bowling trampoline slide swing zip-wire pumptrack playpark muga toy-library library-of-things "
    "repair-café repair-cafe fablab makerspace coworking hub incubator nursery creche crèche kindergarten playgroup "
    "hostel residence guesthouse inn hotel refuge shelter dispensary infirmary pharmacy grocery bakery butcher "
    "supermarket stall charity-shop tip recycling-centre skip container bin shredder composter digester boiler "
    "panel battery turbine tank cistern butt swale pond ditch dyke levee hedge orchard lawn meadow corridor fence gate "
    "bollard meter chicane hump table roundabout traffic-light mirror radar speed-camera camera siren alarm detector "
    "extinguisher sensor counter screen board totem mural mosaic statue sculpture kiosk bookcase bench table chair bin "
    "ashtray fountain mister parasol tent marquee stage tribune projector microphone robot drone printer server "
    "intranet "
    "wiki blog podcast radio channel video film documentary book album manual booklet handbook pamphlet sticker "
    "badge bracelet calendar diary bulletin directory catalogue inventory atlas barometer poll audit bylaw by-law "
    "moratorium pact roadmap protocol framework policy coordinator mediator concierge caretaker guard warden ranger "
    "nurse psychologist interpreter translator scholarship bursary fund kitty currency foundation trust cooperative "
    "federation twinning mentoring mentor internship scheme trip outing walk tour hike tournament gala ball carnival "
    "jumble-sale fair trade-fair symposium conference seminar webinar hackathon film-club screening residency fare "
    "ticket pass voucher coupon subsidy allowance credit levy tax fine patrol escort rota lesson lessons class cafe "
    "café "
    "canteen bar food-truck cabin booth tunnel underpass staircase ramp handrail track lane pavement path trail "
    "forecourt square playground parklet planter rack locker charger point hotspot helpline hotline switchboard "
    "allotment greenhouse polytunnel beehive bat-box bird-box nest-box "
    "morning lunch breakfast picnic barbecue party disco quiz raffle bazaar fundraiser open-day taster "
    "roof awning canopy shelter-belt gazebo bandstand grandstand pavilion turnstile hatch counter cupboard cabinet "
    "drawer rail handrail hoist hearing-loop loop loudspeaker megaphone speaker "
    "amplifier piano organ instrument drum uniform costume kit bag basket trolley barrow wheelbarrow spade rake mower "
    "strimmer chainsaw plough drill hose sprinkler purifier standpipe borehole reservoir aqueduct "
    "culvert sluice weir jetty pontoon slipway pier wharf marina lifeboat buoy beacon lighthouse mast router "
    "cable modem socket generator inverter transformer substation heat-pump radiator stove oven cooker fryer grill "
    "toaster kettle urn dishwasher washing-machine dryer vacuum hoover blender weighbridge crane digger "
    "excavator lorry truck pickup quad moped motorbike bicycle e-bike cargo-bike tram-stop bus-shelter layby lay-by "
    "flyover viaduct cable-car funicular gondola monorail hangar runway helipad heliport airstrip silo granary "
    "windmill watermill kiln forge foundry sawmill brewery distillery dairy abattoir slaughterhouse tannery laundromat "
    "nursery-school playgroup after-school breakfast-club homework-club sixth-form "
    "lab laboratory observatory planetarium auditorium studio darkroom workshop shed "
    "chapel mortuary crematorium cemetery columbarium morgue sanatorium maternity dialysis scanner x-ray mri "
    "mattress blanket quilt heater fan air-conditioner dehumidifier smoke-alarm thermostat timer meter "
    "lamp lantern torch bulb floodlight spotlight streetlight street-lamp headset camera-trap telescope "
    "microscope calculator keyboard mouse tablet smartphone handset radio walkie-talkie pager intercom doorbell "
    "keypad fob turnstile barrier cone bollard kerb dropped-kerb gully drain gutter downpipe grate "
    "grille netting net mesh hedge windbreak curtain blind shutter awning flag banner pennant plaque memorial "
    "monument obelisk cross shrine bell clock sundial weathervane fact-sheet factsheet leaflet glossary dictionary "
    "phrasebook textbook workbook worksheet syllabus module webpage web-page dashboard spreadsheet "
    "helpdesk help-desk one-stop-shop befriending buddy mentor tutor counsellor "
    "physiotherapist midwife dietitian dietician optometrist locksmith surveyor architect engineer lawyer solicitor "
    " ombudsman auditor accountant bookkeeper clerk administrator secretary receptionist porter "
    " groundskeeper groundsman janitor "
    " nursery-nurse childminder doula interpreter"
)
