/** A listener for keydown: Escape closes a part of the page, unless a dialog in it has the focus. */
export function onEscape(close) {
  return (event) => {
    if (event.key === "Escape" && !event.target.closest("dialog")) {
      close();
    }
  };
}
