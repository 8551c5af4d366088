import { start } from '../start.tsx'
import { doors } from '../state/doors.ts'
import { Card } from './Card.tsx'

void start(() => (
  <Card
    onAnswer={(answer) => {
      void doors.shell('card.answer', { answer })
    }}
  />
))
