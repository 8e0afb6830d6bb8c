/** The form: a plain GET, so that the address holds all that was asked and no script is needed. */

import type { Messages } from '../messages.ts'
import type { SearchState } from '../parameters.ts'

interface SearchFormProps {
  readonly messages: Messages
  readonly state: SearchState
}

export function SearchForm({ messages, state }: SearchFormProps) {
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
          autofocus={state.query === ''}
        />
        <button type="submit">{messages.submit}</button>
      </div>
      {state.sort !== 'relevance' && <input type="hidden" name="sort" value={state.sort} />}
      <Filters messages={messages} state={state} />
    </form>
  )
}

function Filters({ messages, state }: SearchFormProps) {
  return (
    <details class="filters">
      <summary>{messages.filters}</summary>
      <div class="fields">
        <label class="wide">
          <span>{messages.source}</span>
          <input name="source" value={state.source ?? ''} placeholder={messages.sourceHint} />
        </label>
        <DateField name="from" label={messages.from} value={state.from} messages={messages} />
        <DateField name="to" label={messages.to} value={state.to} messages={messages} />
      </div>
      <p class="help">{messages.filterHelp}</p>
    </details>
  )
}

interface DateFieldProps {
  readonly messages: Messages
  readonly name: string
  readonly label: string
  readonly value: string | undefined
}

/** Text, not type=date: a year or a month is a date here. */
function DateField({ messages, name, label, value }: DateFieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        name={name}
        value={value ?? ''}
        placeholder={messages.dateHint}
        pattern="[0-9]{4}(-[0-9]{2}){0,2}"
        title={messages.filterHelp}
        autocomplete="off"
      />
    </label>
  )
}
