/** Who does the work on files: this thread for small work, worker threads for large. */

import { Tinypool } from 'tinypool'
import * as work from './work.ts'

export interface Workforce {
  /** How many tasks run at a time. */
  readonly width: number
  readHeads(task: work.HeadsTask): Promise<work.HeadsResult>
  learnSites(task: work.LearnTask): Promise<readonly Uint32Array[]>
  writeSegment(task: work.SegmentTask): Promise<work.SegmentResult>
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

function workers(threads: number): Workforce {
  const pool = new Tinypool({
    filename: new URL('./work.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    isolateWorkers: false,
  })
  return {
    width: threads,
    readHeads: (task) => pool.run(task, { name: 'readHeads' }),
    learnSites: (task) => pool.run(task, { name: 'learnSites' }),
    writeSegment: (task) => pool.run(task, { name: 'writeSegment' }),
    close: () => pool.destroy(),
  }
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
