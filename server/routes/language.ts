/** The switch of the interface's language: keeps the choice in a cookie and goes back to where the reader was. */

import { setCookie } from 'hono/cookie'
import type { ServerApp } from '../environment.ts'
import { languageCookie } from '../language.ts'
import { parseLanguageChoice } from '../parameters.ts'
import { parametersOf } from '../requests.ts'

const oneYearSeconds = 365 * 24 * 60 * 60

export function addLanguageSwitch(app: ServerApp): void {
  app.get('/language', (context) => {
    const { to, back } = parseLanguageChoice(parametersOf(context))
    setCookie(context, languageCookie, to, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      maxAge: oneYearSeconds,
    })
    return context.redirect(back, 303)
  })
}
