// SPDX-License-Identifier: Apache-2.0
import { round2, textWidth, type Mark, type Scene } from './scene.js';

// A scale of steps: from each cut point on so many points, with a marker at the value reached.
export interface ScaleStep {
  at: number; // cut point, as a fraction
  label: string; // "45%"
  points: number;
  pointsLabel: string; // "1.8"
}
export interface StepScale {
  steps: readonly ScaleStep[]; // in the order of rising points
  falling: boolean; // lower values earn more: a step holds up to its cut point
  most: number; // points at the top of the axis
  marker: { at: number; label: string; points: number; pointsLabel: string } | null;
  words: {
    title: string;
    description: string;
    caption: string;
    from: string;
    points: string;
    here: string;
    reached: string;
    belowFirst: string;
    pointsOf: (points: string) => string;
    next: (from: string, points: string) => string;
    top: string; // said at the last step
  };
}

const kTop = 44;
const kPlot = 190;
const kLeft = 34;
const kBottom = kTop + kPlot;

interface Frame {
  x: (value: number) => number;
  y: (points: number) => number;
  low: number;
  high: number;
}

function frameFor({ steps, marker, most }: StepScale, width: number): Frame {
  const values = [...steps.map((step) => step.at), ...(marker ? [marker.at] : [])];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const pad = (high - low || 0.1) * 0.25;
  const from = low - pad;
  const to = high + pad;
  const top = Math.max(most, ...steps.map((step) => step.points)) || 1;
  return {
    low: from,
    high: to,
    x: (value) => round2(kLeft + ((value - from) / (to - from)) * (width - kLeft - 2)),
    y: (points) => round2(kBottom - (points / top) * kPlot),
  };
}

// The plateaus from left to right: where each begins and ends, and its points.
function plateaus({ steps, falling }: StepScale, frame: Frame) {
  const rising = [...steps].sort((a, b) => a.at - b.at);
  const edges = [frame.low, ...rising.map((step) => step.at), frame.high];
  const points = falling
    ? [...rising.map((step) => step.points), 0]
    : [0, ...rising.map((step) => step.points)];
  return points.map((value, i) => ({ from: edges[i]!, to: edges[i + 1]!, points: value }));
}

function staircase(scale: StepScale, frame: Frame): Mark[] {
  const flats = plateaus(scale, frame);
  const at = scale.marker?.at;
  const marks: Mark[] = flats.map((flat) => ({
    kind: 'rect',
    role:
      at !== undefined && at >= flat.from && at < flat.to && flat.points > 0 ? 'reached' : 'step',
    x: frame.x(flat.from),
    y: frame.y(flat.points),
    width: round2(frame.x(flat.to) - frame.x(flat.from)),
    height: round2(kBottom - frame.y(flat.points)),
  }));
  const line = flats
    .map(
      (flat, i) =>
        `${i === 0 ? 'M' : 'L'}${frame.x(flat.from)} ${frame.y(flat.points)}H${frame.x(flat.to)}`,
    )
    .join('');
  return [...marks, { kind: 'path', role: 'ink', d: line }];
}

function axes(scale: StepScale, frame: Frame, width: number): Mark[] {
  const marks: Mark[] = [
    { kind: 'line', role: 'axis', x1: kLeft, y1: kBottom, x2: width, y2: kBottom },
    { kind: 'text', role: 'quiet', x: kLeft - 8, y: kBottom + 4, text: '0', anchor: 'end' },
  ];
  let ceiling = kBottom - 14;
  for (const step of scale.steps) {
    const y = frame.y(step.points);
    if (y > ceiling) continue;
    ceiling = y - 14;
    marks.push({
      kind: 'text',
      role: 'quiet',
      x: kLeft - 8,
      y: y + 4,
      text: step.pointsLabel,
      anchor: 'end',
    });
  }
  let free = kLeft;
  for (const step of [...scale.steps].sort((a, b) => a.at - b.at)) {
    const x = frame.x(step.at);
    const half = textWidth(step.label) / 2;
    marks.push({ kind: 'line', role: 'axis', x1: x, y1: kBottom, x2: x, y2: kBottom + 5 });
    if (x - half < free) continue;
    free = x + half + 6;
    marks.push({
      kind: 'text',
      role: 'quiet',
      x,
      y: kBottom + 19,
      text: step.label,
      anchor: 'middle',
    });
  }
  return marks;
}

function markerMarks({ marker, words }: StepScale, frame: Frame, width: number): Mark[] {
  if (!marker) return [];
  const x = frame.x(marker.at);
  const y = frame.y(marker.points);
  const text = `${marker.label} → ${words.pointsOf(marker.pointsLabel)}`;
  const half = textWidth(text) / 2 + 6;
  return [
    { kind: 'line', role: 'marker', x1: x, y1: 22, x2: x, y2: kBottom },
    { kind: 'dot', role: 'marker', x, y, radius: 5 },
    {
      kind: 'text',
      role: 'ink',
      x: Math.min(Math.max(x, half), width - half),
      y: 14,
      text,
      anchor: 'middle',
      strong: true,
    },
  ];
}

// How far it is to the next step, as a dashed line from the marker to where that step begins.
function nextMarks(marker: StepScale['marker'], next: ScaleStep | undefined, frame: Frame): Mark[] {
  if (!marker || !next) return [];
  const [x, y] = [frame.x(next.at), frame.y(marker.points)];
  const across = { x1: frame.x(marker.at), y1: y, x2: x, y2: y };
  const up = { x1: x, y1: y, x2: x, y2: frame.y(next.points) };
  return [across, up].map((at) => ({ kind: 'line', role: 'minimum', dashed: true, ...at }));
}

export function stepScaleScene(scale: StepScale, width: number): Scene {
  const frame = frameFor(scale, width);
  const { words, marker } = scale;
  const reached = (step: ScaleStep): boolean =>
    marker !== null && (scale.falling ? marker.at <= step.at : marker.at >= step.at);
  const last = scale.steps.filter(reached).length - 1;
  const next = scale.steps[last + 1];
  const rows = scale.steps.map((step, i) => [
    step.label,
    step.pointsLabel,
    i === last ? `${words.here} (${marker!.label})` : reached(step) ? words.reached : '',
  ]);
  const none = marker && last < 0 ? [[marker.label, marker.pointsLabel, words.belowFirst]] : [];
  return {
    width,
    height: kBottom + 26,
    title: words.title,
    description: words.description,
    note: !marker ? '' : next ? words.next(next.label, next.pointsLabel) : words.top,
    marks: [
      ...staircase(scale, frame),
      ...nextMarks(marker, next, frame),
      ...axes(scale, frame, width),
      ...markerMarks(scale, frame, width),
    ],
    table: { caption: words.caption, head: [words.from, words.points, ''], rows: [...none, ...rows] },
  };
}
