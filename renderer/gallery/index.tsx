import { createRoot } from 'react-dom/client'
import { speak } from '../i18n/speak.ts'
import { dress } from '../theme/dress.ts'
import '../theme/fonts.css'
import '../theme/tokens.css'
import '../theme/base.css'
import '../theme/controls.css'
import { Gallery } from './Gallery.tsx'

/** For those who build Lull: every component in every state. It isn't part of the program. */
dress({ theme: 'system', motion: 'system', dim: false })
await speak('en')
const root = document.getElementById('root')
if (root) createRoot(root).render(<Gallery />)
