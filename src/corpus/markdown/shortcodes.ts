/** Calls of a site generator's templates in Markdown: `{{< figure … >}}`, `{{% note %}}`. */

import { type Pass, put, putLiteral } from './inline-pass.ts'

const SHORTCODE = /\{\{([<%])([^{}\n]{0,1000})\1?[>%]\}\}/y
/** A template shows the values of these parameters. */
const SHOWN = /\b(?:caption|title|summary|text|label)=(?:"([^"]*)"|'([^']*)')/g

/** Handles `{` at `at`; returns where to go on. */
export function openBrace(pass: Pass, at: number): number {
  if (pass.source[at + 1] !== '{') return put(pass, at, at + 1)
  SHORTCODE.lastIndex = at
  const [all, , call = ''] = SHORTCODE.exec(pass.source) ?? []
  if (all === undefined) return put(pass, at, at + 1)
  const shown = Array.from(call.matchAll(SHOWN), ([, double, single]) => double ?? single ?? '')
  putLiteral(pass, shown.join(' '))
  return at + all.length
}
