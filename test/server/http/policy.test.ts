/** The content security policy of every reply lets nothing run, load or leave that is not ours, as a browser reads it. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Archive, serveSample } from '../archive.ts'
import { tagsOf } from '../html.ts'

let archive: Archive
let addresses: readonly string[]
beforeAll(async () => {
  archive = await serveSample({})
  const reply = await archive.app.request('/api/search?q=的&limit=1')
  const { hits } = (await reply.json()) as { readonly hits: readonly { readonly id: string }[] }
  const gets = archive.app.routes.filter(({ method }) => method === 'GET')
  const paths = gets.map(({ path }) => path.replace(':id', hits[0]?.id ?? ''))
  addresses = [...new Set(paths), '/?q=书籍', '/?q=a&page=0', '/nothing', '/api/nothing']
})
afterAll(() => archive.end())

/** The sources of each directive, by its name. */
function directivesOf(policy: string): ReadonlyMap<string, readonly string[]> {
  const directives = policy.split(';').map((each) => each.trim().split(/\s+/))
  return new Map(directives.map(([name = '', ...sources]) => [name, sources]))
}

/** What a browser allows: default-src stands for the fetch directives that are not named. */
const allowed = (policy: string, name: string) => {
  const directives = directivesOf(policy)
  const own = directives.get(name)
  return own ?? (name.endsWith('-src') ? directives.get('default-src') : undefined)
}

describe('the policy of every reply', () => {
  test('lets nothing in but from here, and nothing inline', async () => {
    for (const address of addresses) {
      const { headers } = await archive.app.request(address)
      const policy = headers.get('content-security-policy') ?? ''
      for (const name of ['script-src', 'style-src', 'img-src', 'connect-src', 'form-action']) {
        // What is sandboxed may send no form.
        if (name === 'form-action' && directivesOf(policy).has('sandbox')) continue
        const sources = allowed(policy, name)
        expect([address, name, ["'self'", "'none'"]]).toEqual([
          address,
          name,
          expect.arrayContaining([...(sources ?? ['anything'])]),
        ])
      }
      for (const name of ['object-src', 'frame-src', 'font-src', 'media-src', 'worker-src'])
        expect([address, name, allowed(policy, name)]).toEqual([address, name, ["'none'"]])
      expect([address, allowed(policy, 'frame-ancestors')]).toEqual([address, ["'none'"]])
    }
  })

  test('allows all that our own pages load', async () => {
    for (const address of addresses) {
      const reply = await archive.app.request(address)
      if (!reply.headers.get('content-type')?.startsWith('text/html')) continue
      const tags = tagsOf(await reply.text())
      for (const { name, attributes } of tags) {
        const { src, style, action, rel } = attributes as Readonly<
          Record<string, string | undefined>
        >
        // Nothing is inline, which the policy would refuse.
        expect([address, name, style]).toEqual([address, name, undefined])
        if (name === 'script') expect(src).toMatch(/^\/client\.js\?/)
        if (name === 'form') expect(action).toMatch(/^\//)
        if (name === 'link' && rel === 'stylesheet')
          expect(attributes.href).toMatch(/^\/style\.css/)
        expect(name).not.toBe('style')
      }
    }
  })
})
