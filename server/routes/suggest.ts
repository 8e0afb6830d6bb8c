/** `GET /api/suggest`: completions of what is being typed, as JSON. */

import type { SearchBackend } from '../../src/backend/backend.ts'
import type { ServerApp } from '../environment.ts'
import { parseSuggestRequest } from '../parameters.ts'
import { parametersOf } from '../requests.ts'

export function addSuggestions(app: ServerApp, backend: SearchBackend): void {
  app.get('/api/suggest', async (context) => {
    return context.json(await backend.suggest(parseSuggestRequest(parametersOf(context))))
  })
}
