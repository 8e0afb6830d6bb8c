import { describe, expect, test } from 'vitest'
import {
  ParameterProblem,
  type ParameterReason,
} from '../../../server/problems/parameter-problem.ts'
import { describeProblem, isIndexProblem } from '../../../server/problems/problem.ts'
import { RequestProblem } from '../../../server/problems/request-problem.ts'
import { type ErrorCode, SouwenError } from '../../../src/errors.ts'

describe('a problem', () => {
  test.each<[ErrorCode, number, string]>([
    ['bad-request', 400, 'Bad Request'],
    ['index-missing', 503, 'Service Unavailable'],
    ['index-damaged', 503, 'Service Unavailable'],
    ['index-newer', 503, 'Service Unavailable'],
    ['index-older', 503, 'Service Unavailable'],
  ])('of the engine, %s, is told with status %i', (code, status, title) => {
    const problem = describeProblem(new SouwenError(code, 'index/: say what to do'))
    expect(problem).toEqual({
      type: 'about:blank',
      title,
      status,
      detail: 'index/: say what to do',
    })
  })

  test.each<ErrorCode>(['corpus-missing', 'index-locked', 'index-unwritable', 'segmenter-missing'])(
    'of indexing, %s, is none that a request can cause',
    (code) => {
      expect(describeProblem(new SouwenError(code, '/home/me/secret'))).toMatchObject({
        status: 500,
        title: 'Internal Server Error',
      })
    },
  )

  test.each([
    new TypeError('/home/me/secret is not a function'),
    'a secret text',
    undefined,
    { message: 'secret' },
  ])('that nobody foresaw tells nothing of itself: %s', (error) => {
    const problem = describeProblem(error)
    expect(problem.status).toBe(500)
    expect(JSON.stringify(problem)).not.toContain('secret')
  })

  test('of a request keeps its status and text', () => {
    expect(describeProblem(new RequestProblem(429, 'Too many', { 'Retry-After': '3' }))).toEqual({
      type: 'about:blank',
      title: 'Too Many Requests',
      status: 429,
      detail: 'Too many',
    })
  })

  test('of a parameter names it', () => {
    const problem = describeProblem(new ParameterProblem('limit', { kind: 'missing' }))
    expect(problem).toMatchObject({ status: 400, parameter: 'limit', detail: 'limit: is missing' })
  })
})

describe('what was wrong with a parameter is said in a sentence', () => {
  test.each<[ParameterReason, string]>([
    [{ kind: 'missing' }, 'x: is missing'],
    [{ kind: 'repeated' }, 'x: is given more than once'],
    [{ kind: 'unknown', known: ['q', 'page'] }, 'x: is unknown; known are q, page'],
    [{ kind: 'unknown', known: [] }, 'x: is unknown; no parameters are known here'],
    [{ kind: 'integer', minimum: 1, maximum: 9 }, 'x: must be an integer from 1 to 9'],
    [{ kind: 'choice', choices: ['a', 'b'] }, 'x: must be one of a, b'],
    [
      { kind: 'date' },
      expect.stringMatching(/^x: must be a real date, such as 2025, .*last Wednesday/),
    ],
    [{ kind: 'length', maximum: 5 }, 'x: must have at most 5 characters'],
    [
      { kind: 'depth', maximum: 10 },
      'x: results end at 10; narrow the search with source, from or to',
    ],
  ])('%j', (reason, message) => {
    expect(new ParameterProblem('x', reason).message).toEqual(message)
  })
})

test('only an error of the engine about the index is a problem of the index', () => {
  expect(isIndexProblem(new SouwenError('index-damaged', ''))).toBe(true)
  expect(isIndexProblem(new SouwenError('bad-request', ''))).toBe(false)
  expect(isIndexProblem(new RequestProblem(503, ''))).toBe(false)
  expect(isIndexProblem(Object.assign(new Error(''), { code: 'index-damaged' }))).toBe(false)
})
