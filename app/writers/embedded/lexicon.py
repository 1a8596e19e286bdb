"""Closed word classes of scene descriptions: rooms, architecture, regions, parts, people, quantities, verbs.

Nouns of objects come from the catalogue; this module lists nouns that name no object to place. No entry is made for a particular
description. Adjectives, colours and
materials are in :mod:`scenewright.scene.semantics.words.lexicon`, :mod:`scenewright.scene.language.vocabulary.colors` and
:mod:`scenewright.scene.language.vocabulary.surfaces`.
"""

from __future__ import annotations

import re

from scenewright.app.word_sets import word_set
from scenewright.scene.english import CARDINALS, QUANTITIES

__all__ = [
    "ABSTRACT",
    "ARCHITECTURE",
    "BOUNDED",
    "CONTENT_HEADS",
    "COUNTING_ADJECTIVES",
    "DEPICTIONS",
    "INDEFINITE",
    "LOCAL_PARTS",
    "MULTIPLIERS",
    "NUMBERS",
    "ORDINALS",
    "OUTDOOR",
    "PARTS",
    "PEOPLE",
    "QUANTITY_NOUNS",
    "REFERRING",
    "REGIONS",
    "ROOMS",
    "VERBS",
    "is_abstract",
    "is_person",
]  # fmt: skip


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(p.split()) for p in text.split("|"))


# -- places that are rooms, or stand for the whole scene -----------------------------------------------------------

OUTDOOR = _phrases(
    """garden|backyard|back yard|front yard|yard|park|playground|street|road|sidewalk|plaza|square|courtyard|patio
    |terrace|deck|balcony|rooftop|roof terrace|beach|forest|wood|woodland|meadow|field|farm|orchard|vineyard
    |desert|lawn|campsite|camp|poolside|lakeside|riverbank|lake|river|pond|hill|hillside|mountain|valley|clearing
    |bus stop|parking lot|car park|driveway|alley|harbor|harbour|pier|dock|picnic area|picnic ground|outdoor area
    |outdoor space|promenade|market square|village|city|town|cemetery|churchyard|zoo|jungle|savanna|savannah
    |camping site|camp site|campground|landscape|countryside|roadside|runway|stadium|fairground|funfair|amusement park
    |theme park|carnival ground|building site|construction site|quay|quayside|marina"""
)
"""Kinds of scene without walls."""

_ACTIVITIES = """reading study homework work writing play kids children's art craft hobby sewing music listening gaming tv
    media coffee tea breakfast dining eating lounge sitting seating relaxation meditation yoga exercise fitness workout
    cosy cozy quiet conversation chill"""
# 'a reading corner with an armchair' is a small scene, not a corner of a room
_NOOKS = frozenset(f"{what} {where}" for what in _ACTIVITIES.split() for where in ("corner", "nook", "spot"))

