import type { Door, Language, Temper, Townsperson } from './person.ts'

type Traits = Pick<Townsperson, 'she' | 'blocks' | 'refusesPrivate' | 'trusting'>

const person =
  (language: Language) =>
  (
    name: string,
    handle: string,
    temper: Temper,
    followers: number,
    door: Door = 'open',
    traits: Traits = {},
  ): Townsperson => ({
    id: `town-${handle.replaceAll('.', '-')}`,
    handle,
    name,
    language,
    temper,
    followers,
    door,
    ...traits,
  })

const fr = person('fr')
/** The same, of a woman. */
const elle = (...[name, handle, temper, followers, door, traits]: Parameters<typeof fr>): Townsperson =>
  fr(name, handle, temper, followers, door, { ...traits, she: true })
const en = person('en')

/** The town: some forty people who buy, wait, ask, thank and lose their temper. */
export const people: readonly Townsperson[] = [
  elle('Camille Roux', 'camille.roux', 'worried', 214),
  fr('Noé Faure', 'noefaure', 'hot', 1_830),
  fr('Lucas Petit', 'lucas.ptt', 'terse', 96, 'not-mutual'),
  elle('Inès Bouvier', 'ines.bouvier', 'patient', 402),
  elle('Maryvonne Le Bras', 'maryvonne29', 'patient', 31, 'open', { trusting: true }),
  fr('Yanis Belkacem', 'yanisb_', 'sarcastic', 5_240, 'not-mutual'),
  elle('Solène Garnier', 'solene.garnier', 'loyal', 688),
  fr('Thierry Vasseur', 'th.vasseur', 'hot', 143, 'closed', { refusesPrivate: true }),
  elle('Aminata Diallo', 'aminata.dl', 'loyal', 2_910),
  fr('Bastien Morvan', 'bastien.mrvn', 'troll', 7_705, 'closed'),
  elle('Hélène Castaing', 'helene.castaing', 'journalist', 48_300),
  fr('Gaëtan Pichon', 'gaetanpichon', 'sarcastic', 377),
  elle('Ludivine Perrot', 'ludi.perrot', 'worried', 158, 'open', { trusting: true }),
  fr('Mehdi Azzouz', 'mehdi.azz', 'hot', 912, 'not-mutual'),
  elle('Clémence Aubry', 'clem.aubry', 'loyal', 1_204),
  fr('Roger Delmas', 'roger.delmas', 'patient', 12, 'open', { trusting: true }),
  elle('Oriane Teixeira', 'oriane.tx', 'terse', 540),
  fr('Fabrice Nguyen', 'fab.nguyen', 'patient', 265),
  elle('Manon Lacroix', 'manonlcrx', 'hot', 3_360, 'open', { refusesPrivate: true }),
  fr('Étienne Rolland', 'etienne.rolland', 'sarcastic', 890, 'closed'),
  elle('Nadia Cherif', 'nadia.cherif', 'worried', 471),
  fr('Jean-Luc Besson', 'jlbesson', 'hot', 58, 'open', { blocks: true }),
  elle('Pauline Huguet', 'pauline.huguet', 'loyal', 1_022),
  fr('Karim Saïdi', 'karim.saidi', 'terse', 187),
  elle('Odile Marchand', 'odile.marchand', 'worried', 44, 'not-mutual'),
  fr('Théo Jourdan', 'theo.jrdn', 'troll', 12_450),
  elle('Valérie Cousin', 'val.cousin', 'patient', 320),
  en('Megan Whitlow', 'meganwhitlow', 'worried', 356),
  en('Dan Okafor', 'dan.okafor', 'patient', 1_140),
  en('Priya Raman', 'priya.raman', 'hot', 2_204, 'not-mutual'),
  en('Callum Reid', 'callumreid', 'sarcastic', 4_870),
  en('Beth Ashworth', 'beth.ashworth', 'loyal', 233),
  en('Tomasz Wilk', 'tomaszwilk', 'terse', 75),
  en('Jodie Marsh', 'jodie.m', 'hot', 618, 'open', { refusesPrivate: true }),
  en('Samuel Ortega', 'sam.ortega', 'patient', 149, 'open', { trusting: true }),
  en('Fiona Gallagher', 'fionagal', 'loyal', 903),
  en('Nate Brandt', 'nate.brandt', 'troll', 9_310, 'closed'),
  en('Rosalind Keene', 'roz.keene', 'journalist', 31_700),
  en('Lily Chen', 'lilychen', 'worried', 512),
  en('Graham Pell', 'gpell', 'sarcastic', 87, 'not-mutual'),
]

const byId = new Map(people.map((one) => [one.id, one]))

export const findPerson = (id: string): Townsperson | undefined => byId.get(id)
