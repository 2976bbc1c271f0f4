// SPDX-License-Identifier: Apache-2.0
import { en } from './en.js';

// The language of the page. One for now; views and components ask here and nowhere else.
export const t = en;
