/** The reply to a request that failed: problem details for programs, a readable page for readers. */

import type { Context } from 'hono'
import { SouwenError } from '../src/errors.ts'
import { shorten } from './harmless.ts'
import { messagesFor } from './language.ts'
import type { Messages } from './messages/messages.ts'
import { ErrorPage, type RefusedSearch } from './pages/error-page.tsx'
import { ParameterError } from './parameter-error.ts'
import { typedState } from './parameters.ts'
import { type FailureStatus, type Problem, problem, problemOf } from './problem.ts'
import { pagePropsOf, parametersOf } from './requests.ts'

/** `app.onError` of both kinds of routes. */
export function replyToError(context: Context, error: unknown) {
  const problem = problemOf(error)
  if (isForPrograms(context)) return problemReply(context, problem)
  const messages = messagesFor(context)
  const details = [...whatWasWrong(messages, error), adviceOn(messages, error)]
  return pageReply(context, problem.status, details, refusedSearch(context, error))
}

/** A request that was understood and refused: nothing there, or a name that is not ours. */
export function refuse(context: Context, status: 403 | 404, detail: string) {
  if (isForPrograms(context)) return problemReply(context, problem(status, detail))
  const { notFound, forbidden } = messagesFor(context).advice
  return pageReply(context, status, [status === 404 ? notFound : forbidden])
}

export function problemReply(context: Context, problem: Problem) {
  return context.body(JSON.stringify(problem), problem.status, {
    'Content-Type': 'application/problem+json',
  })
}

function isForPrograms(context: Context): boolean {
  return /^\/(api|health)(\/|$)/.test(context.req.path)
}

function pageReply(
  context: Context,
  status: FailureStatus,
  details: readonly string[],
  refused?: RefusedSearch,
) {
  const page = pagePropsOf(context)
  const title = titleOf(page.messages, status)
  return context.html(
    <ErrorPage {...page} title={title} details={details} refused={refused} />,
    status,
  )
}

function refusedSearch(context: Context, error: unknown): RefusedSearch | undefined {
  if (context.req.path !== '/' || !(error instanceof ParameterError)) return undefined
  const state = typedState(parametersOf(context))
  return { state, parameter: error.parameter }
}

function titleOf({ failure }: Messages, status: FailureStatus): string {
  const titles: Readonly<Record<FailureStatus, string>> = {
    400: failure.badRequest,
    403: failure.forbidden,
    404: failure.notFound,
    500: failure.internal,
    503: failure.unavailable,
  }
  return titles[status]
}

function whatWasWrong(messages: Messages, error: unknown): readonly string[] {
  if (error instanceof ParameterError) {
    return [messages.fault(messages.parameter(shorten(error.parameter, 40)), error.fault)]
  }
  const { status, detail } = problemOf(error)
  return status === 500 ? [] : [shorten(detail, 500)]
}

function adviceOn(messages: Messages, error: unknown): string {
  const code = error instanceof SouwenError ? error.code : undefined
  if (code === 'bad-request') return messages.advice.badRequest
  const known: Readonly<Record<string, string>> = messages.unavailable
  return (code && known[code]) ?? messages.advice.internal
}
