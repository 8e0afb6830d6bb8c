/** Calls back a while after the last key, and never while an input method is composing. */

export function onTyped(input: HTMLInputElement, waitMs: number, typed: () => void): void {
  let timer = 0
  let composing = false
  const later = () => {
    clearTimeout(timer)
    if (!composing) timer = window.setTimeout(typed, waitMs)
  }
  input.addEventListener('compositionstart', () => {
    composing = true
    clearTimeout(timer)
  })
  input.addEventListener('compositionend', () => {
    composing = false
    later()
  })
  input.addEventListener('input', (event) => {
    // Some browsers send the last input of a composition after its end.
    if (!(event instanceof InputEvent) || !event.isComposing) later()
  })
  // Submitting the form ends the typing.
  input.form?.addEventListener('submit', () => clearTimeout(timer))
}
