/** The reply to a request that failed: problem details for programs, a readable page for readers. */

import type { Context } from 'hono'
import { isForPeople } from '../../src/errors.ts'
import { ParameterError } from '../errors/parameter-error.ts'
import { type Problem, problemOf } from '../errors/problem.ts'
import { Refusal } from '../errors/refusal.ts'
import { pagePropsOf, parametersOf } from '../http/requests.ts'
import { messagesFor } from '../messages/language.ts'
import type { Messages } from '../messages/messages.ts'
import { EntrancePage } from '../pages/entrance-page.tsx'
import { ErrorPage, type RefusedSearch } from '../pages/error-page.tsx'
import { typedState } from '../parameters/parameters.ts'
import { shorten } from '../text/harmless.ts'

/** `app.onError` and `app.notFound` of both kinds of routes. */
export function replyToError(context: Context, error: unknown) {
  const problem = problemOf(error)
  if (error instanceof Refusal) {
    for (const [name, value] of Object.entries(error.headers)) context.header(name, value)
  }
  if (isForPrograms(context)) return problemReply(context, problem)
  if (problem.status === 401) return entranceReply(context)
  const messages = messagesFor(context)
  return context.html(
    <ErrorPage
      {...pagePropsOf(context)}
      title={titleOf(messages, error, problem)}
      details={[...whatWasWrong(messages, error), adviceOn(messages, error, problem)]}
      cause={isForPeople(error) ? shorten(problem.detail, 500) : undefined}
      again={problem.status === 503}
      refused={refusedSearch(context, error)}
    />,
    problem.status,
  )
}

function problemReply(context: Context, problem: Problem) {
  return context.body(JSON.stringify(problem), problem.status, {
    'Content-Type': 'application/problem+json',
  })
}

/** Where the token is asked for; after a wrong one it says so. */
function entranceReply(context: Context) {
  const wrong = context.req.method === 'POST'
  return context.html(<EntrancePage {...pagePropsOf(context)} wrong={wrong} />, 401)
}

function isForPrograms(context: Context): boolean {
  return /^\/(?:(?:api|health)\/|metrics$)/.test(context.req.path)
}

function refusedSearch(context: Context, error: unknown): RefusedSearch | undefined {
  if (context.req.path !== '/' || !(error instanceof ParameterError)) return undefined
  const state = typedState(parametersOf(context))
  return { state, parameter: error.parameter }
}

type Failure = keyof Messages['failure']

function failureOf(error: unknown, { status }: Problem): Failure {
  switch (status) {
    case 400:
      return 'badRequest'
    case 403:
      return 'forbidden'
    case 404:
      return error instanceof Refusal && error.about === 'file' ? 'noFile' : 'notFound'
    case 413:
    case 429:
      return 'tooMany'
    case 503:
      return error instanceof Refusal ? 'busy' : 'unavailable'
    default:
      return 'internal'
  }
}

function titleOf(messages: Messages, error: unknown, problem: Problem): string {
  return messages.failure[failureOf(error, problem)]
}

/** All else is explained by its advice. */
function whatWasWrong(messages: Messages, error: unknown): readonly string[] {
  if (!(error instanceof ParameterError)) return []
  return [messages.fault(messages.parameter(shorten(error.parameter, 40)), error.fault)]
}

function adviceOn(messages: Messages, error: unknown, problem: Problem): string {
  const code = isForPeople(error) ? error.code : undefined
  const known: Readonly<Record<string, string>> = messages.unavailable
  const advice: Readonly<Record<string, string>> = messages.advice
  return (code && known[code]) ?? advice[failureOf(error, problem)] ?? messages.advice.internal
}
