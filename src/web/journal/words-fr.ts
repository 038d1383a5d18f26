import { frPlural } from '../words/plural.ts'

export const fr = {
  answer: (sealed: string, anchoredOn: string | null) =>
    `${sealed} gestes scellés l’un à l’autre ; ${anchoredOn === null ? 'aucune empreinte n’est encore sortie du bureau' : `dernière empreinte sortie du bureau le ${anchoredOn}`}.`,
  filters: 'Chercher dans le journal',
  who: 'Qui',
  anyone: 'Tout le monde',
  what: 'Quoi',
  whatHint: 'Par exemple : parole, rôle, connecté',
  caseNumber: 'Dossier',
  from: 'Du',
  to: 'Au',
  clear: 'Tout montrer',
  none: 'Rien de tel au journal.',
  caseLink: (number: number) => `dossier ${number}`,
  sealed: (position: number) => `sceau ${position}`,
  unsealed: 'pas encore scellé',
  more: 'Plus ancien',
  exports: 'Emporter une copie',
  exportsNote:
    'Ce qui est affiché, en entier. Les lignes JSON portent tout ce dont un sceau est fait : n’importe qui peut le recalculer. La copie est elle-même notée au journal.',
  csv: 'Tableur (CSV)',
  jsonl: 'Lignes JSON',
  exporting: (lines: number) => `${lines} ${frPlural(lines, 'ligne', 'lignes')}…`,
  exported: 'La copie est dans vos téléchargements',
}
