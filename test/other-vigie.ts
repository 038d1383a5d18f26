import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export type OtherVigie = AsyncDisposable & {
  pid: number
  said: { url?: string; code?: string; message?: string }
  /** Ends it without a word, as the power cut or the OOM killer does. */
  kill(): Promise<void>
  /** Lets it end by itself. */
  leave(): Promise<void>
}

/** Another process that starts the embedded server in this folder, as another account if asked. */
export const startOther = async (
  folder: string,
  how: 'alone' | 'beside',
  account?: { uid: number; gid: number },
  program = `${import.meta.dirname}/start-postgres.ts`,
): Promise<OtherVigie> => {
  const child: ChildProcess = spawn(process.execPath, [program, folder, how], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    ...account,
  })
  const gone = once(child, 'exit')
  if (!child.stdout) throw new Error('The other Vigie has no output')
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), gone.then(() => ['{}'])])
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await gone
  }
  return {
    pid: child.pid ?? 0,
    said: JSON.parse(String(line)),
    kill,
    leave: async () => {
      child.stdin?.end()
      await gone
    },
    [Symbol.asyncDispose]: kill,
  }
}