ROOMS = (
    OUTDOOR
    | _NOOKS
    | _phrases(
        """parlor|parlour|surgery|dental surgery|practice room
    |dungeon|cell|prison cell|hut|beach hut|shack|crypt|vault|bunker|cave|treehouse|banquet hall
    |auditorium|cockpit|observatory|morgue|infirmary|barracks|chalet|lodge|solarium|mezzanine|boudoir|scullery|larder
    |clubhouse|nightclub|wine bar|bowling alley|throne room|control room|engine room|changing room|fitting room
    |room|bedroom|master bedroom|guest bedroom|kids bedroom|guest room|guestroom|children's room|kids room
    |kid's room|living room|livingroom|lounge|sitting room|drawing room|family room|great room|dining room
    |dining area|dining space|dining hall|kitchen|kitchenette|galley kitchen|bathroom|washroom|restroom
    |powder room|shower room|master bathroom|guest bathroom|ensuite|en suite|wet room|office|home office|study|den
    |library|reading room|studio|art studio|workshop|woodshop|basement|cellar|wine cellar|attic|loft|garage
    |carport|hallway|hall|corridor|entryway|entrance hall|entry hall|entry|entrance|foyer|lobby|vestibule|landing
    |mudroom|laundry|laundry room|laundry area|utility room|storage room|storeroom|walk-in closet|walk in closet
    |dressing room|nursery|playroom|play room|playroom area|game room|games room|gaming room|rec room
    |recreation room|media room|home theater|home theatre|home cinema|cinema|theater|theatre|music room|gym
    |home gym|fitness room|yoga studio|sunroom|sun room|conservatory|greenhouse|porch|veranda|classroom
    |lecture hall|laboratory|lab|meeting room|conference room|boardroom|break room|waiting room|waiting area
    |reception|reception area|shop|store|boutique|bookstore|bookshop|bakery|cafe|café|coffee shop|coffeehouse
    |tea room|teahouse|restaurant|diner|pub|bistro|tavern|canteen|cafeteria|bar area|gallery|art gallery|museum
    |salon|hair salon|barbershop|spa|clinic|hospital room|ward|pharmacy|hotel room|hotel suite|suite|dorm
    |dorm room|dormitory|apartment|flat|house|home|cabin|cottage|villa|penthouse|bungalow|mansion|quarters|chamber
    |interior|space|area|zone|nook|alcove|reading nook|breakfast nook|corner office|workspace|work area
    |workstation area|man cave|casino|church|chapel|temple|hangar|barn|stable|shed|warehouse|factory|supermarket
    |grocery store|bank|school|hospital|airport|station|train station|locker room|sauna|pool room|pantry room
    |hobby room|craft room|sewing room|server room|tent interior|stage|scene|setting|environment|place|location
    |venue|establishment|room corner|seating area|living area|sleeping area|play area|bathing area|cooking area
    |nursery room|living space|living quarters|bedchamber|kitchen area|office space|photo studio|recording studio
    |dance studio|chemistry lab"""
    )
)
"""Kinds of scene. The first one that a text names is the kind of the scene."""

# -- what a room is made of ----------------------------------------------------------------------------------------

ARCHITECTURE: dict[str, str] = {
    "wall": "wall", "walls": "wall", "ceiling": "ceiling", "floor": "floor", "ground": "floor", "flooring": "floor",
    "corner": "corner",
    "corners": "corner", "door": "door", "doorway": "door", "entrance": "door", "entryway": "door", "entry": "door",
    "exit": "door", "doors": "door",
    "window": "window", "windows": "window", "skylight": "window", "windowsill": "window", "window sill": "window",
    "bay window": "window",
    "front door": "door", "back door": "door", "french doors": "door", "french door": "door", "sliding door": "door",
    "glass door": "door",
    "room": "room", "rooms": "room", "doorframe": "door", "threshold": "door", "pillar": "wall", "beam": "ceiling",
    "floorboards": "floor",
    "rafter": "ceiling", "baseboard": "wall", "hardwood floor": "floor", "tile floor": "floor",
    "floor space": "floor", "perimeter": "wall",
    "wallpaper": "wall", "floorboard": "floor", "wainscoting": "wall", "paneling": "wall", "panelling": "wall",
    "window ledge": "window",
    "parquet": "floor", "rooftop": "ceiling", "roof": "ceiling", "accent wall": "wall", "entry door": "door",
    "closet door": "door", "grass": "floor", "turf": "floor", "pavement": "floor", "sand": "floor", "dirt": "floor", "gravel": "floor",
    "aisle": "room", "gangway": "room",
    "floor tile": "floor", "floor tiles": "floor", "floor tiling": "floor", "wall tile": "wall", "wall tiles": "wall",
}  # fmt: skip
"""Noun -> the part of the room that it means."""

# -- places on, at and around an object or in a room ---------------------------------------------------------------

REGIONS: dict[str, str] = {
    "side": "side", "left": "left", "right": "right", "front": "front", "back": "back", "rear": "back", "top": "top",
    "bottom": "bottom",
    "middle": "center", "center": "center", "centre": "center", "foot": "foot", "head": "head", "end": "end",
    "edge": "edge", "corner": "corner",
    "surface": "top", "tabletop": "top", "desktop": "top", "countertop": "top", "worktop": "top", "base": "bottom",
    "underside": "bottom", "perimeter": "around", "periphery": "around", "left-hand": "left", "right-hand": "right",
    "midst": "center", "heart": "center",
    "core": "center", "tip": "end", "distance": "distance", "reach": "near", "vicinity": "near", "proximity": "near",
    "level": "level", "tier": "level",
    "half": "side", "quarter": "side", "row": "row", "line": "row", "centerpiece": "center", "center stage": "center",
    "opposite": "opposite",
    "direction": "side", "spot": "spot", "position": "spot", "inside": "inside", "interior": "inside",
    "outside": "outside", "angle": "spot",
    "length": "spot", "width": "spot", "height": "spot", "axis": "spot", "rack level": "level", "apex": "top",
    "alongside": "side",
}  # fmt: skip
"""Noun -> the region that it means."""

