/** Looks up a query that is an address by what tells the addresses of articles apart: whoever pastes one wants that article alone. */

import { bytesToHex } from '../../index/columns/ids.ts'
import { demand } from '../../query/compose.ts'
import { parse } from '../../query/parse.ts'
import { type PastedAddress, pastedAddress } from '../../query/pasted-address.ts'
import type { Query, QueryNode, QueryWarning } from '../../query/query.ts'
import type { FilteredQuery } from '../answers/result.ts'
import type { IndexView } from '../lists/index-view.ts'
import { type Asked, readAsked } from './asked.ts'
import { countExact } from './find.ts'

/** Reads what a request asks, and whether its query is the address of an article. Throws SouwenError('bad-request') for a date that is none. */
export async function resolveAsked(view: IndexView, request: FilteredQuery): Promise<Asked> {
  const asked = readAsked(request)
  const pasted = pastedAddress(request.query)
  if (pasted === undefined) return asked
  for (const key of pasted.keys) {
    const root = rootOf({ kind: 'url', text: pasted.plain, ids: [await articleId(key)] })
    const found = { ...asked, root, warnings: [] }
    if ((await countExact(view, found)) > 0) return found
  }
  return pasted.isCertain ? wordsOf(pasted, asked) : asked
}

/** Asks for all words of an address that no article has: one of them, such as the host, says little. */
function wordsOf({ plain }: PastedAddress, asked: Asked): Asked {
  const words = demand(parse(plain).root)
  const notice: QueryWarning = {
    kind: 'absent',
    message: 'no article here has this address; its words are looked for together',
    position: asked.typed.search(/\S/),
  }
  return { ...asked, root: words === undefined ? asked.root : rootOf(words), warnings: [notice] }
}

function rootOf(node: QueryNode): Query['root'] {
  return { kind: 'and', children: [node] }
}

/** Returns the id of the article with this key: SHA-256, the first 64 bits, in hex digits. */
async function articleId(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key))
  return bytesToHex(new Uint8Array(digest, 0, 8))
}
