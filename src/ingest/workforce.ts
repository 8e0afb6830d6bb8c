/** Who does the work on files: this thread for small work, worker threads for large. */

import { Tinypool } from 'tinypool'
import { fromThread } from './files.ts'
import * as work from './work.ts'

export interface Workforce {
  /** How many tasks run at a time. */
  readonly width: number
  readHeads(task: work.HeadsTask): Promise<work.HeadsResult>
  learnSites(task: work.LearnTask): Promise<readonly Uint32Array[]>
  writeSegment(task: work.SegmentTask): Promise<work.SegmentResult>
  /** Ends the threads, and gives back the memory of their dictionaries. */
  close(): Promise<void>
}

/** @param threads worker threads; 0: everything runs in this thread */
export function hire(threads: number): Workforce {
  return threads === 0 ? oneself() : workers(threads)
}

function oneself(): Workforce {
  return {
    width: 1,
    readHeads: async (task) => work.readHeads(task),
    learnSites: async (task) => work.learnSites(task),
    writeSegment: (task) => work.writeSegment(task),
    async close() {},
  }
}

/** Threads begin with the first task; most runs of a kept archive have little to do, or nothing. */
function workers(threads: number): Workforce {
  let pool: Tinypool | undefined
  const run = (name: string, task: unknown) => {
    pool ??= startPool(threads)
    return pool.run(task, { name }).catch((error: unknown) => {
      throw fromThread(error)
    })
  }
  return {
    width: threads,
    readHeads: (task) => run('readHeads', task),
    learnSites: (task) => run('learnSites', task),
    writeSegment: (task) => run('writeSegment', task),
    async close() {
      await pool?.destroy()
      pool = undefined
    },
  }
}

function startPool(threads: number): Tinypool {
  return new Tinypool({
    filename: new URL('./work.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    isolateWorkers: false,
    // Texts live shortly: a larger nursery keeps more of them, to no use.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  })
}

/** Runs tasks `width` at a time, begun in order; results in the order of the tasks. `onDone` is told each as it ends. */
export async function inParallel<Task, Result>(
  width: number,
  tasks: readonly Task[],
  run: (task: Task) => Promise<Result>,
  onDone: (task: Task, result: Result) => void,
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