REFERRING = word_set(
    """seating workspace workstation setup set-up arrangement ensemble unit furniture piece pieces group grouping
    scene display suite layout composition pair trio duo set collection furnishing furnishings equipment
    appliance appliances decor décor item items object objects thing things gear station combination combo"""
)
"""Nouns that refer back with *the*, *this* or *these* (*the set*), and otherwise name nothing that can be placed."""

# -- parts: not objects of their own when they belong to one --------------------------------------------------------

PARTS = word_set(
    """headboard footboard backboard backrest armrest armrests footrest headrest drawer drawers leg legs handle
    handles knob knobs pull pulls top frame frames framing front fronts base bases feet foot door doors panel
    panels arm arms back backs seat seats trim trims finish finishes upholstery detail details detailing
    stitching pattern patterns print prints tufting carving carvings lining hinge hinges faucet faucets tap
    burner burners button buttons rim rims rail rails slat slats spindle spindles lid lids spout stem stems
    shade shades lampshade bulb bulbs cord cords strap straps engraving engravings motif motifs compartment
    compartments cubby cubbies wheel wheels mantel mantle hearth caster casters castor castors shelving accent accents border borders
    sail sails hull hulls windscreen windshield bonnet bumper bumpers headlight headlights chimney chimneys
    mudguard mudguards wing wings fin fins tail tails
    edges edge fringe tassel tassels piping rung rungs step steps slot slots hole holes hook hooks tabletop
    countertop worktop desktop surface surfaces screen body shape form color colour colors colours texture
    textures design designs hardware fitting fittings pedestal trunk leaves blade blades grip cushioning padding
    fabric mattress topper channel channels port ports lumbar casing crown facade glazing inlay inlays lattice
    mesh nailhead nailheads patina veneer weave grain curve curves line lines cover covers pocket pockets zipper
    lettering label text logo inscription sleeve canopy ledge drape drapes doorknob keyhole mechanism motor hood
    tiers tier levels level shelf-space storage underframe backsplash apron armature quilting lock key stretcher
    stretchers bracket brackets crossbar ends end center middle sides side corner corners"""
)
"""Nouns of parts and qualities of one object. A catalogue word among them is a part only after *with* or *has*."""

LOCAL_PARTS = word_set(
    """top tabletop countertop worktop desktop surface seat backrest headboard footboard armrest mattress drawer
    lid ledge rim edge base leg legs cushion frame rack shelf shelves tier level rung hook arm back front door
    side end corner stand step bench deck tray basin mantel mantle mantelpiece hearth branch bough trunk rung"""
)
"""Parts that another object can stand on or hang from: *on the mattress* is on the bed."""

DEPICTIONS = word_set(
    """painting paintings picture pictures photo photos photograph photographs poster posters map maps drawing
    drawings print prints portrait portraits statue statues figurine figurines sculpture sculptures bust busts
    model models image images mural murals replica replicas illustration illustrations sketch sketches view
    views landscape tapestry icon emblem sign signs figure figures doll dolls toy toys mask masks globe artwork
    artworks puzzle"""
)
"""Nouns of depictions: the nouns after *of* are their subject and are not placed."""

# -- people, abstractions -------------------------------------------------------------------------------------------

