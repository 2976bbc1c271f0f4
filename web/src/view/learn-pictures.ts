// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { qualityMapScene } from '../charts/quality-map.js';
import type { Scene } from '../charts/scene.js';
import { splitBarScene } from '../charts/split-bar.js';
import { stepScaleScene } from '../charts/step-scale.js';
import { waterfallScene } from '../charts/waterfall.js';
import type { Engine } from '../engine/module.js';
import type { Language } from '../i18n/language.js';
import type { Case } from '../lessons/lesson.js';
import { flowsPicture, titlesIn } from './any-result.js';
import { sharedSavings, splitBarOf } from './outcome.js';
import { qualityMapOf, waterfallOf } from './pictures.js';
import { scalesOf } from './quality.js';

// The picture that a lesson asks for, of a case of it.
type Make = (width: number) => Scene;

function scenesOf(engine: Engine, one: Case, language: Language): Make[] {
  const { lesson, settlement, texts } = one;
  if (!settlement) return [];
  if (lesson.picture === 'scale') {
    const [contract, experience] = [one.tree['contract'], one.tree['experience']];
    return scalesOf({ settlement, contract, experience }).map(
      (scale) => (width) => stepScaleScene(scale, width),
    );
  }
  const result = sharedSavings(settlement);
  if (!result) return [];
  switch (lesson.picture) {
    case 'split':
      return [(width) => splitBarScene(splitBarOf(settlement, result, lesson.texts[language].title), width)];
    case 'waterfall':
      return [(width) => waterfallScene(waterfallOf(settlement, result, language), width)];
    case 'map': {
      const map = qualityMapOf(engine, { name: '', documents: texts, result }, language);
      return map ? [(width) => qualityMapScene(map, width)] : [];
    }
    default:
      return [];
  }
}

export function lessonPicture(
  engine: Engine,
  one: Case,
  language: Language,
): TemplateResult | typeof nothing {
  if (one.lesson.picture === 'flows')
    return flowsPicture(one.settlement?.flows ?? [], titlesIn(one.tree));
  const scenes = scenesOf(engine, one, language);
  if (scenes.length === 0) return nothing;
  return html`<div class="lesson-pictures">
    ${scenes.map(
      (make, i) =>
        html`<gainshare-picture
          name="lesson-${one.lesson.id}-${i}"
          .language=${language}
          .make=${make}
        ></gainshare-picture>`,
    )}
  </div>`;
}
