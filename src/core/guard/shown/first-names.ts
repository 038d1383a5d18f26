/** Common first names of France, Belgium, Switzerland, Québec, Britain and Ireland, folded; enough to see « First Last » in a sentence. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `aaron abby abdel adam adele adrien agathe agnes ahmed aicha alain alan albert alex alexandra alexandre alexis alice alicia aline alison amandine amelie amina amy ana
anais andre andrea andrew angela anita ann anna anne annie anthony antoine arnaud arthur aurelie aurelien axel baptiste barbara beatrice ben benjamin benoit bernadette
bernard bertrand beth brian brigitte bruno caitlin cameron camille carl carla carole caroline catherine cecile cedric celine chantal charles charlie charlotte cheryl
chloe chris christelle christian christine christophe claire clara claude claudine clemence clement colette colin corinne craig cyril dan daniel daniele danielle darren
dave david dean deborah delphine denis denise derek didier dominique donna doris dylan ed eddie edith edward elena eleanor elise elizabeth ella ellen ellie elodie elsa
emilie emily emma emmanuel eric erica erwan estelle esther ethan etienne eva eve evelyne fabien fabienne fabrice fanny farid fatima fatou felix fiona florence florian
frances francis francois francoise frank fred frederic frederique gabriel gabrielle gael gareth gary gaston gavin genevieve george georges gerald gerard germaine ghislaine
gilbert gilles gisele graham greg gregory guillaume guy gwen hamza hannah harriet harry hassan heather helen helene henri henriette henry herve hugo ian ibrahim ines
ingrid irene isabel isabelle jack jackie jacqueline jacques jake james jamie jan jane janet jason jean jeanne jeff jennifer jenny jeremy jerome jess jessica jill jim
jimmy joan joanne joe joel joelle john johnny jonathan jordan jose josephine josette josh josiane joy joyce judith jules julia julie julien juliette justin justine karen
karim karine kate katherine kathleen kathy katie keith kelly ken kenneth kevin khadija kim kyle laetitia laura laure laurence laurent lea leila leo leon leonie lewis
liam lila liliane linda lionel lisa lise loic lola lorraine louis louise luc lucas lucie lucien lucy ludovic lydia lynn madeleine maelle malik manon marc marcel margaret
margaux margot maria marianne marie marina marine mario marion mark marlene martha martial martin martine mary maryse mathias mathieu mathilde matt matthew matthieu
maud maurice max maxime mehdi melanie melissa michael michel michele micheline michelle mike mohamed monica monique morgan mourad muriel myriam nabil nadege nadia nadine
natalie natasha nathalie nathan neil nicola nicolas nicole nigel nina noah noe noel noemie nora odette odile olga oliver olivia olivier omar oscar owen pam pamela pascal
pascale patricia patrick paul paula pauline peggy penny peter phil philip philippe pierre priya quentin rachel rachid ralph raphael ray raymond rebecca regine regis remi
renaud rene renee rhys richard rita rob robert robin rodolphe roger roland romain ron rosalie rose rosie ross roxane ruth ryan sabine sabrina said salma sally sam samantha
samir samira samuel sandra sandrine sara sarah sean sebastien serge severine shane sharon sheila shirley simon simone sofia solene sonia sophie stacy stan stella stephane
stephanie stephen steve steven stuart sue susan suzanne sylvain sylvie tanya tara ted teresa theo theresa therese thibault thierry thomas tim timothy tina toby tom tony
tracy trevor ursula valentin valerie vanessa vera veronique vicky victor victoria vincent virginie wendy will william xavier yacine yann yannick yasmine yasmina yohan yves
yvette yvonne zoe`.split(/\s+/),
)