PEOPLE = word_set(
    """person people man men woman women child children kid kids boy girl teenager teen teens adult adults baby
    toddler infant family families guest guests visitor visitors friend friends couple owner owners resident
    residents student students teacher teachers chef cook artist writer author musician player players gamer
    gamers reader readers designer architect engineer doctor nurse patient patients scientist chemist physicist
    biologist director manager executive ceo boss chairman employee employees worker workers client clients
    customer customers host hostess waiter bartender barista traveler traveller collector enthusiast enthusiasts
    lover lovers user users viewer viewers occupant occupants roommate roommates sibling siblings twin twins
    mother father parent parents grandmother grandfather daughter son husband wife king queen prince princess
    lawyer attorney judge professor researcher dentist surgeon therapist photographer painter sculptor potter
    tailor carpenter mechanic gardener farmer fisherman sailor pilot captain soldier athlete coach dancer actor
    actress singer poet journalist editor programmer developer hacker accountant banker investor capitalist
    entrepreneur founder politician president minister mayor librarian clerk cashier receptionist secretary
    assistant detective team crowd anyone someone everyone somebody everybody nobody oceanographer geologist
    astronomer archaeologist botanist veterinarian pharmacist barber hairdresser stylist florist butcher baker
    pupil juror vet instructor passenger commuter swimmer dancer audience staff crew monk priest bride groom newlyweds
    freelancer coworker colleague member guard seamstress drummer guitarist pianist violinist singer bandmate cyclist
    skater surfer hiker tourist lecturer nanny grandpa grandma retiree senior"""
)

ABSTRACT = word_set(
    """start starts beginning style styles atmosphere ambiance ambience mood vibe vibes feel feeling look aesthetic aesthetics theme
    themes charm comfort warmth elegance luxury beauty simplicity sophistication character personality energy
    spirit harmony balance contrast symmetry depth dimension interest focus focal purpose use function
    functionality convenience ease access support storage organization organisation use display privacy safety
    security space room light lighting sunlight daylight moonlight candlelight firelight glow illumination
    brightness shade shadow shadows darkness color colour colors colours tone tones hue hues texture pattern
    look touch accent flair twist element elements feature features aspect detail details effect effects sense
    impression experience experiences moment moments memory memories time times day days night nights morning
    mornings afternoon afternoons evening evenings noon dusk dawn sunset sunrise midnight weekend weekends hour
    hours season seasons spring summer autumn fall winter year years century age era life living work working
    study studying reading writing cooking dining eating sleeping sleep rest relaxation relaxing entertainment
    entertaining entertainments conversation conversations gathering gatherings meeting meetings play playing
    playtime gaming storytelling music fun joy peace calm tranquility serenity productivity creativity
    inspiration imagination exploration learning education training exercise workout workouts meditation
    hospitality celebration party parties event events activity activities session sessions routine task tasks
    job jobs business hobby hobbies craft crafts project projects stage way manner kind kinds type types sort
    sorts variety range number amount quantity total example note mix blend combination hint splash pop layer
    layers edge backdrop background foreground view views scenery nature surroundings environment addition
    contents content possession possessions belonging belongings essentials essential necessity necessities need
    needs option options choice choices touch touches air scent scents aroma smell sound sounds noise silence
    echo breeze temperature heat cold weather rain sun statement anchor centerpiece highlight highlights heart
    hub haven retreat sanctuary oasis escape getaway hideaway home refuge place spot area areas zone zones nook
    section sections part parts half portion corner bit floor plan plans layout arrangement composition setup
    decor décor decoration furnishing furnishings furniture interior exterior design designs architecture
    construction craftsmanship quality detail story stories tale history tradition traditions heritage culture
    influence preference taste love care attention order mess clutter chaos disarray neatness cleanliness height
    width length depth size sizes shape shapes scale proportion proportions angle angles distance line lines row
    rows direction position location center centre middle side sides end ends top bottom front back left right
    foot head level levels surroundings vicinity reach proximity perimeter orientation flow movement passage
    circulation traffic world reality visibility lightness freshness coziness cosiness
    openness spaciousness opulence grandeur glamour glamor romance nostalgia mystery drama whimsy magic wonder
    delight pleasure enjoyment satisfaction happiness excitement competition victory progress success growth
    innovation technology modernity minimalism maximalism industrial chic idea ideas thought thoughts
    information knowledge data communication collaboration teamwork focus concentration discussion discussions
    presentation presentations homework schoolwork paperwork housework laundry cleaning maintenance repair
    repairs fitness health wellness hygiene grooming makeup bathing showering breakfast lunch dinner brunch meal
    meals snack snacking drinking sipping tasting tastings dessert air-conditioning ventilation heating cooling
    insulation reflection reflections sparkle shine sheen gleam gloss foot-traffic everything something nothing
    anything none lot lots plenty majority rest remainder everyone use uses usage handling sight sights mind
    ready access arm's-length marathon immersion arrival departure travel travels adventure adventures vacation
    holiday holidays christmas easter contact service services display displays entry rest preparation prep
    dream dreams sleepover sleepovers rendezvous solitude presence absence attention seating overtime minimum
    maximum rim process stay stays past future present"""
)
"""Nouns without an article that name no object. A catalogue word among them names an object when it has an article."""

