/** Steps through an article's marks, by buttons that are hidden without this script. */

/** Returns a function that goes on by so many marks, and from the last to the first. */
export function stepThroughMarks(): (by: number) => void {
  const marks = [...document.querySelectorAll<HTMLElement>('.text mark')]
  let here = -1

  function step(by: number): void {
    if (marks.length === 0) return
    marks[here]?.classList.remove('here')
    here = here < 0 && by < 0 ? marks.length - 1 : (here + by + marks.length) % marks.length
    marks[here]?.classList.add('here')
    marks[here]?.scrollIntoView({ block: 'center' })
  }

  for (const button of document.querySelectorAll<HTMLButtonElement>('.marks button')) {
    button.hidden = false
    button.addEventListener('click', () => step(Number(button.getAttribute('data-step'))))
  }
  return step
}
