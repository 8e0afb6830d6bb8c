/** Shows the search form. It is a plain GET, so the address holds all that was asked and no script is needed. */

import type { Messages } from '../messages/messages.ts'
import { hiddenFilters } from '../parameters/filter-links.ts'
import type { SearchState } from '../parameters/parameters.ts'

interface SearchFormProps {
  readonly messages: Messages
  readonly state: SearchState
  /** The name of the field to be put right. */
  readonly wrong?: string
}

/** The filters that the form has a field for. */
const shownFilters: readonly string[] = ['source', 'from', 'to']

export function SearchForm({ messages, state, wrong }: SearchFormProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is too new for the browsers people keep
    <form role="search" action="/" method="get">
      <div class="ask">
        <label for="q" class="unseen">
          {messages.query}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          value={state.query}
          placeholder={messages.queryHint}
          maxlength={1000}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          autofocus={state.query === '' && wrong === undefined}
          aria-invalid={markInvalid('q', wrong)}
        />
        <button type="submit">{messages.submit}</button>
      </div>
      {hiddenFilters.map(
        (name) => state[name] && <input type="hidden" name={name} value={state[name]} />,
      )}
      {state.sort !== 'relevance' && <input type="hidden" name="sort" value={state.sort} />}
      <Filters messages={messages} state={state} wrong={wrong} />
    </form>
  )
}

interface FiltersProps extends Omit<SearchFormProps, 'wrong'> {
  readonly wrong: string | undefined
}

function Filters({ messages, state, wrong }: FiltersProps) {
  return (
    <details class="filters" open={wrong !== undefined && shownFilters.includes(wrong)}>
      <summary>{messages.filters}</summary>
      <div class="fields">
        <label class="wide">
          <span>{messages.source}</span>
          <input
            name="source"
            value={state.source ?? ''}
            placeholder={messages.sourceHint}
            aria-invalid={markInvalid('source', wrong)}
          />
        </label>
        <DateField name="from" value={state.from} messages={messages} wrong={wrong} />
        <DateField name="to" value={state.to} messages={messages} wrong={wrong} />
      </div>
      <p class="help">{messages.filterHelp}</p>
    </details>
  )
}

interface DateFieldProps {
  readonly messages: Messages
  readonly name: 'from' | 'to'
  readonly value: string | undefined
  readonly wrong: string | undefined
}

/** Takes text instead of type=date, because a year, a month or 上周三 is a date here. */
function DateField({ messages, name, value, wrong }: DateFieldProps) {
  return (
    <label>
      <span>{messages[name]}</span>
      <input
        name={name}
        value={value ?? ''}
        placeholder={messages.dateHint}
        title={messages.filterHelp}
        autocomplete="off"
        aria-invalid={markInvalid(name, wrong)}
      />
    </label>
  )
}

function markInvalid(name: string, wrong: string | undefined): 'true' | undefined {
  return name === wrong ? 'true' : undefined
}
