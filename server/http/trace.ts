/** Remembers of a request how long each stage took, what was asked and how much was found. */

export type Stage = 'wait' | 'search' | 'render'

export interface Trace {
  readonly id: string
  /** The milliseconds of each stage that the request went through. */
  readonly stages: Readonly<Partial<Record<Stage, number>>>
  readonly query: string | undefined
  /** The number of articles that matched; undefined where nothing was searched for. */
  readonly total: number | undefined
  time<Result>(stage: Stage, work: () => Result | Promise<Result>): Promise<Result>
  found(query: string, total: number): void
}

export function createTrace(id: string): Trace {
  const stages: Partial<Record<Stage, number>> = {}
  let outcome: { readonly query: string; readonly total: number } | undefined
  return {
    id,
    stages,
    get query() {
      return outcome?.query
    },
    get total() {
      return outcome?.total
    },
    async time(stage, work) {
      const start = performance.now()
      try {
        return await work()
      } finally {
        stages[stage] = (stages[stage] ?? 0) + performance.now() - start
      }
    },
    found(query, total) {
      outcome = { query, total }
    },
  }
}
