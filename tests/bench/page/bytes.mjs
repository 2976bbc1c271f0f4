// SPDX-License-Identifier: Apache-2.0
// Careful JavaScript on bytes.
import { ByteJob } from '../../support/claims-bytes.mjs';
import { contend, eachPiece } from './contest.mjs';

contend(async (files) => {
  const opinion = new ByteJob();
  for (const kind of ['roster', 'eligibility', 'claims']) {
    const reader = opinion.reader(kind);
    await eachPiece(files[kind], (piece) => reader.take(piece));
    reader.finish();
  }
  return { csv: opinion.answer(), again: (terms) => opinion.answer(terms) };
});
