// SPDX-License-Identifier: Apache-2.0
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { kTextSize, type Mark, type Role, type Scene } from './scene.js';

// Colours are attributes, so that a copy of the picture keeps them; styles/chart.css puts the
// page's own over them, by role, for dark and forced colours.
const kColours: Readonly<Record<Role, string>> = {
  expected: '#c9ced6',
  spent: '#8a93a1',
  provider: '#1f4e8c',
  payer: '#e9ecf1',
  axis: '#6a7280',
  grid: '#d5d9e0',
  minimum: '#1b2430',
  step: '#e9ecf1',
  reached: '#b9cbe4',
  marker: '#1f4e8c',
  ink: '#1b2430',
  quiet: '#4d5766',
  'on-provider': '#ffffff',
  paper: '#ffffff',
};

// Stated in the picture too, because a saved one leaves the page's styles behind.
const kFonts = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";

const kOutlined: ReadonlySet<Role> = new Set(['payer', 'expected', 'spent', 'provider']);

function mark(item: Mark): SVGTemplateResult {
  const colour = kColours[item.role];
  const name = `mark-${item.role}`;
  const stroke = kOutlined.has(item.role) ? kColours.ink : nothing;
  switch (item.kind) {
    case 'rect':
      return svg`<rect class=${name} x=${item.x} y=${item.y} width=${item.width}
        height=${item.height} fill=${colour} fill-opacity=${item.opacity ?? nothing} stroke=${stroke} stroke-width="1"></rect>`;
    case 'path':
      return item.filled
        ? svg`<path class=${name} d=${item.d} fill=${colour} stroke=${stroke}></path>`
        : svg`<path class="${name} stroked" d=${item.d} fill="none" stroke=${colour}
            stroke-width="1.5" stroke-dasharray=${item.dashed ? '6 4' : nothing}></path>`;
    case 'line':
      return svg`<line class="${name} stroked" x1=${item.x1} y1=${item.y1} x2=${item.x2}
        y2=${item.y2} stroke=${colour} stroke-width=${item.role === 'marker' ? 2 : 1}
        stroke-dasharray=${item.dashed ? '4 3' : nothing}></line>`;
    case 'dot':
      return svg`<circle class=${name} cx=${item.x} cy=${item.y} r=${item.radius}
        fill=${colour}></circle>`;
    case 'text':
      return svg`<text class=${name} x=${item.x} y=${item.y} fill=${colour}
        text-anchor=${item.anchor} font-size=${kTextSize}
        font-weight=${item.strong ? 700 : 400}>${item.text}</text>`;
  }
}

export const drawing = (scene: Scene, id: string): TemplateResult => html`
  <svg class="picture" role="img" aria-labelledby="${id}-title ${id}-description"
    viewBox="0 0 ${scene.width} ${scene.height}" width=${scene.width} height=${scene.height}
    font-family=${kFonts}>
    <title id="${id}-title">${scene.title}</title>
    <desc id="${id}-description">${scene.description}</desc>
    ${scene.marks.map(mark)}
  </svg>`;
