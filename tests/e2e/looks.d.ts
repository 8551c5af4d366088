import type { Page } from 'playwright-core'
/** Lets a page come to rest, by whichever clock it runs on. */
export type Settle = () => Promise<void>
/** What axe says is wrong, as a list of rule and element. */
export declare function found(page: Page, settle: Settle): Promise<string[]>
/** What is cut off with text at this size, once the page has settled (a chart measures itself twice). */
export declare function cutOff(page: Page, settle: Settle, percent: number): Promise<string[]>
