// SPDX-License-Identifier: Apache-2.0

// Hands a file to the person, from this page's own memory.
export const save = (name: string, content: string | Uint8Array, type: string): void =>
  saveBlob(name, new Blob([content as BlobPart], { type }));

export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

// A title as the name of a file, on any system.
export const fileName = (title: string): string =>
  title
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase() || 'gainshare';
