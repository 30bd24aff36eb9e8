/** Puts a text into the clipboard. */
export async function copyText(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
  } else {
    copySelection(text);
  }
}

/** Browsers have no clipboard API for pages without HTTPS, except for those of this machine. */
function copySelection(text) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  focused?.focus();
  if (!isCopied) {
    throw new Error("The browser does not allow this page to copy. Select the text and copy it yourself.");
  }
}
