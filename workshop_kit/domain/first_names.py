"""Names of people (*gazetteer*), folded: first names, common family names, titles, offices, and what bears names.

First names and family names are those most given in France and in the English-speaking countries; they are public
facts of the civil registers and name nobody by themselves.
"""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"\w+")

FIRST_NAMES: Final = frozenset(
    _WORD.findall(
        """
adam adele adrien adrienne agathe agnes ahmed aicha aime alain alan albane albert alex alexandra alexandre alexis ali
alice alicia aline alison allan alma amandine amara ambre amelie amina amir amy ana anais anastasia andre andrea
andree andrew angela angele angelique anita ann anna annabelle anne annick annie anouk anthony antoine antoinette
antonin antonio apolline ariane arlette armand armelle arnaud arthur ashley astrid audrey augustin aurelie aurelien
aurore axel axelle aya aziz baptiste barbara bastien beatrice ben benedicte benjamin benoit bernadette bernard berthe
bertrand betty bilal boris boubacar brandon brendan brenda brian brice brigitte bruno camille carine carla carlos
carmen carol carole caroline catherine cecile cecilia cedric celeste celestin celia celine chantal charles charlene
charlie charlotte chloe christel christelle christian christiane christine christopher christophe cindy claire clara
clarisse claude claudette claudie claudine clemence clement clementine clotilde colette colin coline constance coralie
corentin corinne craig cynthia cyril cyrille daisy damien daniel daniele danielle danny darren daphne david dawn
deborah debra delphine denis denise derek diana diane didier dimitri dominique donald doris dorothee dorothy dylan
eddy edith edgar edmond edouard edward edwige eileen elena eleonore eliane elias elisabeth elisa elise elizabeth ella
elodie eloise elsa emeline emile emilie emily emma emmanuel emmanuelle emrys enzo eric erica erwan esteban estelle
esther ethan etienne eugene eugenie eva evan evelyne fabien fabienne fabrice fadila fanny farid faten fatiha fatima
fatou felicie felix ferdinand fernand fernande fiona flavie flora flore florence florent florian francesca francine
francis francisco franck francois francoise frank frederic frederique gabin gabriel gabriela gabrielle gael gaelle
gareth gary gaspard gaston gemma genevieve geoffrey george georges georgette gerald geraldine gerard germaine germain
ghislaine gilbert gilberte gilles gillian ginette gisele gladys gloria gordon graham greg gregoire gregory guillaume
gustave guy gwenaelle gwendoline hakim hannah hamza harriet harry hassan hayley heather hector helen helene heloise
henri henriette henry herve hilda hubert hugo hugues ibrahim ida ian idriss imane ines ingrid irene iris isaac
isabelle ismael jack jackie jacob jacqueline jacques jade jake james jamie jamila jan jane janet janine jason jean
jeanne jeannine jennifer jenny jeremie jeremy jerome jessica jill jim joan joanna joanne joel joelle joe johan john
jonathan jordan jose josephine joseph josette joshua josiane joyce juan judith judy jules julia julian julie julien
juliette justin justine kamel karen karim karima karine kate katherine kathleen katia kay keith kelly ken kenneth
kenza kevin khadija khaled kim kylian laetitia laila lambert lara laura laure laurence laurent laurie lea leila lena
leo leon leonard leonie leslie liam lilian liliane lilou lily lina linda lionel lisa lise livia loic lola lorraine lou
louane louis louisa louise louna luc luca lucas lucie lucien lucienne lucile lucy ludivine ludovic lydia lydie lynn
madeleine mael maelle maelys maeva magali magalie malik mamadou manon manuel marc marcel marcelle margaret margaux
margot marguerite maria mariam marianne marie marielle marin marina marion marius marjorie mark marlene martha marthe
martin martine mary maryline maryse mathias mathieu mathilde mathis matteo matthew matthieu maud maureen maurice max
maxence maxime megan mehdi melanie melissa michael michel michele micheline michelle mickael milan mila mireille
mohamed mohammed moise monique morgan morgane mounir muriel mustapha myriam nabil nadege nadia nadine nancy naomi
natacha natalie nathalie nathan nathaniel neil nelly nicholas nicolas nicole nina nigel noah noe noel noelle noemie
nolan nora norbert octave odette odile olga oliver olivia olivier omar oscar oumar owen pablo pamela pascal pascale
patrice patricia patrick paul paula paulette pauline pedro peggy penelope perrine peter philip philippe phoebe pierre
pierrette pierrick quentin rachel rachid rachida raoul raphael raphaelle raymond raymonde rebecca regine regis reine
rejane remi remy rene renee richard robert robin rodolphe roger roland romain romane romeo ronald rosa rosalie rose
roselyne rosie roxane ruben russell ruth ryan sabine sabrina sacha said salim salome sally sam samantha samia samir
samira samuel samy sandra sandrine sara sarah saskia scott sean sebastien selma serge severine sharon sheila shirley
sidonie sidney sihem simon simone sofia sofiane solange solene sonia sophia sophie soraya stacey stan stephane
stephanie stephen steve steven stuart sue susan suzanne suzie sybille sylvain sylvaine sylvette sylvia sylvie tanguy
tara tarik tatiana ted teresa terry thea theo theodore theophile theresa therese thibault thibaut thierry thomas
tiffany tim timothee timothy tina titouan tom tony toussaint tracey tristan ugo ulysse urbain valentin valentine
valerie vanessa vera veronique vicky victor victoire victoria vincent viola violaine violette virginie viviane vivien
walter wanda wendy wilfried william willy xavier yacine yael yanis yann yannick yasmina yasmine yassine yohan yolande
youssef yvan yves yvette yvonne zachary zahra zineb zoe zohra
"""
    )
)
#: First and family names that are words of every day as well: small letters say nothing of a person then.
WORDS_AS_WELL: Final = frozenset(
    _WORD.findall(
        """
adele agathe aime ambre andrea angele angelique aurore celeste charlotte claire clement clementine constance daisy
dawn flore flora florence france franck frank iris jack jade jean jordan lou madeleine marguerite marin mark martin
max milan mila noel olive pascal pierre prudence reine robin rose rosalie stan sue tim tom toussaint urbain victoire
violette viola germain ben bernard will bill art carol kay kim don rob pat grace hope joy petit blanc roux noir brun
moulin fontaine boulanger berger meunier marchand fournier boucher charpentier chevalier faure fabre leroy roy rey roi
lebrun leblanc leroux legrand grand legros bon gros rousseau besson picard bourgeois breton lefevre caron masson
barbier lacroix carpentier cousin poirier pommier olivier laurent vincent mercier guerin garnier perrin simon robert
richard thomas david henry lucas louis camille smith baker cook taylor walker wood hill green brown white black young
king hall mill clark bell moore may long field park parker carter turner cooper ward fisher hunter potter brook brooks
bush reed rice
"""
    )
)
SURNAMES: Final = frozenset(
    _WORD.findall(
        """
martin bernard thomas petit robert richard durand dubois moreau laurent simon michel lefebvre leroy roux david
bertrand morel fournier girard bonnet dupont lambert fontaine rousseau vincent muller lefevre faure andre mercier
blanc guerin boyer garnier chevalier francois legrand gauthier garcia perrin robin clement morin nicolas henry roussel
mathieu gautier masson marchand duval denis dumont marie lemaire noel meyer dufour meunier brun blanchard giraud joly
riviere lucas brunet gaillard barbier arnaud martinez gerard roche renard schmitt roy leroux colin vidal caron picard
roger fabre aubert lemoine renaud dumas lacroix olivier philippe bourgeois pierre benoit rey leclerc payet rolland
leclercq guillaume lecomte lopez jean dupuy guillot hubert berger carpentier sanchez dupuis moulin louis deschamps
huet vasseur perez boucher fleury royer klein jacquet adam paris poirier marty aubry guyot carre charles renault
charpentier menard maillard baron bertin bailly herve schneider fernandez collet leger bouvier julien prevost millet
perrot daniel cousin germain breton besson langlois remy legoff pelletier leveque perrier leblanc barre lebrun marchal
weber mallet hamon boulanger jacob monnier michaud rodriguez guichard gillet etienne grondin poulain tessier
chevallier collin chauvin bouchet gay lemaitre benard marechal humbert reynaud antoine hoarau perret barthelemy
cordier pichon lejeune gilbert lamy delaunay pasquier carlier laporte gros buisson besnard diallo traore haddad benali
ben nguyen tran da silva costa pereira ferreira haddadi cohen levy mansouri belkacem cisse camara kone sow ba sy
ndiaye kaya yilmaz dupond untel durant smith jones williams taylor brown davies evans wilson johnson roberts robinson
thompson wright walker white edwards hughes green hall lewis harris clarke patel jackson wood turner hill cooper ward
morris moore clark lee king baker harrison morgan allen james scott phillips watson davis parker price bennett young
griffiths mitchell kelly cook carter richardson bailey collins bell shaw murphy miller cox khan richards marshall
anderson simpson ellis adams singh begum wilkinson foster chapman powell webb rogers gray mason ali hunt hussain
campbell matthews owen palmer holmes mills barnes knight lloyd butler russell barker fisher stevens jenkins murray
dixon harvey
"""
    )
)
#: What stands before a name, of people of today.
TITLES: Final = frozenset(
    _WORD.findall(
        """
m mr mme mlle monsieur madame mademoiselle messieurs mesdames mrs ms miss dr docteur docteure doctor professeur
professor reverend sir
"""
    )
)
#: Offices and relations that a name follows.
OFFICES: Final = frozenset(
    _WORD.findall(
        """
maire mairesse adjoint adjointe conseiller conseillere president presidente vice directeur directrice prefet prefete
depute deputee senateur senatrice ministre proviseur proviseure principal principale chef cheffe instituteur
institutrice prof gardien gardienne concierge voisin voisine collegue cousin cousine boulanger boulangere boucher
bouchere epicier epiciere coiffeur coiffeuse pharmacien pharmacienne medecin infirmier infirmiere facteur factrice
cure pasteur imam rabbin syndic agriculteur agricultrice promoteur patron patronne restaurateur secretaire animateur
animatrice educateur educatrice entraineur referent referente animateurs mayor councillor cllr councilor chairman
chairwoman headteacher headmaster headmistress neighbour neighbor officer constable sergeant colleague vicar landlord
landlady farmer manager director senator minister
"""
    )
)
#: Words in capitals that are nobody's name, behind a title, an office or a first name.
ORDINARY: Final = frozenset(
    _WORD.findall(
        """
le la les l de du des et ou un une notre nos votre vos tout toute tous toutes qui que a au aux en est sont sera ne
doit doivent dit peut pour par avec sans dans sur chez ce cette ces son sa ses leur leurs mon ma mes il elle ils elles
on nous vous je se si plus moins aussi bien pas non oui y ont va vont fait font avait etait lundi mardi mercredi jeudi
vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre noel
paques hebdo pecheur monsieur madame the of and or an in at to for by with is are was were be been should could must
will would can has have had who that this these those his her their our my your he she they we i it not no yes monday
tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
november december christmas easter age agee ages agees jeune vieux vieille republique propre sport meteo bricolage
muscle france region commune ville village nord sud east west north south ouest
"""
    )
)
#: Kinds of places and other things that bear people's names.
BEARING_NAMES: Final = frozenset(
    _WORD.findall(
        """
rue rues avenue boulevard bd bld av place placette square allee allees impasse chemin quai cours mail esplanade
promenade passage sentier route rond point carrefour pont passerelle tunnel parc jardin jardins bois foret lac ecole
ecoles college lycee maternelle primaire creche universite fac faculte institut campus groupe scolaire salle salles
gymnase stade piscine dojo tennis complexe terrain mediatheque bibliotheque ludotheque theatre cinema musee
conservatoire centre maison foyer residence ehpad hopital clinique clinic cite quartier hameau lotissement immeuble
batiment tour hall halle marche station gare arret ligne tram metro port plage eglise chapelle cathedrale abbaye
statue buste monument stele fresque fontaine fondation association prix loi espace pole pavillon villa ferme moulin
domaine chateau cimetiere caserne auberge cafe restaurant bar hotel cantine etang source pic col tombe fete foire
festival tournoi trophee challenge coupe street parade road roads lane drive close crescent way walk terrace gardens
garden park court house school primary academy university library museum theater center hospital surgery bridge
stadium arena pool church chapel cathedral estate building tower memorial prize award day act foundation trust market
green common path pier
"""
    )
)
#: Those that stand behind the name in English.
BEHIND: Final = frozenset(
    _WORD.findall(
        """
street parade hotel road roads lane drive close crescent avenue way walk terrace gardens garden park square court hall
house school primary college academy university library museum theatre theater centre center hospital surgery bridge
station stadium arena pool church chapel cathedral estate building tower memorial prize award day foundation trust
market green common path pier
"""
    )
)
#: Those that are somebody's own where *de* stands between: "la maison de …".
OWN_PLACES: Final = frozenset(
    _WORD.findall(
        "maison ferme villa terrain jardin cafe bar restaurant moulin immeuble cours marche cantine hotel auberge fete "
        "tombe house garden drive association source"
    )
)
#: Bodies whose initials follow an office.
BODIES: Final = frozenset(
    _WORD.findall(
        """
ccas ehpad pmi caf sncf edf atsem dgs mjc hlm insee ars epci samu nhs gp pta
"""
    )
)
#: Those after whom many places are called: to say their names names nobody of today.
FAMOUS: Final = frozenset(
    one.strip()
    for one in """
jean jaures; jules ferry; victor hugo; marcel pagnol; jean moulin; charles de gaulle; simone veil; marie curie;
pierre curie; louis pasteur; jeanne d arc; albert camus; emile zola; jules verne; jean de la fontaine;
georges brassens; jacques brel; jacques prevert; leon blum; pierre mendes france; francois mitterrand;
georges pompidou; nelson mandela; martin luther king; rosa parks; anne frank; louise michel; olympe de gouges;
josephine baker; lucie aubrac; aime cesaire; pablo picasso; claude monet; edith piaf; charles trenet; guy moquet;
jean mace; jean zay; paul bert; paul eluard; louis aragon; antoine de saint exupery; victor schoelcher;
paul verlaine; arthur rimbaud; charles baudelaire; jean baptiste poquelin; george sand; simone de beauvoir;
jean paul sartre; marguerite duras; marguerite yourcenar; alice milliat; robert desnos; robert doisneau;
robert schuman; jean monnet; jean rostand; jean renoir; auguste renoir; paul cezanne; paul langevin; paul valery;
vincent van gogh; henri matisse; frederic mistral; frederic chopin; claude debussy; maurice ravel; hector berlioz;
georges bizet; barbara; charlie chaplin; jacques tati; jacques cartier; louis braille; louis blanc; louis armstrong;
camille claudel; camille saint saens; gaston bachelard; pierre loti; pierre de ronsard; pierre de coubertin;
aristide briand; abbe pierre; raymond queneau; raymond poincare; georges clemenceau; georges perec;
winston churchill; charles dickens; charles darwin; william shakespeare; florence nightingale; emmeline pankhurst;
jane austen; charlotte bronte; emily bronte; isaac newton; william morris; robert burns; robin hood; queen victoria;
yves rocher; louis vuitton; charlie hebdo; marie blachere; john deere; jack daniel; pere noel; saint nicolas;
ben nevis
""".replace("\n", " ").split(";")
)
