import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { Panel } from '../shell/page.tsx'
import { useSpeech } from '../words/words.ts'
import type { CharterData } from './use-charter.ts'
import { useCharterWords } from './words.ts'

/** Every version ever written, each as a page to print and as a PDF to file. */
export function Versions({ data }: { data: CharterData }) {
  const { language, f } = useSpeech()
  const w = useCharterWords()
  const now = useNow()
  const file = (number: number, ending: 'html' | 'pdf') =>
    `/api/w/${workspaceId()}/charter/versions/${number}/charter.${ending}?language=${language}`
  const standing = ({ number, inForceAt }: CharterData['versions'][number]) =>
    inForceAt !== null
      ? w.inForceSince(f.day(inForceAt, now))
      : number === data.draft?.number
        ? w.openDraft
        : w.neverInForce
  return (
    <Panel title={w.versions}>
      <ul className="charter-versions">
        {data.versions.map((version) => (
          <li key={version.number}>
            <span>
              {w.versionLine(version.number, version.by.name, f.day(version.createdAt, now))},{' '}
              <span className="quiet">{standing(version)}</span>
            </span>
            <span className="acts">
              <a
                href={file(version.number, 'html')}
                target="_blank"
                rel="noreferrer"
                aria-label={w.pageOf(version.number)}
              >
                <IconPrinter aria-hidden="true" size={16} /> {w.page}
              </a>
              <a href={file(version.number, 'pdf')} download aria-label={w.pdfOf(version.number)}>
                <IconFileTypePdf aria-hidden="true" size={16} /> {w.pdf}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
