/** Keys: `/` to the search field, `j k` through the results, `o` opens, `n p` through an article's marks, `?` to the help. */

const titles = '.hit h2 a'

export function listenToKeys(
  input: HTMLInputElement | undefined,
  stepMark: (by: number) => void,
): void {
  const actions: Readonly<Record<string, () => void>> = {
    '/': () => (input ? input.select() : location.assign('/')),
    j: () => step(1),
    k: () => step(-1),
    o: () => current()?.click(),
    n: () => stepMark(1),
    p: () => stepMark(-1),
    '?': () => location.assign('/help#keys'),
  }
  document.addEventListener('keydown', (event) => {
    const action = actions[event.key]
    if (!action || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
    event.preventDefault()
    action()
  })
}

function isTyping({ target, isComposing }: KeyboardEvent): boolean {
  return isComposing || (target instanceof Element && target.closest('input, textarea') !== null)
}

function links(): readonly HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(titles)]
}

function current(): HTMLAnchorElement | undefined {
  return links().find(hasFocus)
}

function hasFocus(link: HTMLAnchorElement): boolean {
  return link === document.activeElement
}

function step(by: number): void {
  const all = links()
  const here = all.findIndex(hasFocus)
  const next = here < 0 ? 0 : Math.min(Math.max(here + by, 0), all.length - 1)
  all[next]?.focus()
}
