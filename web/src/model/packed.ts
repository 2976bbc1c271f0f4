// SPDX-License-Identifier: Apache-2.0

// Text for the part of an address behind '#': deflated, in the alphabet that addresses allow.
export const kLongestPacked = 64 * 1024; // characters, read or written
const kLongestText = 1024 * 1024; // bytes: a short text can unpack to gigabytes

type Bytes = Uint8Array<ArrayBuffer>;

async function through(
  bytes: Bytes,
  transform: ReadableWritablePair<Bytes, BufferSource>,
): Promise<Bytes | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  const parts: Bytes[] = [];
  let length = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    parts.push(value!);
    length += value!.length;
    if (length <= kLongestText) continue;
    await reader.cancel();
    return null;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

// Nothing where the text is too long for an address.
export async function pack(text: string): Promise<string | null> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  let binary = '';
  for (const byte of bytes ?? []) binary += String.fromCharCode(byte);
  const packed = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return bytes && packed.length <= kLongestPacked ? packed : null;
}

// Nothing where it is not what pack() writes.
export async function unpack(packed: string): Promise<string | null> {
  if (packed.length > kLongestPacked || !/^[\w-]+$/.test(packed)) return null;
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const text = await through(bytes, new DecompressionStream('deflate-raw'));
    return text && new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return null;
  }
}