_ABSTRACT_ENDINGS = re.compile(r"(?:ness|ity|ance|ence|ism|dom|hood|acy|ology|graphy)$")
_NOT_ABSTRACT = word_set(
    """harness appliance appliances ambulance fence fences entrance tapestry conveyance vanity vanities university
    amenity amenities facility facilities residence city cities deity sentence valance sculpture"""
)


def is_abstract(noun: str) -> bool:
    """Whether a noun (singular or plural, lower case) names no object, by its class or its ending."""
    return noun in ABSTRACT or (noun not in _NOT_ABSTRACT and _ABSTRACT_ENDINGS.search(noun) is not None)


_PERSON_ENDINGS = re.compile(r"(?:ologist|ician|graphist|aholic|keeper|woman|man|men|women|smith|wright)$")
_NOT_PERSON = word_set("ottoman snowman talisman can caravan fan pan van")


def is_person(noun: str) -> bool:
    """Whether a noun names a person, who is not placed."""
    return noun in PEOPLE or (noun not in _NOT_PERSON and len(noun) > 5 and _PERSON_ENDINGS.search(noun) is not None)


# -- quantities -----------------------------------------------------------------------------------------------------

COUNTING_ADJECTIVES: dict[str, int] = {"single": 1, "lone": 1, "sole": 1, "solitary": 1, "twin": 2, "dual": 2}
"""Adjectives that count the noun after them. Before a bed they state its size instead."""

NUMBERS: dict[str, int] = {**CARDINALS, **COUNTING_ADJECTIVES}
"""Words that count the noun after them."""

ORDINALS = word_set("first second third fourth fifth sixth last")
"""Words that say which of several is meant."""

INDEFINITE: dict[str, int] = {
    "several": 3, "few": 3, "some": 3, "various": 3, "many": 5, "multiple": 3, "numerous": 5, "assorted": 3,
    "countless": 6,
    **{noun: number for noun, number in QUANTITIES.items() if noun != "quintet"},
    "dozens": 24, "lots": 5, "lot": 5, "plenty": 5, "hundreds": 30, "thousands": 30, "innumerable": 6,
    "handful": 4, "scattered": 3,
    "abundant": 5, "different": 3, "multitude": 6, "mismatched": 3,
}  # fmt: skip
"""Quantity words without an exact number -> the number that is placed."""

PLENTY = word_set(
    """many numerous countless lots lot plenty dozens hundreds thousands scores loads tons ton masses multitude abundance
    abundant innumerable"""
)
"""Quantity words for more than one counts at a glance: as many are placed as a place bears."""

PLURAL_COUNT = 3
"""The number that is placed for a plural without a number."""

SHELVES = word_set("shelf rack shelving bookshelf bookcase")
"""Heads of what is there to hold things."""

QUANTITY_NOUNS: dict[str, int] = {
    **QUANTITIES, "dozens": 24, "set": 3,
    "collection": 4, "group": 4, "row": 4,
    "line": 4, "stack": 4, "nest": 3, "pile": 4, "array": 4, "assortment": 4, "variety": 4, "number": 3, "series": 3,
    "handful": 4, "cluster": 4,
    "bunch": 3, "selection": 4, "lot": 5, "lots": 5, "plenty": 5, "mix": 4, "range": 3, "circle": 4, "arrangement": 3,
    "scattering": 4, "host": 5,
    "multitude": 6, "abundance": 5, "sets": 6, "pairs": 4, "rows": 8, "stacks": 6, "piles": 6, "bundle": 4,
    "grouping": 4, "jumble": 4, "display": 4, "few": 3, "gallery": 5,
    "ring": 6, "sequence": 3, "heap": 5, "grid": 6, "majority": 3, "half-dozen": 6, "score": 20, "scores": 40,
    "column": 4, "columns": 6, "spread": 4, "combination": 3, "loads": 5, "tons": 5, "ton": 5, "masses": 5,
    "hundreds": 30, "thousands": 30,
}  # fmt: skip
"""Nouns before *of* that count the noun after it -> the number that is placed where the text gives none."""

