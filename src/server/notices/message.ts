import { type Line, sumUp, type Told } from '#core/notification/sum-up.ts'
import { isGrave, topicOf } from '#core/notification/topics.ts'
import { en } from '#core/notification/words/en.ts'
import { fr } from '#core/notification/words/fr.ts'
import type { NoticeWords } from '#core/notification/words/words.ts'
import type { Mail, Push } from './outside.ts'

export interface Addressee {
  name: string
  email: string
  language: 'fr' | 'en'
  brand: string
  workspaceId: string
}

const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim()

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Where in the desk it is read: its case, or « For me ». */
const pathOf = (workspaceId: string, caseId: string | null): string =>
  caseId === null ? `/w/${workspaceId}/notifications` : `/w/${workspaceId}/inbox?queue=all&case=${caseId}`

const sayLine = (words: NoticeWords, { kind, caseNumber, count }: Line): string => {
  const about = [caseNumber === null ? '' : words.numbered(caseNumber), count > 1 ? words.times(count) : '']
  const more = about.filter((part) => part !== '').join(', ')
  return more === '' ? words.sentence(kind) : `${words.sentence(kind)} (${more})`
}

const subjectOf = (words: NoticeWords, told: readonly Told[]): string => {
  const [first, second] = told
  return first !== undefined && second === undefined ? words.sentence(first.kind) : words.many(told.length)
}

const wordsOf = (language: 'fr' | 'en'): NoticeWords => (language === 'fr' ? fr : en)

/** A mail to a member: what concerns them and where to read it, with no word of a customer or of a colleague in it. */
export const mailOf = (to: Addressee, told: readonly Told[], batchId: string, deskUrl: string): Mail => {
  const words = wordsOf(to.language)
  const { lines, more } = sumUp(told)
  const said = lines.map((line) => ({ text: sayLine(words, line), at: deskUrl + pathOf(to.workspaceId, line.caseId) }))
  const rest = more > 0 ? words.more(more) : null
  const home = deskUrl + pathOf(to.workspaceId, null)
  const text = [
    words.hello(oneLine(to.name)),
    '',
    ...said.map(({ text, at }) => `- ${text}\n  ${at}`),
    ...(rest === null ? [] : [rest]),
    '',
    words.openAt(home),
    '',
    words.nothingInside,
    words.why,
  ].join('\n')
  const html = [
    `<p>${escaped(words.hello(oneLine(to.name)))}</p>`,
    `<ul>${said.map(({ text, at }) => `<li><a href="${escaped(at)}">${escaped(text)}</a></li>`).join('')}</ul>`,
    rest === null ? '' : `<p>${escaped(rest)}</p>`,
    `<p><a href="${escaped(home)}">${escaped(words.open)}</a></p>`,
    `<p><small>${escaped(words.nothingInside)}<br>${escaped(words.why)}</small></p>`,
  ].join('\n')
  return {
    ...{ to: to.email, text, html, language: to.language },
    subject: `[${oneLine(to.brand)}] ${subjectOf(words, told)}`,
    messageId: `<${batchId}@${new URL(deskUrl).hostname}>`,
  }
}

/** What a telephone shows: the brand, what to do, and where; a second one of the same batch takes the place of the first. */
export const pushOf = (to: Addressee, told: readonly Told[], batchId: string): Push => {
  const words = wordsOf(to.language)
  const { lines } = sumUp(told)
  const [first, second] = lines
  const body = [
    first === undefined ? '' : words.sentence(first.kind),
    ...(second === undefined ? [] : [words.many(told.length)]),
  ]
  const url = pathOf(to.workspaceId, first !== undefined && second === undefined ? first.caseId : null)
  const payload = { title: oneLine(to.brand).slice(0, 120), body: body.join('\n'), url, tag: batchId }
  return {
    payload: JSON.stringify(payload),
    urgent: told.some(({ kind }) => isGrave(topicOf(kind))),
    topic: Buffer.from(batchId.replaceAll('-', ''), 'hex').toString('base64url'),
  }
}
