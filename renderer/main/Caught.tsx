import { t } from '@lingui/core/macro'
import { Component, type ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { pageFailed } from '../state/failed.ts'
import main from './Main.module.css'

interface CaughtProps {
  children: ReactNode
  onReport: () => void
}

/** A page that can't be drawn takes no other with it: it says so, and can be tried again. */
export class Caught extends Component<CaughtProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }
  override componentDidCatch(error: unknown) {
    pageFailed(error, true)
  }
  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert">
        <p>{t`This page couldn’t be shown. Nothing that was kept is lost, and the other pages work.`}</p>
        <p className={main['ways']}>
          <Button onClick={() => this.setState({ failed: false })}>{t`Try again`}</Button>
          <Button kind="quiet" onClick={this.props.onReport}>
            {t`Report a problem`}
          </Button>
        </p>
      </div>
    )
  }
}
