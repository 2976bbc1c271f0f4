// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { paymentCurveScene } from '../charts/payment-curve.js';
import { qualityMapScene } from '../charts/quality-map.js';
import type { Finer } from '../components/picture.js';
import type { Scene } from '../charts/scene.js';
import { waterfallScene } from '../charts/waterfall.js';
import type { Engine } from '../engine/module.js';
import type { Settlement } from '../model/wire.js';
import { paymentCurveOf, qualityMapOf, sampledCurveOf, waterfallOf, type Settling } from './pictures.js';

// Pictures under their own headings, where they answer a question of the view.
export function pictureSection(
  id: string,
  title: string,
  make: (width: number) => Scene,
  finer: Finer | null = null,
): TemplateResult {
  return html`<section class="contract picture-section" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <gainshare-picture name=${id} .make=${make} .finer=${finer}></gainshare-picture>
  </section>`;
}

// One or several contracts at other spending.
export function curveSection(
  engine: Engine,
  settlings: readonly Settling[],
  id: string,
): TemplateResult | typeof nothing {
  const curve = sampledCurveOf(engine, settlings);
  if (!curve) return nothing;
  const finer = {
    of: [curve.words.title, ...settlings.flatMap(({ documents }) => Object.values(documents))].join(),
    make: () => {
      const exact = paymentCurveOf(engine, settlings);
      return exact && ((width: number) => paymentCurveScene(exact, width));
    },
  };
  return pictureSection(id, curve.words.title, (width) => paymentCurveScene(curve, width), finer);
}

// One contract: how its payment comes about, and what other spending and other quality would pay.
export function savingsPictures(
  engine: Engine,
  settlement: Settlement,
  settling: Settling,
): TemplateResult {
  const falls = waterfallOf(settlement, settling.result);
  const map = qualityMapOf(engine, settling);
  return html`${pictureSection('from-benchmark', falls.words.title, (width) =>
    waterfallScene(falls, width),
  )}
  ${curveSection(engine, [settling], 'other-spending')}
  ${map
    ? pictureSection('cost-and-quality', map.words.title, (width) => qualityMapScene(map, width))
    : nothing}`;
}
