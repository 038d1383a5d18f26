import { api } from '../api.ts'

/** The evidence as a file, with its hash in its name. */
export const saveEvidence = async (id: string): Promise<void> => {
  const { evidence, sha256 } = await api.readEvidence({ id })
  const url = URL.createObjectURL(new Blob([JSON.stringify(evidence, null, 2)], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: `evidence-${sha256}.json` })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
