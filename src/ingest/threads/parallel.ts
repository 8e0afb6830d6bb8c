/** Parts a list of tasks, and runs several of them at a time. */

/**
 * Runs `width` tasks at a time, begun in their order, and returns the results in that order. `onDone` hears of each task as it
 * ends.
 */
export async function mapInParallel<Task, Result>(
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

/** Cuts a list into consecutive parts of at least the given weight, but for the last one. An item weighs 1 by default. */
export function sliceByWeight<Item>(
  items: readonly Item[],
  weight: number,
  weigh: (item: Item) => number = () => 1,
): readonly (readonly Item[])[] {
  const parts: Item[][] = []
  let filled = weight
  for (const item of items) {
    if (filled >= weight) {
      parts.push([])
      filled = 0
    }
    parts.at(-1)?.push(item)
    filled += weigh(item)
  }
  return parts
}
