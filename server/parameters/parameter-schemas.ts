/**
 * The parameters of all routes as zod schemas, which check the requests and make the API's document. A schema that refuses a
 * value names the reason in the issue's `params`, and `checkParameters` throws it with the parameter's name.
 */

import { z } from '@hono/zod-openapi'
import { localDay } from '../../src/query/days/dates.ts'
import { spanOf } from '../../src/query/days/days.ts'
import { ParameterProblem, type ParameterReason } from '../problems/parameter-problem.ts'

export const maxQueryCharacters = 1_000

/** Takes text of at most 1,000 UTF-16 units. */
export function text(description: string) {
  return z
    .string()
    .superRefine((value, context) => {
      if (value.length > maxQueryCharacters)
        refuse(context, { kind: 'length', maximum: maxQueryCharacters })
    })
    .openapi({ description, maxLength: maxQueryCharacters })
}

/** Takes decimal digits and nothing else. */
export function integer(description: string, minimum: number, maximum: number) {
  return z
    .string()
    .transform((value, context) => {
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
      if (number >= minimum && number <= maximum) return number
      refuse(context, { kind: 'integer', minimum, maximum })
      return z.NEVER
    })
    .openapi({ type: 'integer', minimum, maximum, description })
}

export function choice<Choice extends string>(description: string, choices: readonly Choice[]) {
  return z
    .string()
    .transform((value, context): Choice => {
      const known = choices.find((one) => one === value)
      if (known !== undefined) return known
      refuse(context, { kind: 'choice', choices })
      return z.NEVER
    })
    .openapi({ type: 'string', enum: [...choices], description })
}

/** Takes '' for no filter, because a form sends its empty fields too. */
export function filter(description: string) {
  return text(description).transform((value) => value.trim() || undefined)
}

export function date(description: string) {
  return z
    .string()
    .transform((value, context) => {
      const typed = value.trim()
      if (typed === '') return undefined
      if (spanOf(typed, localDay(new Date())) !== undefined) return typed
      refuse(context, { kind: 'date' })
      return z.NEVER
    })
    .openapi({ type: 'string', description })
}

function refuse(context: z.RefinementCtx, reason: ParameterReason): void {
  context.addIssue({ code: 'custom', params: { reason } })
}

/** Throws ParameterProblem for a parameter that the schema does not know, or a value that it does not take. */
export function checkParameters<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  parameters: URLSearchParams,
): z.output<z.ZodObject<Shape>> {
  const known = Object.keys(schema.shape)
  for (const name of parameters.keys()) {
    if (!known.includes(name)) throw new ParameterProblem(name, { kind: 'unknown', known })
    if (parameters.getAll(name).length > 1) throw new ParameterProblem(name, { kind: 'repeated' })
  }
  const result = schema.safeParse(Object.fromEntries(parameters))
  if (result.success) return result.data
  const [issue] = result.error.issues
  if (issue === undefined) throw result.error
  throw new ParameterProblem(String(issue.path[0]), readReason(issue))
}

/** The schemas above name their reason; zod's own schemas refuse a parameter only when it is missing. */
function readReason(issue: z.core.$ZodIssue): ParameterReason {
  const { reason = { kind: 'missing' } } = (issue.code === 'custom' && issue.params) || {}
  return reason
}
