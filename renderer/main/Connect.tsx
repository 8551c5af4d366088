import { t } from '@lingui/core/macro'
import { useEffect, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { linkFor } from '../../src/calls/link.ts'
import {
  commandOf,
  noCode,
  pastesFor,
  products,
  type Desk,
  type Product,
} from '../../src/calls/products.ts'
import { callEvents } from '../../src/calls/signal.ts'
import type { Device } from '../../src/contract.ts'
import type { Connect as ConnectAnswer } from '../../src/ports.ts'
import { Button } from '../components/Button.tsx'
import { Problem } from '../components/Problem.tsx'
import { Switch } from '../components/Switch.tsx'
import {
  connectWords as say,
  eventName,
  fieldName,
  productName,
  productWhere,
  toolWords,
} from '../i18n/main/connect.ts'
import { createConnectPage } from '../state/connect.ts'
import { doors } from '../state/doors.ts'
import type { Main } from '../state/main.ts'
import classes from './Connect.module.css'
import { CopyLine } from './CopyLine.tsx'
import { HookTest } from './HookTest.tsx'
import main from './Main.module.css'

interface ConnectProps {
  device: Device
  main: Main
}

/** How a phone program tells Lull of its calls: what to paste, what it can't, and a test. */
export default function Connect({ device, main: screen }: ConnectProps) {
  const [page] = useState(() => createConnectPage(doors))
  const { connect, problem } = useStore(page.store)
  useEffect(() => {
    void page.look()
    return page.leave
  }, [page])
  const turnLinks = (linkOn: boolean) => void screen.chooseDevice({ linkOn })

  return (
    <>
      <header>
        <h1>{t`Connect your phone`}</h1>
        <p className={main['lead']}>{say.lead()}</p>
        <p className={classes['hint']}>{say.keys()}</p>
      </header>
      <Problem code={problem} />
      {connect && (
        <>
          <HookTest test={connect.test} onTest={() => void page.test()} />
          <YourProgram connect={connect} onLinks={turnLinks} />
          <ByCommand desk={deskOf(connect)} />
          <ByLink
            connect={connect}
            on={device.linkOn}
            onTurn={turnLinks}
            onRenew={() => void page.renewCode()}
          />
          <ByMicrophone
            microphone={connect.microphone}
            on={device.microphone}
            onTurn={(microphone) => void screen.chooseDevice({ microphone })}
          />
        </>
      )}
      <Part title={t`What can’t be connected`}>
        <ul className={classes['points']}>
          {[say.desk(), say.microsip(), say.unknown()].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Part>
    </>
  )
}

/** This desk as it is, with a word in the place of the code while links are off. */
const deskOf = ({ path, args, windows, code }: ConnectAnswer): Desk => ({
  program: { path, args },
  windows,
  code: code ?? noCode,
})

interface YourProgramProps {
  connect: ConnectAnswer
  onLinks: (on: boolean) => void
}

function YourProgram({ connect, onLinks }: YourProgramProps) {
  return (
    <Part title={t`Your phone program`}>
      <div>
        {products.map((product) => (
          <details key={product.id} className={classes['product']}>
            <summary>{productName(product.id)}</summary>
            <Instructions product={product} connect={connect} onLinks={onLinks} />
          </details>
        ))}
      </div>
    </Part>
  )
}

function Instructions({ product, connect, onLinks }: YourProgramProps & { product: Product }) {
  return (
    <div className={classes['steps']}>
      <p>{productWhere(product.id)}</p>
      {product.door === 'link' && connect.code === null && (
        <div className={classes['renew']}>
          <Button onClick={() => onLinks(true)}>{t`Listen to links`}</Button>
          <span className={classes['hint']}>
            {t`It comes by a link, and those are switched off. ${noCode} below stands for the code.`}
          </span>
        </div>
      )}
      {pastesFor(product.id, deskOf(connect)).map(({ field, text }) => (
        <CopyLine key={field} label={fieldName(field)} text={text} />
      ))}
      {product.isPage && <p>{say.pages()}</p>}
      <p className={classes['hint']}>
        {say.notTried()} <span data-own-words>{product.source}</span>
      </p>
    </div>
  )
}

function ByCommand({ desk }: { desk: Desk }) {
  return (
    <Part title={t`By a command`}>
      <p>{say.command()}</p>
      {callEvents.map((event) => (
        <CopyLine key={event} label={eventName(event)} text={commandOf(desk, event)} />
      ))}
      <p className={classes['hint']}>{say.commandMore()}</p>
    </Part>
  )
}

interface ByLinkProps {
  connect: ConnectAnswer
  on: boolean
  onTurn: (on: boolean) => void
  onRenew: () => void
}

function ByLink({ connect: { code, registered }, on, onTurn, onRenew }: ByLinkProps) {
  return (
    <Part title={t`By a link`}>
      <p>{say.link()}</p>
      <p>{say.linkUnsure()}</p>
      <Switch label={t`Listen to links`} on={on} onTurn={onTurn} />
      <p className={classes['hint']}>{say.linkRegister()}</p>
      {registered === false && (
        <p className={main['notice']}>
          {t`This system didn’t take Lull as the program for its links. An installed Lull may be needed for that.`}
        </p>
      )}
      {code !== null && (
        <>
          {callEvents.map((event) => (
            <CopyLine key={event} label={eventName(event)} text={linkFor(event, code)} />
          ))}
          <div className={classes['renew']}>
            <Button onClick={onRenew}>{t`Make another code`}</Button>
            <span className={classes['hint']}>
              {t`For when somebody has it who shouldn’t. What you pasted with the old one is then passed over.`}
            </span>
          </div>
        </>
      )}
    </Part>
  )
}

interface ByMicrophoneProps {
  microphone: ConnectAnswer['microphone']
  on: boolean
  onTurn: (on: boolean) => void
}

function ByMicrophone({ microphone, on, onTurn }: ByMicrophoneProps) {
  return (
    <Part title={t`By the microphone`}>
      <p>{say.microphone()}</p>
      {microphone === null ? (
        <p>{say.microphoneNone()}</p>
      ) : (
        <>
          <p>{say.microphoneLimits()}</p>
          <Switch label={t`A microphone in use is a call`} on={on} onTurn={onTurn} />
          <p className={classes['hint']}>{toolWords(microphone.tool)}</p>
          {on && microphone.answers === false && (
            <p className={main['notice']}>
              {t`The system doesn’t say whether a microphone is in use, so nothing is told this way.`}
            </p>
          )}
        </>
      )}
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes['part']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
