import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { useCommand } from '../keys/registry.ts'
import { queries } from '../query.ts'
import { useTitle } from '../shell/use-title.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useMedia } from '../ui/use-media.ts'
import { useSpeech } from '../words/words.ts'
import { fuseOf } from './fuse.tsx'
import { Request } from './request.tsx'
import { RequestList } from './request-list.tsx'
import { useApprovalWords } from './words.ts'
import './approvals.css'

/** What is blocked on me, and until when: the replies that wait, nearest deadline first, and the one that is open. */
export function Approvals() {
  const { f } = useSpeech()
  const a = useApprovalWords()
  const now = useNow()
  const navigate = useNavigate()
  const { request: asked } = useSearch({ from: '/w/$workspace/approvals' })
  const { data, isPending } = useQuery(queries.approvals())
  const beside = useMedia('(min-width: 721px)')
  const approvals = data?.approvals ?? []
  const [first] = approvals
  const openId = asked ?? (beside ? first?.id : undefined)
  const open = (id: string | undefined) =>
    void navigate({
      to: '/w/$workspace/approvals',
      params: { workspace: workspaceId() },
      search: id === undefined ? {} : { request: id },
    })
  const at = approvals.findIndex(({ id }) => id === openId)
  const step = (by: number) => {
    const next = approvals[at + by]
    if (next !== undefined) open(next.id)
  }
  useCommand('next', () => step(1), approvals.length > 0)
  useCommand('previous', () => step(-1), approvals.length > 0)
  useCommand('back', () => open(undefined), asked !== undefined)
  useTitle(approvals.length > 0 ? `(${approvals.length}) ${a.title}` : a.title)

  const fuse = first === undefined ? null : fuseOf(first, now)
  const when = fuse === null || fuse.state === 'late' ? a.atOnce : a.inTime(f.spell(fuse.minutes))
  return (
    <div className={`approvals${openId === undefined ? '' : ' request-open'}`}>
      <section className="approvals-list" aria-label={a.title}>
        <header className="approvals-head">
          <h1>{a.title}</h1>
          <p className={fuse?.state === 'late' ? 'late' : 'quiet'}>
            {isPending ? '\u00a0' : approvals.length === 0 ? a.nothing : a.answer(approvals.length, when)}
          </p>
        </header>
        {isPending && <Skeleton rows={3} tall />}
        {approvals.length > 0 && <RequestList approvals={approvals} openId={openId} onOpen={open} />}
      </section>
      {openId === undefined ? (
        <p className="approvals-none quiet">{approvals.length > 0 ? a.choose : ''}</p>
      ) : (
        <Request
          key={openId}
          id={openId}
          onBack={() => open(undefined)}
          onDone={() => open(approvals[at + 1]?.id ?? (at > 0 ? approvals[at - 1]?.id : undefined))}
        />
      )}
    </div>
  )
}
