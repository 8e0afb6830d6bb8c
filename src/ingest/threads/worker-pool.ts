/** Who does the work on files: this thread for small work, worker threads for large. */

import { availableParallelism } from 'node:os'
import type { Tinypool } from 'tinypool'
import type { SuggestionData } from '../../index/generation/suggestions.ts'
import { fromThread } from '../disk/index-files.ts'
import * as work from './tasks.ts'

/** Does one kind of work after the other. */
export interface Crew {
  /** How many tasks run at a time. */
  readonly width: number
  readHeads(task: work.HeadsTask): Promise<work.HeadsResult>
  learnSites(task: work.LearnTask): Promise<readonly Uint32Array[]>
  writeSegment(task: work.SegmentTask): Promise<work.SegmentResult>
  mergePairs(task: work.SegmentsTask & { readonly name: string }): Promise<void>
  gatherSuggestions(task: work.SegmentsTask): Promise<SuggestionData>
}

export interface Workforce {
  /** Who does work on so many files. */
  crewFor(files: number): Crew
  /** Ends the threads, and gives back the memory of their dictionaries. */
  close(): Promise<void>
}

/** What starting threads costs, each with its dictionary, must be worth it. */
const FILES_WORTH_THREADS = 3000

/** @param threads worker threads; 0: everything runs in this thread; undefined: by the size of the work */
export function hire(threads: number | undefined): Workforce {
  if (threads === 0) return { crewFor: () => oneself, async close() {} }
  const pool = workers(threads ?? Math.min(MOST_THREADS, availableParallelism()))
  const least = threads === undefined ? FILES_WORTH_THREADS : 0
  return { crewFor: (files) => (files < least ? oneself : pool.crew), close: pool.close }
}

const MOST_THREADS = 8
const IDLE_MS = 60_000

const oneself: Crew = {
  width: 1,
  // A copy, as threads give, so that no field keeps the text alive that it was cut from.
  readHeads: async (task) => structuredClone(work.readHeads(task)),
  learnSites: async (task) => work.learnSites(task),
  writeSegment: (task) => work.writeSegment(task),
  mergePairs: (task) => work.mergePairs(task),
  gatherSuggestions: (task) => work.gatherSuggestions(task),
}

/** Threads begin with the first task; most runs of a kept archive have little to do, or nothing. */
function workers(threads: number): { readonly crew: Crew; close(): Promise<void> } {
  let pool: Promise<Tinypool> | undefined
  async function run(name: string, task: unknown) {
    pool ??= startPool(threads)
    return (await pool).run(task, { name }).catch((error: unknown) => {
      throw fromThread(error)
    })
  }
  return {
    crew: {
      width: threads,
      readHeads: (task) => run('readHeads', task),
      learnSites: (task) => run('learnSites', task),
      writeSegment: (task) => run('writeSegment', task),
      mergePairs: (task) => run('mergePairs', task),
      gatherSuggestions: (task) => run('gatherSuggestions', task),
    },
    async close() {
      await (await pool)?.destroy()
      pool = undefined
    },
  }
}

async function startPool(threads: number): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool')
  return new Tinypool({
    filename: new URL('./tasks.js', import.meta.url).href,
    // Each with the first task that the others are too busy for.
    minThreads: 1,
    maxThreads: threads,
    isolateWorkers: false,
    // From phase to phase: a new thread loads the dictionary again, and runs all code slowly at first. `close` ends them.
    idleTimeout: IDLE_MS,
    // Texts live shortly: a larger nursery keeps more of them, to no use.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  })
}

/** Runs tasks `width` at a time, begun in order; results in the order of the tasks. `onDone` is told each as it ends. */
export async function inParallel<Task, Result>(
  width: number,
  tasks: readonly Task[],
  run: (task: Task) => Promise<Result>,
  onDone: (task: Task, result: Result) => void = () => {},
): Promise<readonly Result[]> {
  const results: Result[] = []
  const queue = tasks.entries()
  async function next(): Promise<void> {
    for (const [place, task] of queue) {
      const result = await run(task)
      results[place] = result
      onDone(task, result)
    }
  }
  await Promise.all(Array.from({ length: width }, next))
  return results
}
