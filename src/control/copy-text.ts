// Texts go to the clipboard, also where a browser has none for pages: those of another machine, reached without TLS.

/** Copies a text; `from` shows it and is selected when it must be done the old way. False when neither way is allowed. */
export async function copyText(text: string, from: HTMLInputElement): Promise<boolean> {
  // Only secure contexts have it, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    if (clipboard) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused: the old way may still do.
  }
  from.select();
  const copied = document.execCommand('copy');
  // A field that keeps the focus would keep the keys from the show.
  from.blur();
  return copied;
}
