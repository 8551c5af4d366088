/** `node tools/speaks.ts`: writes docs/when-lull-speaks.md anew, from the policy itself. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { page } from './speaks/page.ts'

writeFileSync(join(import.meta.dirname, '../docs/when-lull-speaks.md'), await page())
