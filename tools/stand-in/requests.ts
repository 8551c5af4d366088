import type { CDPSession } from 'playwright-core'
import type { PageWorld } from './page.ts'
import { inward, inwardHeader, outward } from './urls.ts'
import type { Decision, PageOptions } from './words.ts'

interface Asker {
  cdp: CDPSession
  id: number
  options: PageOptions
  mainFrame: string
  world: PageWorld
}

/**
 * Every request of a page stops here first and is answered as main decides. What doesn't pass here
 * (sockets, WebRTC) meets the dead proxy.
 */
export async function answerRequests({ cdp, id, options, mainFrame, world }: Asker) {
  let expected: string | null = null
  const { main, schemes } = world

  cdp.on('Fetch.requestPaused', (event) => {
    const { requestId, request, resourceType, frameId, redirectedRequestId } = event
    void decide()
      .then((decision) => act(requestId, request.url, decision))
      // The page may have gone while main decided.
      .catch(() => {})

    async function decide(): Promise<Decision> {
      const url = outward(request.url)
      if (resourceType === 'Document') {
        const isMain = frameId === mainFrame
        const ours = isMain && expected === request.url
        if (isMain) expected = null
        const redirect = redirectedRequestId !== undefined
        if (!ours && !(await main.call('navigate', { page: id, url, isMain, redirect })))
          return { kind: 'prevented' }
      }
      const body = request.hasPostData ? new Uint8Array(Buffer.from(request.postData ?? '')) : null
      return main.call('request', {
        page: id,
        partition: options.partition,
        url,
        method: request.method,
        headers: request.headers,
        body,
        resourceType: resourceType === 'Document' ? 'mainFrame' : resourceType.toLowerCase(),
      })
    }
  })

  async function act(requestId: string, url: string, decision: Decision) {
    switch (decision.kind) {
      case 'cancel':
        await cdp.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
        return
      // Aborted, a navigation leaves the page where it is; any other failure would show an error page.
      case 'prevented':
        await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
        return
      case 'go on':
        await cdp.send('Fetch.continueRequest', { requestId })
        return
      case 'redirect':
        expected = inward(decision.url, schemes)
        await cdp.send('Fetch.fulfillRequest', {
          requestId,
          responseCode: 307,
          responseHeaders: [{ name: 'location', value: expected }],
        })
        return
      case 'answer':
        await cdp.send('Fetch.fulfillRequest', {
          requestId,
          responseCode: decision.status,
          responseHeaders: decision.headers.map(([name, value]) => ({
            name,
            value: name === 'location' ? absolute(value, url) : inwardHeader(value, schemes),
          })),
          body: Buffer.from(decision.body).toString('base64'),
        })
    }
  }
  const absolute = (location: string, base: string) =>
    inward(new URL(location, outward(base)).href, schemes)

  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  return {
    /** The app itself goes there: nobody is asked whether the page may. */
    expect(url: string) {
      expected = url
    },
  }
}
