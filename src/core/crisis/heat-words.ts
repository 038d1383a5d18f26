/**
 * Words that crisis watchers listen for (L3). `*` is any ending. Everyday complaint (« honteux », « inadmissible ») is left out on purpose: it
 * says that somebody is cross, not that a crisis is near.
 */
export const FRENCH_HEAT = `
boycott: boycott* | n'achetez plus | plus jamais rien acheter | ne plus rien acheter chez | faites passer | faites tourner | partagez en masse | balance ta marque
scandal: scandale | scandales | scandaleu* | bad buzz | honte a vous | honte a eux | c'est une honte | la honte nationale | indigne d'une marque | affaire d'etat
deceit: arnaque* | arnaqu* | escroc* | mensonge* | menteur* | menteuse* | ils mentent | vous mentez | vous nous mentez | fake news | c'est du fake | faux avis | fausse publicite | publicite mensongere | tromperie | tromperies | contrefacon* | manipulation
danger: intoxication* | intoxique* | empoisonn* | toxique* | brulure* | brule au | incendie | a pris feu | explose* | explosion | blesse | blessee | blesses | blessure* | hopital | hospitalis* | aux urgences | allergie grave | choc allergique | danger de mort | mortel* | dangereu* | rappel de produit | rappel produit
justice: porter plainte | porte plainte | depose plainte | deposer plainte | plainte deposee | action collective | action de groupe | class action | mon avocat | nos avocats | au tribunal | en justice | dgccrf | signal conso | signalconso | repression des fraudes | arcom | la cnil | ufc que choisir | 60 millions de consommateurs | mise en demeure
`

export const ENGLISH_HEAT = `
boycott: boycott* | stop buying from | never buy from | don't buy from | cancel them | spread the word | please share | retweet this
scandal: scandal | scandals | scandalous | outrage | outrageous | shame on you | shame on them | disgrace | pr disaster | unforgivable | public outcry
deceit: scam | scams | scammer* | scammed | fraud | fraudulent | liar | liars | lied to us | they lied | you lied | lying to | fake news | fake reviews | fake products | counterfeit* | false advertising | cover up | covering up | misleading
danger: poison* | toxic | burns | burned my | burnt my | caught fire | on fire | explode* | exploded | injur* | hospital | hospitali* | emergency room | a and e | allergic reaction | anaphyla* | life threatening | dangerous | unsafe | recall
justice: sue you | suing | lawsuit | class action | my lawyer | our lawyers | my solicitor | in court | small claims | trading standards | ombudsman | the ftc | the fca | ofcom | legal action
`
