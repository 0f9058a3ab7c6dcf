"""Words that exclude each other and take no side by themselves: they tell where each of two ideas has the other's.

One line an exclusion, its two halves apart by ``~``; words are looked up by their root. Those that a table of deeds or
of ``opposites`` already turns round are not here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from workshop_kit.domain.framing.words import find_lemma, strip_accents
from workshop_kit.domain.grouping.lexicon import find_root

#: Deeds and qualities: ideas in much the same words that differ so oppose each other.
TURNS: Final = {
    "fr": """
        vendre revendre céder ~ louer prêter donner acheter
        garder conserver ~ vendre céder donner louer démolir jeter
        monter ~ descendre
        unir unifier regrouper rassembler réunir ~ diviser disperser éclater séparer scinder éparpiller
        privatiser ~ nationaliser municipaliser remunicipaliser
        externaliser sous-traiter ~ internaliser régie
        aider faciliter ~ gêner entraver compliquer pénaliser
        épaissir ~ amincir affiner
        brûler incinérer ~ composter recycler
        importer ~ produire exporter
        signaler révéler dire ~ taire cacher
        nettoyer laver propre ~ salir sale
        partager ~ réserver diviser
        avancer ~ reporter retarder reculer différer
        féliciter récompenser ~ sanctionner punir
        taxer imposer ~ exonérer détaxer subventionner
        rapporter ramener ~ emporter emmener
        réparer conserver ~ jeter
        tolérer accepter ~ réprimer refuser
        imposer exiger ~ proposer conseiller suggérer recommander
        raréfier espacer ~ multiplier rapprocher
        canaliser endiguer busser ~ libérer renaturer
        prolonger allonger ~ abréger écourter raccourcir
        numériser scanner ~ imprimer
        automatiser ~ humaniser
        uniformiser harmoniser ~ diversifier différencier
        spécialiser ~ diversifier généraliser
        sédentariser ~ déplacer
        faucher tondre ~ laisser
        fixe sédentaire permanent ~ mobile itinérant ambulant
        électronique numérique ~ papier
        dur rigide strict ~ mou souple
        sucré ~ salé
        cru ~ cuit
        animé festif ~ calme tranquille
        actif ~ passif
        annuel ~ mensuel bisannuel
        hebdomadaire ~ quotidien mensuel
        matinal ~ tardif
        estival ~ hivernal
        urbain ~ rural
        central ~ périphérique
        majoritaire ~ unanime
        progressif ~ immédiat brutal
        proportionnel progressif ~ forfaitaire unique
        expérimental provisoire réversible ~ définitif irréversible
        neutre ~ engagé
        réservé interdit ~ ouvert
        dense ~ aéré
        groupé ~ dispersé
        groupé ensemble ~ seul séparé
        large ~ étroit
        neuf nouveau ~ ancien vieux usagé
        clair ~ sombre foncé
        lisse ~ rugueux pavé
        droit ~ courbe sinueux
        minimum plancher ~ maximum plafond
        maximal ~ minimal
        inférieur ~ supérieur
        croissant ~ décroissant
        individuel ~ collectif
        local ~ importé
        augmenter doubler tripler ~ diminuer réduire geler diviser
        accélérer ~ ralentir freiner
        approuver soutenir ~ contester combattre
        recruter embaucher ~ licencier supprimer
        geler bloquer ~ augmenter relever débloquer
        investir dépenser ~ économiser épargner rembourser
        rembourser ~ emprunter
        restaurer rénover ~ raser remplacer démolir
        raccourcir ~ rallonger allonger prolonger
        fleurir planter ~ paver bétonner goudronner
        centraliser ~ répartir
        assouplir ~ durcir renforcer
        autoriser ~ sanctionner verbaliser
        libérer ~ enfermer
        attirer inviter ~ repousser
        agrandir ~ réduire rétrécir
        creuser ~ combler
        entretenir ~ délaisser ensauvager
        avancé ~ retardé
        tôt ~ tard
    """,
    "en": """
        sell ~ rent lend lease give donate buy keep
        rent lease ~ own
        keep retain ~ sell scrap demolish release bulldoze
        lock ~ unlock free
        toughen harden tighten ~ soften relax loosen
        privatise privatize ~ nationalise nationalize municipalise
        outsource ~ insource in-house
        join enter ~ leave quit
        gather concentrate ~ scatter spread disperse
        pool share ~ split divide
        delay postpone ~ advance hasten
        tax ~ exempt subsidise subsidize
        fund ~ defund
        save ~ spend borrow
        repay ~ borrow
        import ~ produce export
        store ~ release
        mow ~ grow
        lift scrap waive ~ impose enforce introduce
        raise ~ lower sink drop
        strengthen ~ weaken
        deepen ~ fill
        preserve protect ~ redevelop develop
        automate ~ staff
        print ~ digitise digitize scan
        standardise standardize ~ vary
        bury ~ hang
        burn incinerate ~ compost recycle
        plough ~ graze
        flood ~ drain
        drain ~ restore rewet
        lengthen extend prolong ~ shorten curtail cut
        widen broaden ~ narrow
        plant ~ fell uproot
        merge unite combine join ~ split separate divide
        hire recruit ~ dismiss sack
        centralise centralize ~ decentralise decentralize spread
        expand enlarge grow ~ shrink reduce
        encourage promote ~ discourage
        mandatory compulsory ~ optional voluntary
        require ~ recommend suggest
        tall ~ short
        heavy ~ light
        new ~ second-hand old used
        fixed permanent ~ mobile travelling touring
        trial temporary ~ permanent definitive
        hard rigid strict ~ soft flexible
        lively busy ~ quiet calm
        clean ~ dirty
        annual yearly ~ monthly biennial
        weekly ~ daily monthly fortnightly
        cheaper ~ dearer
        newer ~ older
        sooner earlier ~ later
        lighter brighter ~ darker dimmer
        warmer hotter ~ cooler colder
        longer ~ shorter
        higher ~ lower
        bigger larger ~ smaller
        wider ~ narrower
        faster ~ slower
        nearer closer ~ farther further
        urban ~ rural
        gradual ~ immediate sudden
        progressive tiered ~ flat
        commercial ~ residential
        organic ~ conventional
        active ~ passive
        rough ~ smooth
        straight ~ winding
        sweet ~ savoury
        raw ~ cooked
        joint shared ~ separate
        high-rise ~ low-rise
        minimum ~ maximum
        least ~ most
        indoor ~ outdoor
        upper ~ lower
        inner ~ outer
        repair mend ~ replace scrap
        renovate restore ~ demolish replace
        charge ~ waive
        double triple ~ halve
        speed ~ slow
        invite ~ exclude
        open ~ gated
        pave ~ grass
        bury ~ overhead
        supervise ~ unsupervised
        permit allow ~ fine punish
        reward ~ punish fine
        start begin ~ finish end stop
        arrive ~ depart leave
    """,
}
#: Who, when and where: ideas in much the same words that differ so speak of something else.
OTHERS: Final = {
    "fr": """
        matin ~ soir
        jour journée ~ nuit
        midi ~ soir matin
        nord ~ sud
        est ~ ouest
        gauche ~ droite
        été ~ hiver
        printemps ~ automne
        début ~ fin
        homme ~ femme
        fille ~ garçon
        propriétaire ~ locataire
        parent ~ enfant
        jeune ado enfant ~ vieux aîné âgé retraité senior
        riche ~ pauvre
        amont ~ aval
        samedi ~ dimanche
        départ ~ arrivée
        entrée ~ sortie
        ville ~ campagne
        bois pierre herbe ~ béton goudron
        gazon ~ synthétique
        viande ~ légume
        papier ~ plastique
        patron employeur ~ salarié
        vendeur ~ acheteur
        maître élève ~ professeur
        habitant ~ touriste
        vélo ~ voiture
        piéton ~ cycliste automobiliste
    """,
    "en": """
        morning ~ evening afternoon
        day daytime ~ night
        north northern ~ south southern
        east eastern ~ west western
        left ~ right
        summer ~ winter
        spring ~ autumn
        men man ~ women woman
        girl ~ boy
        owner landlord ~ tenant renter
        parent ~ child children
        young youth teenager ~ old elderly pensioner
        rich ~ poor
        upstream ~ downstream
        upstairs ~ downstairs
        saturday ~ sunday
        entrance ~ exit
        arrival ~ departure
        town ~ country countryside
        wood stone ~ concrete
        grass ~ turf concrete
        meat ~ vegetable
        paper ~ plastic
        employer ~ employee worker
        seller ~ buyer
        pupil ~ teacher
        resident ~ tourist visitor
        bike ~ car
        walker pedestrian ~ cyclist driver
        weekday ~ weekend
    """,
}


@lru_cache(maxsize=8192)
def list_roots(word: str, language: str) -> frozenset[str]:
    """Return what a word is looked up by: its own root, and that of its dictionary form."""
    bare = strip_accents(word)
    return frozenset({find_root(bare, language), find_root(find_lemma(bare, language), language)})


@lru_cache(maxsize=4)
def list_pairs(language: str, *, turns: bool) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the two halves of each exclusion, as roots."""
    lines = (TURNS if turns else OTHERS)[language].splitlines()
    halves = [[tuple(one.split()) for one in line.split("~")] for line in lines if line.strip()]
    return tuple((_root_idea(one, language), _root_idea(other, language)) for one, other in halves)


@lru_cache(maxsize=4096)
def _root_idea(words: tuple[str, ...], language: str) -> frozenset[str]:
    return frozenset(root for word in words for root in list_roots(word, language))


def exclude(first: tuple[str, ...], second: tuple[str, ...], language: str, *, turns: bool) -> bool:
    """Say whether each of two ideas has a word that excludes one of the other's, which this one does not have."""
    one, other = _root_idea(first, language), _root_idea(second, language)
    alone, also = one - other, other - one
    return any(
        (left & alone and right & also and not (right & one or left & other))
        or (right & alone and left & also and not (left & one or right & other))
        for left, right in list_pairs(language, turns=turns)
    )