BOUNDED: dict[str, int] = {
    "over": 1, "more than": 1, "above": 1, "at least": 0, "no fewer than": 0, "no less than": 0, "up to": 0,
    "about": 0, "around": 0, "roughly": 0,
    "approximately": 0, "exactly": 0, "only": 0, "just": 0, "nearly": 0, "almost": 0, "under": -1, "fewer than": -1,
    "less than": -1, "at most": 0,
}  # fmt: skip
"""Words before a number -> the value that is added to it."""

MULTIPLIERS = word_set("each every both")

CONTENT_HEADS = word_set(
    """bowl basket cup mug glass vase jar tin can box plate tray pot pitcher jug bottle bucket bin crate bag sack
    carton pack packet case tub carafe decanter dish pan kettle teapot tube stack pile roll block slab slice
    loaf piece sheet ball bar bunch bouquet wreath sprig stick log bale jars barrel bundle platter cage tank bed"""
)
"""Nouns before *of* that are the object; the noun after it is the content or material."""

# -- verbs ----------------------------------------------------------------------------------------------------------

_VERB_GROUPS: dict[str, str] = {
    # the subject (a room, a group of furniture, an object) has the objects
    "have": """have feature include contain boast showcase present offer provide host comprise consist combine incorporate
        involve get house reveal own possess introduce bring see add enjoy need require want keep""",
    # the objects are on or in the subject
    "hold": """hold support carry display bear store accommodate stock fill top adorn crown load equip lade decorate cover
        drape pack furnish dress layer stuff litter garnish serve cradle shelter exhibit outfit burden heap sport
        wear cap finish line accent carpet cushion strew sell overflow crowd burst brim jam""",
    # the prepositions after the verb state the subject's place
    "at": """sit stand rest lie hang lean place position locate set situate tuck nestle arrange mount park perch lay put
        install station seat settle suspend dangle scatter spread stack pile lodge stow roll fold balance float
        affix attach fix fasten recline slump sprawl squat stretch extend run rise tower jut loom push pull slide
        wedge squeeze cluster gather group huddle align centre center space recess orient angle point tilt turn
        appear remain belong go come reside dwell leave organize organise distribute assemble build cram collect
        drop hide bolt rotate prop plug embed shelve keep wait sleep nap doze snooze graze burn grow swim""",
    "face": "face overlook confront watch",
    "flank": "flank bracket bookend frame",
    "surround": "surround encircle circle ring enclose encompass border",
    "occupy": """occupy anchor dominate grace span take command punctuate define hug skirt brighten soften ground warm
        enliven straddle claim""",
    "light": "illuminate light spotlight lighten",
    "join": """accompany pair complement join match team complete enhance couple follow supplement mirror echo offset
        connect adjoin abut neighbor neighbour""",
    "separate": "separate divide split partition screen",
    "lack": "lack miss",
    # the material of the subject
    "made": """make craft upholster construct carve fashion weave paint stain varnish lacquer trim clad coat tile veneer
        wrap sculpt forge mold hew whitewash knit print""",
    "say": """create give ensure allow enable evoke exude radiate emanate reflect suggest invite encourage promote
        emphasize maximize convey exist act function double become help remind blend bathe flood stream filter pour
        cast fall emit glow pulse hum transform convert design inspire use seem look feel merge facilitate free
        embody celebrate generate imagine describe like depict draw render show""",
}

VERBS: dict[str, str] = {}
"""Verb lemma -> group: have, hold, at, face, flank, surround, occupy, light, join, separate, lack, say."""
for _group, _text in _VERB_GROUPS.items():
    for _verb in _text.split():
        VERBS.setdefault(_verb, _group)
