// SPDX-License-Identifier: Apache-2.0
// What the terms are changed to, one after the other, to time a recompute. All contenders answer
// for the last of them, and their answers must agree.
export const otherThresholds = [5_000_000, 6_000_000, 7_000_000, 8_000_000, 9_000_000];
