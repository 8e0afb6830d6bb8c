/** Sends the files that articles were read from, as plain text, so that nothing in them is taken for a page. */

import type { SearchBackend } from '../../src/backend/backend.ts'
import type { ServerApp } from '../http/environment.ts'
import { readParameters } from '../http/requests.ts'
import { parseNothing } from '../parameters/parameters.ts'
import { RequestProblem } from '../problems/request-problem.ts'

export function addFiles(app: ServerApp, backend: SearchBackend): void {
  app.get('/articles/:id/file', async (context) => {
    parseNothing(readParameters(context))
    const file = await backend.file(context.req.param('id'))
    if (file === undefined) return context.notFound()
    const { path, text } = file
    if (text === undefined)
      throw new RequestProblem(404, 'The file is not there any more.', {}, 'file')
    return context.body(text, 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `inline; filename*=UTF-8''${encodeExtendedValue(readFileName(path))}`,
      // The sandbox gives the file another origin than ours, whatever a browser takes it for.
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    })
  })
}

function readFileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toWellFormed()
}

/** Encodes a file name by RFC 8187: all but letters, digits and few signs by their bytes. */
function encodeExtendedValue(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
