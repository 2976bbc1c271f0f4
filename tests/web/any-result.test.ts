// SPDX-License-Identifier: Apache-2.0
// What the page says first of a contract of any streams.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Settlement } from '../../web/src/model/wire.js';
import { sentenceOf } from '../../web/src/view/any-result.js';

const golden = (id: string): Settlement =>
  JSON.parse(readFileSync(`tests/golden/cases/${id}/settlement.json`, 'utf8')) as Settlement;

for (const [id, sentence] of [
  ['withhold_healthpartners_by_weight', 'The provider is paid $486,285.99.'],
  ['ngaco_2019_full_risk_capped_loss', 'The provider owes $4,937,500.'],
  ['cjr_year_1_no_repayment', 'Nothing is paid and nothing is owed.'],
  ['scorecard_achievement_and_improvement', 'Points: 2. Score: 100%.'],
  ['generic_loss_at_its_limit', '$150 too much was spent. You would owe $50 of it.'],
  [
    'quality_uses_combined',
    'The provider is paid $9,125,500 and owes $54,000; net, $9,071,500 is paid.',
  ],
  [
    'infrastructure_grant_recouped_from_savings',
    'The provider is paid $600,000 and pays $250,000 back; net, $350,000 is paid.',
  ],
] as const)
  test(`the result in a sentence: ${id}`, () => {
    assert.equal(sentenceOf(golden(id)), sentence);
  });
