/** What is to be told of a request when it is over: how long each stage took, what was asked, how much was found. */

export type Stage = 'wait' | 'search' | 'render'

export interface Trace {
  readonly id: string
  /** Milliseconds by stage, as far as there were such. */
  readonly stages: Readonly<Partial<Record<Stage, number>>>
  readonly query: string | undefined
  /** How many articles matched; absent where nothing was searched for. */
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
