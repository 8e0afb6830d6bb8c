/** Shows the results of what is being typed: fetches the server's page and puts its main part in the place of ours. */

import { onTyped } from './typing.ts'

const waitMs = 250

/** Searches for what the form says now, and drops the search that is under way. */
export type StartSearch = () => void

export function searchAsTyped(form: HTMLFormElement, input: HTMLInputElement): StartSearch {
  let underWay: AbortController | undefined

  async function search(): Promise<void> {
    underWay?.abort()
    const address = readAddress(form)
    if (address === undefined || address === location.pathname + location.search) return
    const mine = new AbortController()
    underWay = mine
    try {
      const reply = await fetch(address, { signal: mine.signal, headers: { accept: 'text/html' } })
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
      if (!mine.signal.aborted) showResults(page, address, form, input)
    } catch (error) {
      // A later search has aborted this one, or the server is away, which Enter will show.
      if (!(error instanceof Error)) throw error
    }
  }

  const start = () => {
    search().catch(() => {})
  }
  onTyped(input, waitMs, start)
  form.addEventListener('submit', () => underWay?.abort())
  window.addEventListener('popstate', () => location.reload())
  return start
}

/** Returns the address that the form would send, without empty fields. */
function readAddress(form: HTMLFormElement): string | undefined {
  const parameters = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') parameters.set(name, value)
  }
  if ((parameters.get('q') ?? '').trim() === '') return undefined
  return `/?${parameters}`
}

function showResults(
  page: Document,
  address: string,
  form: HTMLFormElement,
  input: HTMLInputElement,
) {
  const fresh = page.querySelector('main')
  const main = document.querySelector('main')
  if (!fresh || !main) return
  const { selectionStart, selectionEnd } = input
  const fromHome = main.contains(form)
  // A reader who has gone on to the results keeps them.
  if (!fromHome && main.contains(document.activeElement)) return
  const hadFocus = document.activeElement === input
  if (fromHome) moveForm(page, form)
  main.replaceWith(fresh)
  document.title = page.title
  document.body.className = page.body.className
  // Typing leaves one step in the history, not one for each letter.
  if (fromHome) history.pushState(null, '', address)
  else history.replaceState(null, '', address)
  if (!hadFocus || document.activeElement === input) return
  input.focus({ preventScroll: true })
  input.setSelectionRange(selectionStart, selectionEnd)
}

/** Moves the form from the middle of the home page into the header of the results. */
function moveForm(page: Document, form: HTMLFormElement): void {
  const header = page.querySelector('header')
  page.querySelector('form[role=search]')?.replaceWith(form)
  if (header) document.querySelector('header')?.replaceWith(header)
}
