/** Lists the keys of the client script, on the help page and in a dialog that the script opens over any page. */

import type { Messages } from '../messages/messages.ts'

interface KeysProps {
  readonly messages: Messages
}

export function KeyList({ messages }: KeysProps) {
  return (
    <dl>
      {messages.help.keys.map(({ key, does }) => (
        <div>
          <dt>
            {key.split(' ').map((one) => (
              <kbd>{one}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The dialog stays closed without the script. */
export function KeysDialog({ messages }: KeysProps) {
  const { keysTitle, closeKeys } = messages.help
  return (
    <dialog class="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{keysTitle}</h2>
      <KeyList messages={messages} />
      <button type="button">{closeKeys}</button>
    </dialog>
  )
}
