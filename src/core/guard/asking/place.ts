import { findIn, hasIn } from '../reading/marks.ts'
import { findAll, has, words } from '../reading/pattern.ts'
import type { PrivateWayNamed } from '../reading/private-way.ts'

/** Where the customer is told to put it. */
const IN_PUBLIC = words(
  "(?<!d'|jusqu'|par )ici(?! (?:clair|a |meme pour))|en (?:simple )?(?:commentaires?|reponse|com|coms|public|direct sous)|(?:ci-)?dessous|en dessous|(?:sous|dans|sur|a) (?:ce|cette|votre|ton|le|la|notre|vos|les) (?:post|tweet|message|fil|publication|commentaires?|coms?|reponse|avis|discussion|thread|mur)|publiquement|a la suite|juste la|(?:mets|met|mettez|pose|posez|note|notez|balance|laisse|laissez|donne|ecris)(?:-| )(?:le|la|les|nous)(?:-| )(?:la|ici)|reponds? (?:a ce|avec)|repondez (?:a ce|avec)|commente(?:z|r)?|(?:poste|publie)[rz]?(?:-(?:le|la|les|nous))?",
  'here(?! to)|(?:right )?below|underneath|in (?:a|the|your|this) (?:quick )?(?:reply|comments?|thread|replies|post|tweet)|(?:reply|respond)(?: back)? (?:with|here|below)|comment(?! on)(?: (?:with|here|below|your|us|the))?|under (?:this|the|your) (?:post|tweet|comment|review|thread)|publicly|on (?:here|this (?:post|thread))|(?:post|tweet)(?! ?codes?| office| it (?:back|to)|ed)(?: (?:your|us|the))?',
)
const POINTING_DOWN = /[\u{1f447}\u2b07\u2935]/gu

/** Places that the public does not read besides the brand's private ways: a form, an application, a counter, the customer's own space. */
const ELSEWHERE = words(
  "formulaire|(?:ce|le) lien|espace (?:client|perso\\w*|abonne|adherent)|(?:sur|dans|via|depuis) (?:votre|ton|le|l'|notre|mon) (?:compte|espace|site|appli\\w*|portail|page web)|portail|(?:au|a l'|aux?) (?:guichet|comptoir|accueil|agence|caisse|bureau|magasin|boutique|gare|secretariat|mairie|desk)|en (?:agence|boutique|magasin|ligne|mairie|gare|caisse)|sur place|a votre arrivee|le jour (?:j|meme)|des?k",
  '(?:the|a|our|this|web|contact|secure|online|claims?) form|private request|(?:the|this|following|that) link|https?\\b|www|(?:on|in|through|via|into|from) (?:the|your|our|my) (?:app|website|site|portal|profile|settings)|(?:in|through|via|into) your account|at (?:the|our|your|any) (?:desk|till|counter|branch|office|shop|store|reception|front desk)|in (?:store|branch|person|the shop)|on arrival|online|when you (?:come|visit|check in|arrive|pop)',
)
const LINK_FOLLOWS = /^ ?(?::|->|-|=>|\u25b6)? ?(?:https?\b|www\.|[a-z0-9-]+\.(?:com|fr|example|org|net)\b)/

const LINK = /\bhttps?\b|\bwww\./g
/** Beside a link, « ici » is the link. */
const POINTS = /^(?:ici|here|below|right below|(?:ci-)?dessous|en dessous)$/
const NOT_THERE =
  /(?:\b(?:pas|jamais|ni|surtout|not|never|don't|off|rather than|plutot que|instead of|sans|without|avoid|eviter|evitez|don't put|no)\b|n't)[^.;:!?]{0,40}$/

const denied = (folded: string, at: number) => {
  const before = folded.slice(Math.max(0, at - 50), at)
  const cut = Math.max(
    before.lastIndexOf(','),
    before.lastIndexOf('.'),
    before.lastIndexOf(' mais '),
    before.lastIndexOf(' but '),
    before.lastIndexOf('!'),
    before.lastIndexOf(';'),
  )
  return has(NOT_THERE, before.slice(cut + 1).replace(/n'hesite\w* pas|don't hesitate/g, ' '))
}

export type Places = {
  /** Told to write it where all can read. */
  readonly inPublic: boolean
  /** Told not to write it there. */
  readonly notInPublic: boolean
  readonly inPrivate: boolean
  readonly elsewhere: boolean
}

/** Reads where a stretch of the draft sends the customer's data. */
export const readPlaces = (
  draft: { readonly folded: string; readonly privateWays: readonly PrivateWayNamed[] },
  from: number,
  to: number,
): Places => {
  const { folded, privateWays } = draft
  const open = [...findIn(draft, IN_PUBLIC, from, to), ...findAll(POINTING_DOWN, folded, from, to)].filter(
    (m) => !LINK_FOLLOWS.test(folded.slice(m.end, m.end + 60)),
  )
  const linked = has(LINK, folded.slice(from, to))
  const refused = open.filter((m) => denied(folded, m.start))
  return {
    inPublic: open.length > refused.length && !(linked && open.every((m) => POINTS.test(m.text))),
    notInPublic: refused.length > 0,
    inPrivate: privateWays.some((w) => w.goes === 'customer' && w.start >= from && w.start < to),
    elsewhere: hasIn(draft, ELSEWHERE, from, to),
  }
}
