/**
 * A listener for keydown: the arrow keys move the focus to the link before or behind.
 *
 * @param selector of the links, in the element with the listener
 */
export function moveFocus(event, selector) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...event.currentTarget.querySelectorAll(selector)];
  const index = links.indexOf(event.target);
  const next = step && index >= 0 && links[index + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
