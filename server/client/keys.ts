/** Listens to keys: `/` leads to the search field, `j k` through the results, `n p` through marks, `o` opens, `?` shows all. */

const titles = '.hit h2 a'

export function listenToKeys(
  input: HTMLInputElement | undefined,
  stepMark: (by: number) => void,
): void {
  const dialog = prepareKeysDialog()
  const actions: Readonly<Record<string, () => void>> = {
    '/': () => (input ? input.select() : location.assign('/')),
    j: () => stepThroughHits(1),
    k: () => stepThroughHits(-1),
    o: () => findCurrent()?.click(),
    n: () => stepMark(1),
    p: () => stepMark(-1),
    '?': () => (dialog?.open ? dialog.close() : dialog?.showModal()),
  }
  document.addEventListener('keydown', (event) => {
    const action = actions[event.key]
    if (!action || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
    // The page under an open dialog is out of reach, for keys too.
    if (dialog?.open && event.key !== '?') return
    event.preventDefault()
    action()
  })
}

/** Finds the server's dialog and lets its button, and a press beside it, close it. The browser does so on Escape. */
function prepareKeysDialog(): HTMLDialogElement | undefined {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.keys') ?? undefined
  dialog?.addEventListener('click', ({ target }) => {
    if (target === dialog || target instanceof HTMLButtonElement) dialog.close()
  })
  document.querySelector('[data-opens=keys]')?.addEventListener('click', (event) => {
    if (!dialog) return
    event.preventDefault()
    dialog.showModal()
  })
  return dialog
}

function isTyping({ target, isComposing }: KeyboardEvent): boolean {
  return isComposing || (target instanceof Element && target.closest('input, textarea') !== null)
}

function listLinks(): readonly HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(titles)]
}

function findCurrent(): HTMLAnchorElement | undefined {
  return listLinks().find(hasFocus)
}

function hasFocus(link: HTMLAnchorElement): boolean {
  return link === document.activeElement
}

function stepThroughHits(by: number): void {
  const all = listLinks()
  const here = all.findIndex(hasFocus)
  const next = here < 0 ? 0 : Math.min(Math.max(here + by, 0), all.length - 1)
  all[next]?.focus()
}
