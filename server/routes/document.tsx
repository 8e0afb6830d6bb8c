/** Documents the API as OpenAPI for programs and as a page for people, both made of the same routes. */

import type { ServerApp } from '../http/environment.ts'
import { readPageProps, readParameters } from '../http/requests.ts'
import { ApiPage, type Operation } from '../pages/api-page.tsx'
import { parseNothing } from '../parameters/parameters.ts'

export function addDocument(app: ServerApp): void {
  const document = () =>
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'souwen', version: '1', description: 'Full-text search in an archive' },
    })
  app.get('/api/openapi.json', (context) => {
    parseNothing(readParameters(context))
    return context.json(document())
  })
  app.get('/api', (context) => {
    parseNothing(readParameters(context))
    return context.html(
      <ApiPage {...readPageProps(context)} operations={listOperations(document())} />,
    )
  })
}

function listOperations({ paths = {} }: ReturnType<ServerApp['getOpenAPI31Document']>) {
  return Object.entries(paths).flatMap(([path, item]): readonly Operation[] => {
    const operation = item.get
    if (!operation) return []
    const parameters = (operation.parameters ?? []).flatMap((parameter) =>
      'name' in parameter
        ? [{ name: parameter.name, description: readDescription(parameter) }]
        : [],
    )
    return [{ path, summary: operation.summary ?? '', parameters }]
  })
}

function readDescription(parameter: { readonly description?: string; readonly schema?: object }) {
  const { schema } = parameter
  const own = schema && 'description' in schema ? schema.description : undefined
  return parameter.description ?? (typeof own === 'string' ? own : '')
}
