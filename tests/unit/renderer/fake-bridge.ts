import type {
  Answer,
  Bridge,
  Device,
  ErrorCode,
  Request,
  ShellEvent,
  WindowEvent,
} from '../../../src/contract.ts'

/** The other side of a window: answers by method, and remembers what was asked, in order. */
export function fakeBridge(answers: Record<string, unknown> = {}) {
  const asked: Request[] = []
  let hear: (message: Answer | WindowEvent | null) => void = () => {}

  let hearShell: (event: ShellEvent) => void = () => {}

  function answer({ id, method }: Request): Answer {
    const value = answers[method] ?? null
    return value instanceof Refused
      ? { id, ok: false, error: { code: value.code, message: '' } }
      : { id, ok: true, value }
  }

  const bridge: Bridge = {
    shell(request) {
      asked.push(request)
      return Promise.resolve(answer(request))
    },
    send(request) {
      asked.push(request)
      if (answers[request.method] !== silence) queueMicrotask(() => hear(answer(request)))
    },
    listen(heard) {
      hear = heard
    },
    onShell(heard) {
      hearShell = heard
    },
  }
  return {
    bridge,
    answers,
    asked,
    tellDevice: (device: Device) => hearShell({ event: 'device', device }),
    tellShell: (event: ShellEvent) => hearShell(event),
    tell: (message: Answer | WindowEvent | null) => hear(message),
    methods: () => asked.map(({ method }) => method),
    inputs: (method: string) =>
      asked.filter((one) => one.method === method).map((one) => one.input),
  }
}

export class Refused {
  readonly code: ErrorCode
  constructor(code: ErrorCode) {
    this.code = code
  }
}
export const refuse = (code: ErrorCode) => new Refused(code)
export const silence = Symbol('no answer')

/** Lets everything that is already on its way arrive. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
