/** Reads a file according to its ending: a page saved from a browser, Markdown with components, or a text read as Markdown. */

import { readSavedPage } from '../html/saved-page.ts'
import { fieldsOf } from './fields.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'

const SAVED_PAGE = /\.x?html?$/i
const WITH_COMPONENTS = /\.mdx$/i

export function isSavedPage(path: string): boolean {
  return SAVED_PAGE.test(path)
}

export interface FileContent extends FrontMatter {
  /** See `navigation` in `Page`. */
  readonly navigation: readonly string[]
}

export function readContent(text: string, path: string): FileContent {
  if (!isSavedPage(path)) return { ...readText(text, path), navigation: [] }
  const { entries, ...written } = readSavedPage(text)
  return { fields: fieldsOf(entries), ...written }
}

function readText(text: string, path: string): FrontMatter {
  const content = readFrontMatter(text)
  if (!WITH_COMPONENTS.test(path)) return content
  return { ...content, markdown: withoutModules(content.markdown) }
}

/** Lines of code that load components, and remarks between braces. */
function withoutModules(markdown: string): string {
  return markdown
    .replace(
      /^(?:import\s[^\n]*\bfrom\s*["'][^\n]*|import\s*["'][^\n]*|export\s+(?:const|let|default|function)\b[^\n]*)$/gm,
      '',
    )
    .replace(/\{\/\*[^{}]*\*\/\}/g, '')
}
