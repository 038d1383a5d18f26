import { type Cue, cues, SMIRKS } from './cue.ts'

/** Anger, irony and condescension in French, accents folded. */
export const FRENCH: readonly Cue[] = [
  cues(
    'insult',
    1,
    'anything',
    'idiote?s?|debiles?|cretine?s?|imbeciles?|abrutie?s?|connards?|connasses?|conn[ae]s?|bouffons?|guignols?|andouilles?|blaireaux?|boulets?|mythos?|menteu(?:r|se)s?|grosse? lourde?s?',
    'pauvre (?:type|fille|mec|con\\w*)|sombre (?:idiot|cretin|con)\\w*|(?:sale|petit|gros) con|espece de|bande de (?!papier|tissu)',
    'ta gueule|fermez-la|ferme-la|la ferme !|degage[zs]?|allez (?:vous faire|au diable)|va te faire|foutez(?:-nous)? (?:la paix|le camp)|fous le camp|lachez-nous|lache-nous|fais pas chier|faites pas chier|casse-toi|mele[zs]?-(?:toi|vous) de',
    "(?:vous|tu) (?:racontez|dites|racontes|dis) n'importe quoi|(?:vous|tu) (?:delire[zs]|mente[zs]|mens|fabule[zs])|(?:vous etes|tu es|t'es) (?:vraiment |quand meme |franchement |completement |tellement |si )?(?:ridicules?|stupides?|grotesques?|minables?|penibles?|pathetiques?|malhonnetes?|insupportables?|lourde?s?|bete|desagreables?|impolie?s?|mal elevee?s?|de mauvaise foi)|vous avez (?:du|surement|certainement) etre (?:desagreable|impoli|agressi)\\w*",
  ),
  cues(
    'threat',
    1,
    'anything',
    "(?:nos|notre) (?:avocats?|service juridique|juristes?)(?: \\w+)? (?:vous|te|va|vont|sera|seront|prendr\\w+|apprecier\\w+)|(?:porter|porterons|portons|deposer|deposons) plainte|diffamation|(?:vous (?:allez|risquez de)|tu vas|tu risques de) (?:le |l'|vous en |t'en )?(?:regretter|mordre)|on sait (?:ou|qui) (?:vous|tu)",
    '(?:je|nous|on) (?:vous|te) (?:bloqu(?:e|ons|era|erons)(?! (?:une?|la|le|les|des|ce|cette|deux|trois|votre|ta))|banni\\w*|blackliste\\w*)|vous serez (?:bloque|banni|fiche)\\w*|(?:dernier|ultime) avertissement|(?:le|la) dire en face|on verra (?:bien )?qui (?:rigole|rit|gagne)',
    "attention a ce que (?:vous|tu) (?:dites|ecrivez|racontez|dis|ecris|publi\\w+)|gaffe a ce que|on (?:saura )?s'en souvien(?:dra|drons|t|dr)|on se souviendra de (?:vous|toi)|je vous conseille de (?:retirer|supprimer|vous calmer|changer de ton|ne pas insister)|tenez-(?:vous )?(?:le )?pour dit|vous voila prevenue?s?|vous etes prevenue?s?|ca (?:va|pourrait) (?:mal )?(?:se )?(?:retourner contre|finir mal|mal finir)",
  ),
  cues(
    'condescension',
    1,
    'anything',
    "apprene[zr] (?:donc |d'abord )?a (?:lire|compter|parler|ecrire|vous|conduire|cuisiner)|apprends (?:donc |d'abord )?a|(?:faut|faudrait|suffit de|suffisait de|savoir|sait|savez|sais|sachant) (?:juste |bien )?(?:savoir )?lire|si (?:vous aviez|tu avais) (?:pris la peine|lu|pris le temps|ecoute|regarde)|lisez (?:donc|mieux|jusqu'au bout|avant|bien avant)|lire jusqu'au bout|il suffisait de (?!demander)|encore (?:faut|fallait|faudrait)-il|(?:il )?fallait (?:juste |peut-etre )?(?:lire|y penser|reflechir|prevoir|pas|trouver|regarder|s'y prendre|confirmer|demander|se renseigner|venir plus tot)",
    "(?:ecrit|marque|indique|precise|affiche) (?:noir sur blanc|en gros|en toutes lettres|partout)|un enfant (?:de \\w+ ans|comprendrait|y arrive)|(?:meme )?ma (?:grand-mere|mere|niece) (?:y arrive|comprend|saurait)|pas (?:bien )?sorcier|c'est pourtant|comme on dit aux enfants|au-dessus de (?:votre|ton) niveau|(?:une|pour la) (?:derniere|centieme|enieme|dixieme) fois|comme (?:on|nous|je) (?:vous |te )?l'(?:ai|a|avons) (?:deja )?(?:dit|explique|ecrit|repete|indique)\\w*|manifestement,? (?:vous|tu)",
    "on se calme|calme[zs]?-(?:vous|toi)|du calme(?= ?[,!])|detende[zs]?-vous|detends-toi|redescende[zs]?|redescends|respire[zs]? (?:un (?:coup|grand)|par le nez|bien fort)|pas (?:la peine|besoin) (?:de |d')(?:\\w+ )?(?:crier|vous enerver|t'enerver|hurler|vous exciter|en faire|faire (?:un|tout)|monter)|(?:faire|fait|faites|fais|en faire) (?:tout )?un(?:e)? (?:fromage|plat|drame|montagne|cinema|maladie|caca nerveux|crise)|sur (?:vos|tes) grands chevaux|arrete[zs]? (?:un peu )?(?:votre|ton|de|le|vos|tes) (?:cinema|cirque|char|pleurnich\\w*|pleurer|vous plaindre|te plaindre|chouiner|raler|caprices?)|(?:vos|tes|votre|ton|un) caprices?(?= (?:d'enfant|de))|pleurnich\\w+|chouin\\w+|geignard\\w*|ne se siffle pas",
    '(?:votre|ton) petite? (?:scandale|message|caprice|numero|crise|comedie|cinema|drame|avis|tweet|coup de)|(?:petite?|grosse?) (?:crise|comedie) ',
    "pas mort d'homme|(?:c'est|est) pas la fin du monde|(?:vous vous en|tu t'en|on s'en) remet(?:trez|tras|tra)?|(?:vous|tu) (?:y )?survivre[zr]|si vous survivez|tu survivras|vous y survivrez|on n'en meurt pas|y a plus grave|il y a plus grave dans la vie|ca va bien se passer|d'autres (?:y arrivent|se debrouillent|patientent|n'ont pas)|certains (?:arrivent a|y arrivent|patientent|savent|ont la patience)|patiente[zr]? donc|(?:vous n'etes|tu n'es|t'es|vous etes) pas (?:seule?|le seul|la seule|notre seul\\w*|notre unique)(?: client\\w*| au monde| sur terre|e?s?,)|le monde ne tourne pas|un mot aimable|soye[zr]z? (?:un peu )?polie?s?|un peu de politesse|(?:un peu d'|avec de l')imagination",
  ),
  cues(
    'condescension',
    1,
    'trouble',
    '(?:ma|mon) (?:pauvre|petite?|grande?|brave|cherie?|cher) (?:dame|monsieur|madame|ami|amie)|mon (?:gars|coco|chou|grand|petit|bonhomme|brave|lapin|general)(?= ?[,.!?]|$)|ma (?:petite|grande|cocotte|belle|poule|cherie)(?= ?[,.!?]|$)|(?<=, )chere? (?:petite )?(?:madame|monsieur|dame|ami|amie)|champion(?:ne)?(?= ?[,.!?]|$)|(?:petit|grand) genie|princesse|votre (?:majeste|altesse|grandeur)|sa majeste|son altesse',
    "il y a (?:juste|seulement|a peine) (?:\\w+ )?(?:vis|pages?|minutes?|etapes?|marches?)|exercice difficile|(?:pour|a) (?:ce|ces) (?:prix|tarif)s?(?:-la)? ?,|vous (?:vous )?attendie[zr] a [^.!?]{0,40}\\?|vous (?:vous )?attendiez (?:au|aux?|a quoi) ?[^.!?]{0,30}\\?|premiere fois (?:que (?:vous|tu)|avec)[^.!?]{0,40}\\?|au moins ?\\?|(?:c'est|etait) (?:surement|probablement|peut-etre|plutot) (?:vous|toi)|ou alors (?:c'est|ce serait) (?:vous|toi)|c'est (?:vous|toi) qui (?:grossi\\w+|avez mal|as mal|vieilli\\w+|vous trompez)|(?:vous|tu) (?:dormie[zr]|dormais|revie[zr]|avez mal (?:lu|compris|regarde|cherche)|as mal (?:lu|compris|regarde))",
  ),
  cues(
    'sarcasm',
    1,
    'trouble',
    "quel(?:le)? (?:drame|tragedie|finesse|perspicacite|poesie|delicatesse|elegance|eloquence|sens de (?:l'|la )\\w+|plume|analyse|talent|imagination|scandale)|(?:belle|fine) (?:analyse|plume|eloquence)|merci (?:pour|de) (?:la|cette|cet?|votre|ta|l') ?(?:lecon|analyse|poesie|prose|expertise|sagesse|tact|cours|amabilite|eloquence|delicatesse)|merci (?:sherlock|captain|capitaine|einstein|professeur|monsieur l'expert|madame l'experte)|merci du (?:conseil|cours)|bravo (?:pour|a vous|a toi|sherlock|champion|l'artiste)|felicitations|chapeau (?:l'artiste|bas|pour)|on (?:encadre|applaudit|en pleure|va pleurer)|sort(?:ez|ons|ir)? les (?:violons|mouchoirs)",
    "(?:un |vrai )?grand poete|(?:votre|ta|cette) (?:poesie|prose|tendresse|charmante?)|mots doux|charmant message|trop aimable|toujours un (?:plaisir|bonheur|regal)|comme c'est (?:charmant|gentil|mignon|original|touchant)|que d'(?:emotions?|originalite)|appelez (?:la presse|le pape|bfm|les journaux)|alertez (?:la presse|les medias|bfm)|(?:de l'annee|du siecle)(?= ?[,.!?]|$)|bien vu l'aveugle|sans blague|vous m'en direz tant|a vos ordres|vos desirs sont|boule de cristal|baguette magique|(?:on|nous) (?:n'est|n'sommes|ne sommes|est) pas (?:magiciens?|devins?|voyants?)|lire dans (?:vos|tes) pensees|(?:excusez-nous|pardon|desoles?) d'exister|(?:puisque|vous qui|toi qui) (?:vous |tu )?(?:savez|sais) (?:tout|mieux)|si (?:ca|cela) (?:vous|te) (?:chante|amuse|soulage|fait (?:tant )?plaisir)|si vous y tenez (?:vraiment|tant)|on (?:en )?est quittes|et dire que (?:certain\\w*|d'autres)|il parait que ca (?:marche|aide|existe)|comme le pere noel|c'est (?:un peu |bien )?le (?:principe|concept)(?= ?[.!…])|(?:ah|oh),? (?:la|le|les) (?:fameu(?:se|x)|celebre|grande?) |on l'entend (?:une|dix|cent|tous)|c'est (?:facile|bien pratique|pratique|commode) a dire|c'est fou comme|(?:(?:ah|eh|he) )?ben voyons|etes-vous (?:bien )?(?:sure?|certaine?)e?s? (?:de ne pas|que ce n'est pas|d'avoir)",
    "en (?:eteignant|ouvrant|lisant|cherchant|regardant|arrivant|demandant|reflechissant)\\b[^.!?]{0,40}(?:de temps en temps|mieux|a l'heure|plus tot|correctement|pour une fois)|choisissez (?:donc )?un (?:monastere|palace|desert)|(?:vous|tu) (?:les |l'|le )?avie[zs] oubli\\w+",
  ),
  cues(
    'dismissal',
    1,
    'trouble',
    "personne (?:ne )?(?:vous|t'|te) ?(?:a )?(?:retient|oblige|tordu|force|rien demande|demande)|(?:allez|va) (?:donc )?(?:voir|vous plaindre|te plaindre|chercher) (?:ailleurs|la concurrence|chez)|la porte est|bon vent|bon debarras|bonne chance (?:ailleurs|avec)|grand bien (?:vous|te)|libre a (?:vous|toi) d|a prendre ou a laisser|si ca (?:ne )?(?:vous|te) (?:plait|convient) pas|tant pis pour|dommage pour (?:vous|toi)|c'est (?:votre|ton) probleme|(?:pas|plus) notre (?:probleme|faute)|debrouille[zs]?-(?:vous|toi)|la prochaine fois,? (?:choisi\\w+|lise[zr]|lis|verifie\\w*|reflechi\\w+|evite\\w*|arrive\\w*|leve\\w*|faites attention|regarde\\w*)|qu'est-ce que (?:vous voulez|tu veux) qu'(?:on|il)|(?:on a|nous avons) (?:autre chose a|mieux a|d'autres chats)|entre deux tweets|au lieu de (?:tweeter|raler|vous plaindre|te plaindre|pleurer|poster)|mets? des (?:boules|bouchons)|mettez des (?:boules|bouchons)|c'est comme ca et|point final|fin de la discussion|passe[zr]? votre chemin|a bon entendeur|ca (?:vous|t') ?apprendra|a qui la faute|la faute a qui|(?:venez|viens) (?:donc )?le faire (?:vous|toi)-meme",
  ),
  cues(
    'sarcasm',
    0.5,
    'trouble',
    "bravo|chapeau|peut-etre (?:que )?(?:en \\w+ant|devrie[zr]|faudrait-il|auriez-vous)|(?:ah|oh) (?:bah|ben)|tiens tiens|non mais|non parce que|mdr|lol|ptdr|apparemment|evidemment|visiblement|forcement|que voulez-vous|chacun son (?:truc|metier)|relise[zr]|pas (?:tres |bien )?complique|c'est (?:ecrit|marque) sur|et alors ?\\?|ouvrez la (?:vitre|fenetre)|rappelez-moi|sans doute|legendaire|impossible,|un effort",
  ),
  SMIRKS,
]
