import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { app } from './app.ts'
import { PreventableEvent } from './event.ts'
import { host, utilityAddress, onHost } from './link.ts'
import { onlyAfterReady } from './phase.ts'
import { give, type MessagePortMain } from './ports.ts'
import { assertJson, refuse } from './strict.ts'

interface ForkOptions {
  serviceName?: string
  env?: NodeJS.ProcessEnv
  execArgv?: string[]
  cwd?: string
  stdio?: 'pipe' | 'ignore' | 'inherit' | ('pipe' | 'ignore' | 'inherit')[]
}

const all = new Map<number, UtilityProcess>()
let count = 0

/** A child of main with its own line to the browser part, so that main never sees what it is told there. */
export class UtilityProcess extends EventEmitter {
  readonly id = ++count
  readonly #child: ChildProcess
  #ended = false
  #killed = false

  constructor(modulePath: string, args: string[], options: ForkOptions) {
    super()
    const name = options.serviceName ?? 'Node Utility Process'
    const { stdio = 'inherit' } = options
    const [, out = 'inherit', error = 'inherit'] =
      typeof stdio === 'string' ? [stdio, stdio, stdio] : stdio
    all.set(this.id, this)
    this.#child = spawn(
      process.execPath,
      [
        ...(options.execArgv ?? []),
        join(import.meta.dirname, 'utility-child.ts'),
        modulePath,
        ...args,
      ],
      {
        stdio: ['ignore', out, error],
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        env: {
          ...(options.env ?? process.env),
          LULL_STAND_IN_UTILITIES: utilityAddress(),
          LULL_STAND_IN_UTILITY: String(this.id),
        },
      },
    )
    this.#child.on('spawn', () => {
      host().send('utility.spawned', { utility: this.id, pid: this.#child.pid ?? 0, name })
      this.emit('spawn')
    })
    this.#child.on('error', (error) => this.emit('error', 'FatalError', error.message, ''))
    this.#child.on('exit', (code) => {
      this.#ended = true
      all.delete(this.id)
      host().send('utility.gone', { utility: this.id })
      // A killed process has no code; Electron tells the signal's number on POSIX.
      const clean = code === 0 || this.#killed
      app.emit('child-process-gone', new PreventableEvent(), {
        type: 'Utility',
        reason: clean ? 'clean-exit' : code === null ? 'killed' : 'abnormal-exit',
        exitCode: code ?? 15,
        serviceName: 'node.mojom.NodeService',
        name,
      })
      this.emit('exit', code ?? 15)
    })
  }

  get pid(): number | undefined {
    return this.#ended ? undefined : this.#child.pid
  }
  get stdout() {
    return this.#child.stdout
  }
  get stderr() {
    return this.#child.stderr
  }
  postMessage(message: unknown, transfer?: MessagePortMain[]): void {
    assertJson(message, 'utilityProcess.postMessage')
    const ports = give(transfer)
    if (!this.#ended) host().send('utility.send', { utility: this.id, data: message, ports })
  }
  kill(): boolean {
    if (this.#ended) return false
    this.#killed = true
    return this.#child.kill('SIGTERM')
  }
}

export const utilityProcess = {
  fork(modulePath: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess {
    onlyAfterReady('utilityProcess.fork')
    if (typeof modulePath !== 'string') refuse('utilityProcess.fork needs a path')
    return new UtilityProcess(modulePath, args, options)
  },
}

onHost((line) => {
  line.on('utility.message', ({ utility, data }) => {
    all.get(utility)?.emit('message', data)
  })
})
