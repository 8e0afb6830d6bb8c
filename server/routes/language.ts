/** Switches the interface's language: keeps the choice in a cookie and goes back to where the reader was. */

import { setCookie } from 'hono/cookie'
import type { ServerApp } from '../http/environment.ts'
import { readParameters } from '../http/requests.ts'
import { languageCookie } from '../messages/language.ts'
import { parseLanguageChoice } from '../parameters/parameters.ts'

const oneYearSeconds = 365 * 24 * 60 * 60

export function addLanguageSwitch(app: ServerApp): void {
  app.get('/language', (context) => {
    const { to, back } = parseLanguageChoice(readParameters(context))
    setCookie(context, languageCookie, to, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      maxAge: oneYearSeconds,
    })
    return context.redirect(back, 303)
  })
}
