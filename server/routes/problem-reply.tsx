/** Replies with a problem: as problem details to programs, as a readable page to readers. */

import type { Context } from 'hono'
import { isExpectedError } from '../../src/errors.ts'
import { readPageProps, readParameters } from '../http/requests.ts'
import { chooseMessages } from '../messages/language.ts'
import type { Messages } from '../messages/messages.ts'
import { EntrancePage } from '../pages/entrance-page.tsx'
import { ProblemPage, type WrongSearch } from '../pages/problem-page.tsx'
import { readTypedState } from '../parameters/parameters.ts'
import { ParameterProblem } from '../problems/parameter-problem.ts'
import {
  describeProblem,
  isIndexProblem,
  type Problem,
  type ProblemStatus,
} from '../problems/problem.ts'
import { RequestProblem } from '../problems/request-problem.ts'
import { shorten } from '../text/neutralize.ts'

/** Serves `app.onError` and `app.notFound` for both kinds of routes. */
export function replyWithProblem(context: Context, error: unknown) {
  const problem = describeProblem(error)
  if (error instanceof RequestProblem) {
    for (const [name, value] of Object.entries(error.headers)) context.header(name, value)
  }
  if (isForPrograms(context)) return replyToProgram(context, problem)
  if (problem.status === 401) return replyWithEntrance(context)
  const messages = chooseMessages(context)
  const { title, advice } = explainProblem(messages, error, problem)
  return context.html(
    <ProblemPage
      {...readPageProps(context)}
      title={title}
      details={[...explainParameter(messages, error), advice]}
      cause={isExpectedError(error) ? shorten(problem.detail, 500) : undefined}
      again={problem.status === 503}
      wrongSearch={readWrongSearch(context, error)}
    />,
    problem.status,
  )
}

function replyToProgram(context: Context, problem: Problem) {
  return context.body(JSON.stringify(problem), problem.status, {
    'Content-Type': 'application/problem+json',
  })
}

/** Asks for the token, and after a wrong one says so. */
function replyWithEntrance(context: Context) {
  const wrong = context.req.method === 'POST'
  return context.html(<EntrancePage {...readPageProps(context)} wrong={wrong} />, 401)
}

function isForPrograms(context: Context): boolean {
  return /^\/(?:(?:api|health)\/|metrics$)/.test(context.req.path)
}

function readWrongSearch(context: Context, error: unknown): WrongSearch | undefined {
  if (context.req.path !== '/' || !(error instanceof ParameterProblem)) return undefined
  const state = readTypedState(readParameters(context))
  return { state, parameter: error.parameter }
}

interface Explanation {
  readonly title: string
  readonly advice: string
}

function explainProblem(messages: Messages, error: unknown, { status }: Problem): Explanation {
  if (isIndexProblem(error)) {
    return { title: messages.problem.unavailable, advice: messages.unavailable[error.code] }
  }
  const kind = chooseKind(error, status)
  return { title: messages.problem[kind], advice: messages.advice[kind] }
}

function chooseKind(error: unknown, status: ProblemStatus): keyof Messages['advice'] {
  switch (status) {
    case 400:
      return 'badRequest'
    case 403:
      return 'forbidden'
    case 404:
      return error instanceof RequestProblem && error.about === 'file' ? 'noFile' : 'notFound'
    case 413:
    case 429:
      return 'tooMany'
    case 503:
      return 'busy'
    default:
      return 'internal'
  }
}

/** Explains a wrong parameter; the advice explains all other problems. */
function explainParameter(messages: Messages, error: unknown): readonly string[] {
  if (!(error instanceof ParameterProblem)) return []
  return [messages.parameterProblem(messages.parameter(shorten(error.parameter, 40)), error.reason)]
}
