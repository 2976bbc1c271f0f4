// SPDX-License-Identifier: Apache-2.0

// Copies by way of the copy event: it needs no permission, works in a frame and without https,
// and takes a table for a spreadsheet beside its plain text.
export function copy(texts: Readonly<Record<string, string>>): boolean {
  let copied = false;
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    for (const [type, text] of Object.entries(texts)) event.clipboardData?.setData(type, text);
    copied = true;
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return copied;
}
