import { RefusedError } from '#contract/client.ts'
import { workspaceId } from '../api.ts'

export const DOCUMENT_TYPES = 'application/pdf,image/png,image/jpeg,image/webp'

/** Keeps a document with the case, its bytes as they are; its id proves a fact. */
export const keepDocument = async (caseId: string, file: File): Promise<string> => {
  const url = `/api/w/${workspaceId()}/cases/${caseId}/documents?name=${encodeURIComponent(file.name.slice(0, 200))}`
  const headers = { 'content-type': 'application/octet-stream' }
  const answer = await fetch(url, { method: 'POST', headers, body: file }).catch(() => null)
  const said: unknown = await answer?.json().catch(() => null)
  if (answer?.ok && typeof said === 'object' && said !== null && 'id' in said) return String(said.id)
  const refused = typeof said === 'object' && said !== null && 'refused' in said ? String(said.refused) : 'unreachable'
  throw new RefusedError(answer?.status ?? 0, { refused })
}
