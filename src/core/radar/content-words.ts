import { cutMessage, wordsBehind } from '#core/triage/tokens.ts'

/** A word as it is compared, and as it was written. */
export type ContentWord = { readonly word: string; readonly spelt: string }

/** Words that say what a message is about (L2): no little words, no names of people, links or figures; in their order. */
export function contentWords(text: string): readonly ContentWord[] {
  const message = cutMessage(text)
  const words: ContentWord[] = []
  for (const token of message.tokens) {
    if (words.length >= MOST_WORDS) break
    if (/^[a-z]{3,40}$/.test(token.word) && !LITTLE.has(token.word))
      words.push({ word: token.word, spelt: wordsBehind(message, token).toLowerCase() })
  }
  return words
}

/** What is said first tells what it is about, and a page pasted into a message must not fill the memory. */
const MOST_WORDS = 60

const LITTLE = new Set(
  (
    'afin ainsi alors apres assez aucun aucune aujourd aussi autre autres avais avait avant avec avez avoir avons beaucoup bien bonjour bonsoir ' +
    'car cela celle celui ces cet cette ceux chaque chez comme comment cordialement dans deja depuis des donc dont elle elles encore entre est ete ' +
    'etait etes etre eux faire fait faites faut fois hier hui ici ils jamais jour jours juste leur leurs lui madame maintenant mais meme merci mes moi ' +
    'moins mon monsieur non nos notre nous ont oui par parce pas peu peut peux plus plusieurs pour pourquoi pouvez puis quand que quel quelle quelqu ' +
    'quelque qui quoi rien sans sera ses seulement si sinon soit son sont sous suis sur svp stp tant tel tellement tes toi ton toujours tous tout toute ' +
    'toutes tres trop une vais vers veut veux voici voila vos votre vous vraiment ' +
    'about after again all already also always and any anyone are because been before being but can cannot could day days did does doing done dont ' +
    'down each even ever every for from get gets getting give going got had has have hello her here him his how into its just know let like made make ' +
    'many may more most much must need never new next not now off once one only other our out over own please really said same say see she should ' +
    'since some someone something still such sure than thank thanks that the their them then there these they thing this those though through time ' +
    'today tomorrow too try two under until use very want was way well were what when where which while who why will with would yesterday yet you your ' +
    'yours com www http https'
  ).split(' '),
)
