/** Completes the query by `/api/suggest`, as an ARIA combobox: arrows choose, Enter takes, Escape closes. */

import type { StartSearch } from './live-search.ts'
import { onTyped } from './typing.ts'

const waitMs = 120
const shown = 8

/** The part of the API's reply that is used here. */
interface Completion {
  readonly text: string
  readonly query: string
  readonly articles: number
}

export function completeQueries(input: HTMLInputElement, search: StartSearch): void {
  const list = createList(input)
  let suggestions: readonly Completion[] = []
  let chosen = -1
  let underWay: AbortController | undefined

  function close(): void {
    underWay?.abort()
    suggestions = []
    render()
  }

  function render(): void {
    chosen = -1
    list.replaceChildren(...suggestions.map(createOption))
    list.hidden = suggestions.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
    input.removeAttribute('aria-activedescendant')
  }

  function choose(by: number): void {
    const count = suggestions.length
    list.children[chosen]?.setAttribute('aria-selected', 'false')
    chosen = chosen < 0 && by < 0 ? count - 1 : (chosen + by + count) % count
    const option = list.children[chosen]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) input.setAttribute('aria-activedescendant', option.id)
  }

  function take(suggestion: Completion): void {
    input.value = suggestion.query
    close()
    search()
  }

  async function ask(): Promise<void> {
    underWay?.abort()
    if (input.value.trim() === '' || document.activeElement !== input) return close()
    const mine = new AbortController()
    underWay = mine
    const parameters = new URLSearchParams({ q: input.value, limit: String(shown) })
    const reply = await fetch(`/api/suggest?${parameters}`, { signal: mine.signal })
    const found: { readonly suggestions?: readonly Completion[] } = await reply.json()
    if (mine.signal.aborted) return
    suggestions = found.suggestions ?? []
    render()
  }

  onTyped(input, waitMs, () => {
    ask().catch(() => {})
  })
  input.form?.addEventListener('submit', close)
  // The first results move the form into the header, where the focus is lost and given back.
  input.addEventListener('blur', () =>
    setTimeout(() => document.activeElement !== input && close()),
  )
  list.addEventListener('mousedown', (event) => {
    // Prevents the field from losing the focus.
    event.preventDefault()
    const option = event.target instanceof Element ? event.target.closest('li') : null
    const suggestion = suggestions[option ? [...list.children].indexOf(option) : -1]
    if (suggestion) take(suggestion)
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return
    const suggestion = suggestions[chosen]
    if (event.key === 'ArrowDown') choose(1)
    else if (event.key === 'ArrowUp') choose(-1)
    else if (event.key === 'Enter' && suggestion) take(suggestion)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  })
}

function createOption({ text, articles }: Completion, number: number): HTMLElement {
  const option = document.createElement('li')
  option.id = `suggestion-${number}`
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  const name = document.createElement('bdi')
  name.textContent = text
  const count = document.createElement('small')
  count.textContent = String(articles)
  option.append(name, count)
  return option
}

function createList(input: HTMLInputElement): HTMLElement {
  const list = document.createElement('ul')
  list.id = 'suggestions'
  list.className = 'suggestions'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '')
  input.after(list)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-expanded', 'false')
  input.setAttribute('aria-controls', list.id)
  return list
}
