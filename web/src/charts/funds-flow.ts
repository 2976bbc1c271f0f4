// SPDX-License-Identifier: Apache-2.0
import { max } from 'd3-array';
import { sankey, sankeyJustify, type SankeyLink, type SankeyNode } from 'd3-sankey';
import { area, curveBumpX } from 'd3-shape';
import { cutTo, kTextSize, round2, textWidth, type Mark, type Scene } from './scene.js';

// Who pays whom, as bands as wide as the amounts. Every written figure is a text that the engine's
// flows gave; a party's own total is not computed here, so it is not written.
export interface Payment {
  from: string;
  to: string;
  purpose: string;
  amount: string;
  value: number; // dollars, > 0
}
export interface FundsFlow {
  payments: readonly Payment[];
  words: {
    title: string;
    description: string;
    caption: string;
    from: string;
    to: string;
    what: string;
    amount: string;
    back: (party: string) => string; // a party that is paid back what it paid
  };
}

interface Party {
  id: string;
  name: string;
}
interface Band {
  payment: Payment;
}
type Node = SankeyNode<Party, Band>;
type Link = SankeyLink<Party, Band>;

const kNode = 12; // width of a party
const kBetween = 46; // room for two lines of words above each party
const kTop = 30;
const kLeast = 3; // a band that can be seen

// Money that comes back would make a circle: whoever is paid back stands again, at the end.
function graphOf({ payments, words }: FundsFlow) {
  const targets = new Map<string, Set<string>>();
  const reaches = (from: string, to: string): boolean =>
    from === to || [...(targets.get(from) ?? [])].some((next) => reaches(next, to));
  const parties = new Map<string, Party>();
  const party = (id: string, name: string): string => {
    if (!parties.has(id)) parties.set(id, { id, name });
    return id;
  };
  const most = max(payments, ({ value }) => value) ?? 1;
  const links = payments.map((payment) => {
    const source = party(payment.from, payment.from);
    const circle = reaches(payment.to, source);
    const target = circle
      ? party(`${payment.to}\n`, words.back(payment.to))
      : party(payment.to, payment.to);
    targets.set(source, (targets.get(source) ?? new Set()).add(target));
    return { source, target, payment, value: Math.max(payment.value, most / 500) };
  });
  return { nodes: [...parties.values()], links };
}

function laidOut(flow: FundsFlow, width: number): { nodes: Node[]; links: Link[]; height: number } {
  const graph = graphOf(flow);
  const height = kTop + graph.nodes.length * 62;
  const layout = sankey<Party, Band>()
    .nodeId(({ id }) => id)
    .nodeAlign(sankeyJustify)
    .nodeWidth(kNode)
    .nodePadding(kBetween)
    .extent([
      [0, kTop],
      [width - 1, height - 4],
    ]);
  return { ...layout(graph), height };
}

const band = area<{ x: number; y: number; half: number }>()
  .x(({ x }) => round2(x))
  .y0(({ y, half }) => round2(y - half))
  .y1(({ y, half }) => round2(y + half))
  .curve(curveBumpX);

function bandMark(link: Link): Mark {
  const from = link.source as Node;
  const to = link.target as Node;
  const half = Math.max(link.width ?? 0, kLeast) / 2;
  const ends = [
    { x: from.x1!, y: link.y0!, half },
    { x: to.x0!, y: link.y1!, half },
  ];
  return { kind: 'path', role: 'reached', filled: true, d: band(ends) ?? '' };
}

// As much of the words as there is room for on the band.
function bandText(link: Link, layers: number, width: number): Mark {
  const from = link.source as Node;
  const to = link.target as Node;
  const { amount, purpose } = link.payment;
  const room = width / Math.max(layers - 1, 1) - kNode - 24;
  const both = `${purpose} ${amount}`;
  const text = textWidth(both) <= room ? both : textWidth(amount) <= room ? amount : '';
  const middle = { x: (from.x1! + to.x0!) / 2, y: (link.y0! + link.y1!) / 2 + kTextSize / 3 };
  const at = { x: round2(middle.x), y: round2(middle.y) };
  return { kind: 'text', role: 'ink', ...at, text, anchor: 'middle' };
}

// The name above its party: to the right of its left edge, but within the picture.
function partyMarks({ name, x0, x1, y0, y1, depth }: Node, layers: number, width: number): Mark[] {
  const isLast = x1! > width - kNode;
  const anchor = isLast ? 'end' : depth === 0 ? 'start' : 'middle';
  const x = isLast ? x1! : depth === 0 ? x0! : (x0! + x1!) / 2;
  const room = width / layers - 8;
  const height = round2(Math.max(y1! - y0!, kLeast));
  return [
    { kind: 'rect', role: 'provider', x: round2(x0!), y: round2(y0!), width: kNode, height },
    {
      kind: 'text',
      role: 'ink',
      x: round2(x),
      y: round2(y0! - 8),
      text: cutTo(name, room),
      anchor,
      strong: true,
    },
  ];
}

export function fundsFlowScene(flow: FundsFlow, width: number): Scene {
  const { payments, words } = flow;
  const { nodes, links, height } = laidOut(flow, width);
  const layers = (max(nodes, ({ depth }) => depth) ?? 0) + 1;
  return {
    width,
    height,
    title: words.title,
    description: words.description,
    note: '',
    marks: [
      ...links.map(bandMark),
      ...links.map((link) => bandText(link, layers, width)),
      ...nodes.flatMap((node) => partyMarks(node, layers, width)),
    ],
    table: {
      caption: words.caption,
      head: [words.from, words.to, words.what, words.amount],
      rows: payments.map(({ from, to, purpose, amount }) => [from, to, purpose, amount]),
    },
  };
}
