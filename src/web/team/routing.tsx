import { useQuery } from '@tanstack/react-query'
import type { RotaView, RoutingView } from '#contract/team.ts'
import { queries } from '../query.ts'
import { useAccounts, useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { useSpeech } from '../words/words.ts'
import { nameIn } from './now.ts'
import { RoutingForm } from './routing-form.tsx'
import { useTeamWords } from './words.ts'

/** Whether new cases find an owner by themselves, who takes and knows what, and what goes to whom (T1, T2). */
export function Routing({ rota }: { rota: RotaView }) {
  const t = useTeamWords()
  const { can } = useDesk()
  const { data } = useQuery(queries.routing())
  const { data: brand } = useQuery(queries.departments())
  if (data === undefined || brand === undefined) return null
  return (
    <Panel title={t.routingTitle} note={t.routingNote}>
      {can('rota.write') ? (
        <RoutingForm key={JSON.stringify(data)} rota={rota} kept={data} departments={brand.departments} />
      ) : (
        <>
          <p>{data.gives ? t.routingOn(data.mostOpen) : t.routingOff}</p>
          {data.gives && <RulesRead rota={rota} rules={data.rules} departments={brand.departments} />}
        </>
      )}
    </Panel>
  )
}

/** The rules as sentences, in their order. */
function RulesRead({
  rota,
  rules,
  departments,
}: {
  rota: RotaView
  rules: RoutingView['rules']
  departments: readonly { id: string; name: string }[]
}) {
  const { f } = useSpeech()
  const t = useTeamWords()
  const { accounts } = useAccounts()
  if (rules.length === 0) return null
  const networkOf = (connector: string) =>
    accounts.find((account) => account.connector === connector)?.network ?? connector
  const accountOf = (id: string) => {
    const found = accounts.find((account) => account.id === id)
    return found === undefined ? '' : `${found.network} ${found.handle}`
  }
  const toOf = (to: RoutingView['rules'][number]['to']) => {
    if (to.kind === 'skill') return t.toWho.skill(to.skill)
    if (to.kind === 'member') return t.toWho.member(nameIn(rota, to.memberId))
    return t.toWho.department(departments.find(({ id }) => id === to.departmentId)?.name ?? '')
  }
  const lines = rules.map(({ words, connector, accountId, language, to }) =>
    t.sayRule({
      words: f.list(words.map(t.quoted)),
      where: accountId !== null ? accountOf(accountId) : connector === null ? '' : networkOf(connector),
      language: language === null ? '' : t.languages[language],
      to: toOf(to),
    }),
  )
  return (
    <ol className="rota-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  )
}
