import type {
  Answer,
  Bridge,
  ErrorCode,
  Input,
  Output,
  ShellDoor,
  ShellEvent,
  VaultDoor,
  WindowEvent,
} from '../../src/contract.ts'

/** The two doors as a screen sees them: typed calls that resolve, or reject with a `DoorError`. */
export interface Doors {
  vault<M extends keyof VaultDoor>(
    method: M,
    input: Input<VaultDoor, M>,
  ): Promise<Output<VaultDoor, M>>
  shell<M extends keyof ShellDoor>(
    method: M,
    input: Input<ShellDoor, M>,
  ): Promise<Output<ShellDoor, M>>
  /** Hears what the vault tells unasked; the answer stops it. */
  onEvent(hear: (event: WindowEvent) => void): () => void
  /** Hears what the shell tells unasked; the answer stops it. */
  onShell(hear: (event: ShellEvent) => void): () => void
}

/** A call that was refused. `message` is for a log; people read `problemWords(code)`. */
export class DoorError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'DoorError'
    this.code = code
  }
}

/** The code of whatever was thrown; what didn't come through a door is `failed`. */
export const codeOf = (error: unknown): ErrorCode =>
  error instanceof DoorError ? error.code : 'failed'

/** Both ends are built from one contract, so an answer is taken for what its method promises. */
interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

/**
 * Lays typed calls over the bridge. An answer finds its call by its id; an unknown id is dropped.
 * When the port to the vault closes, what was still waiting rejects with `locked`.
 */
export function connect(bridge: Bridge): Doors {
  const waiting = new Map<number, Waiting>()
  const hearers = new Set<(event: WindowEvent) => void>()
  const shellHearers = new Set<(event: ShellEvent) => void>()
  let lastId = 0

  bridge.onShell((event) => {
    for (const hear of shellHearers) hear(event)
  })
  bridge.listen((message) => {
    if (message === null) {
      const calls = [...waiting.values()]
      waiting.clear()
      for (const call of calls) call.reject(new DoorError('locked', 'The vault has closed.'))
    } else if ('event' in message) {
      for (const hear of hearers) hear(message)
    } else {
      const call = waiting.get(message.id)
      waiting.delete(message.id)
      if (call) settle(call, message)
    }
  })

  return {
    vault: (method, input) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        bridge.send({ id, method, input })
      }),
    shell: (method, input) =>
      new Promise((resolve, reject) => {
        const call: Waiting = { resolve, reject }
        bridge.shell({ id: ++lastId, method, input }).then(
          (answer) => settle(call, answer),
          () => reject(new DoorError('failed', 'The shell did not answer.')),
        )
      }),
    onEvent(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    onShell(hear) {
      shellHearers.add(hear)
      return () => shellHearers.delete(hear)
    },
  }
}

function settle(call: Waiting, answer: Answer) {
  if (answer.ok) call.resolve(answer.value)
  else call.reject(new DoorError(answer.error.code, answer.error.message))
}
