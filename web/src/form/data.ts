// SPDX-License-Identifier: Apache-2.0
import { packedForms } from 'virtual:gainshare-forms';
import { unpacked } from '../engine/unpack.js';
import type { FormData } from './part.js';

// The forms and presets, unpacked when the view that needs them is first opened.
export async function loadForms(): Promise<FormData> {
  return JSON.parse(new TextDecoder().decode(unpacked(packedForms))) as FormData;
}
