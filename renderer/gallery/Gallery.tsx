import { useState, type ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { Beside, Card } from '../components/Card.tsx'
import { ChartFrame } from '../components/ChartFrame.tsx'
import { Choices } from '../components/Choices.tsx'
import { CustomerData } from '../components/CustomerData.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { Problem } from '../components/Problem.tsx'
import { Row, Rows } from '../components/Rows.tsx'
import { Scale } from '../components/Scale.tsx'
import { Switch } from '../components/Switch.tsx'
import { Tabs } from '../components/Tabs.tsx'
import { TextArea } from '../components/TextArea.tsx'
import { Toast } from '../components/Toast.tsx'
import { dress } from '../theme/dress.ts'
import classes from './Gallery.module.css'

const looks = ['light', 'dark', 'dim, light', 'dim, dark'] as const
const long =
  'A line that goes on for much longer than anyone planned, as lines do in other languages'
const none = () => {}

/** Its words are for those who build Lull, so they stay in English. */
export function Gallery() {
  const [look, setLook] = useState<(typeof looks)[number] | null>(null)
  return (
    <main className={classes['gallery']}>
      <header>
        <h1>Gallery</h1>
        <Choices
          legend={<span className="unseen">Look</span>}
          choices={looks.map((value) => ({ value, label: value }))}
          picked={look}
          onPick={(picked) => {
            setLook(picked)
            const theme = picked.endsWith('dark') ? 'dark' : 'light'
            dress({ theme, motion: 'system', dim: picked.startsWith('dim') })
          }}
          look="segments"
        />
      </header>
      <div className={classes['pieces']}>
        <Buttons />
        <Scales />
        <Chips />
        <Writing />
        <Cards />
        <Lists />
        <Switches />
        <TabsPiece />
        <Asking />
        <Said />
        <Nothing />
        <Charts />
      </div>
    </main>
  )
}

function Piece({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={classes['piece']} aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  )
}

function Buttons() {
  return (
    <Piece name="Button: main, plain, quiet; with a key, busy, pressed, long">
      <div className={classes['row']}>
        <Button kind="main">Take a pause</Button>
        <Button kind="main" hint="1">
          Pause
        </Button>
        <Button kind="main" busy>
          Opening
        </Button>
        <Button>Note a call</Button>
        <Button hint="2">Note</Button>
        <Button pressed>Pressed</Button>
        <Button kind="quiet">Skip</Button>
        <Button kind="quiet" hint="Esc">
          close
        </Button>
      </div>
      <Button>{long}</Button>
    </Piece>
  )
}

function Scales() {
  const [hard, setHard] = useState<number | null>(null)
  const [stress, setStress] = useState<number | null>(6)
  return (
    <Piece name="Scale: 1 to 5, nothing picked; 0 to 10, picked">
      <Scale
        legend={<h3>How hard was it?</h3>}
        values={[1, 2, 3, 4, 5]}
        low="easy"
        high="very hard"
        picked={hard}
        onPick={setHard}
        onDone={setHard}
      />
      <Scale
        legend={<h3>How much stress?</h3>}
        values={[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}
        low="none"
        high="as much as it gets"
        picked={stress}
        onPick={setStress}
        onDone={setStress}
      />
    </Piece>
  )
}

function Chips() {
  const [type, setType] = useState<string | null>('angry')
  const [gap, setGap] = useState<string | null>(null)
  return (
    <Piece name="Choices: chips with and without digits, segments">
      <Choices
        legend={<h3>What was it?</h3>}
        choices={['angry', 'blaming', 'bargaining', long].map((value, index) => ({
          value,
          label: value,
          digit: index + 1,
        }))}
        picked={type}
        onPick={setType}
        look="chips"
      />
      <Choices
        legend={<h3>How long between two calls?</h3>}
        choices={['15 s', '45 s', '2 min', 'no limit'].map((value) => ({ value, label: value }))}
        picked={gap}
        onPick={setGap}
        look="segments"
      />
    </Piece>
  )
}

function Writing() {
  const [text, setText] = useState('The parcel went to the wrong town twice.')
  return (
    <Piece name="Text area: kept as a draft, not yet kept, empty; a customer's data; a problem">
      <TextArea label={<h3>Kept</h3>} text={text} kept onWrite={setText} onEnter={none} />
      <TextArea label={<h3>Not yet</h3>} text={text} kept={false} onWrite={none} onEnter={none} />
      <TextArea label={<h3>Empty</h3>} text="" kept={false} onWrite={none} onEnter={none} />
      <CustomerData text="Mr Ito on 0171 2345678" onBlank={none} />
      <Problem code="disk-full" />
    </Piece>
  )
}

function Cards() {
  return (
    <Piece name="Card: words and a button; with a last line">
      <Card label="Longer exhale">
        <Beside>
          <div>
            <h2>Longer exhale</h2>
            <p>4 s in, 6 s out</p>
          </div>
          <Button kind="main">Begin</Button>
        </Beside>
      </Card>
      <Card label="A question, once" under={<span>Asked once.</span>}>
        <h2>What do you mostly do?</h2>
        <p>{long}</p>
      </Card>
    </Piece>
  )
}

function Lists() {
  return (
    <Piece name="Rows: with a time and a length, with less, long">
      <Rows>
        <Row first="22:14" last="1 min">
          Longer exhale
        </Row>
        <Row last="stopped after 20 s">Three sighs</Row>
        <Row first="23:05" last="1 min">
          {long}
        </Row>
      </Rows>
    </Piece>
  )
}

function Switches() {
  const [dim, setDim] = useState(true)
  return (
    <Piece name="Switch: on, off, with a hint">
      <Switch
        label="Dim"
        hint="No large bright surface, for sore eyes and late hours."
        on={dim}
        onTurn={setDim}
      />
      <Switch label="Start when I log in" on={false} onTurn={none} />
    </Piece>
  )
}

function TabsPiece() {
  const [shown, setShown] = useState<'pauses' | 'known' | 'mine'>('pauses')
  return (
    <Piece name="Tabs">
      <Tabs
        label="Parts of Breathe"
        tabs={[
          { name: 'pauses', label: 'Pauses' },
          { name: 'known', label: 'What is known' },
          { name: 'mine', label: 'Mine' },
        ]}
        shown={shown}
        onShow={setShown}
      >
        <p>{shown}</p>
      </Tabs>
    </Piece>
  )
}

function Asking() {
  const [open, setOpen] = useState(false)
  return (
    <Piece name="Dialog">
      <div className={classes['row']}>
        <Button onClick={() => setOpen(true)}>Open a dialog</Button>
      </div>
      {open && (
        <Dialog
          title="Before patterns with holds"
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button kind="main" focused onClick={() => setOpen(false)}>
                Go on
              </Button>
              <Button onClick={() => setOpen(false)}>Rather not</Button>
            </>
          }
        >
          <p>{long}</p>
        </Dialog>
      )}
    </Piece>
  )
}

function Said() {
  const [count, setCount] = useState(1)
  return (
    <Piece name="Toast, with undo">
      <Toast
        said={count === 0 ? null : { key: count, words: 'Saved.' }}
        onUndo={() => setCount(0)}
      />
      <div className={classes['row']}>
        <Button onClick={() => setCount(count + 1)}>Save something</Button>
      </div>
    </Piece>
  )
}

function Nothing() {
  return (
    <Piece name="Empty state: words only; with a first step">
      <EmptyState>After your first check-in, its shift stands here as a dot.</EmptyState>
      <EmptyState action={<Button>Check in</Button>}>{long}</EmptyState>
    </Piece>
  )
}

function Charts() {
  return (
    <Piece name="Chart frame: sentence, chart, table, how to read it">
      <ChartFrame
        label="Stress, shift by shift"
        sentence="You logged 3 of 4 shifts."
        chart={
          <svg viewBox="0 0 300 80" width="100%">
            {[60, 30, 45].map((y, index) => (
              <circle key={y} cx={40 + index * 80} cy={y} r={5} fill="var(--teal)" />
            ))}
          </svg>
        }
        table={
          <table>
            <thead>
              <tr>
                <th scope="col">Shift</th>
                <th scope="col">Stress</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">3 March</th>
                <td>4</td>
              </tr>
            </tbody>
          </table>
        }
        under="0 is none, 10 is as much as it gets."
      />
    </Piece>
  )
}
