// SPDX-License-Identifier: Apache-2.0
import { save } from './save.js';

// A picture as a file of its own. Its colours and fonts are attributes, so nothing of the page's
// styles is needed; it stands on paper, whatever the page stands on.
const kSharp = 2; // pixels of the PNG to one of the page

export function standalone(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', '#ffffff'],
  ] as const)
    paper.setAttribute(name, value);
  copy.querySelector('desc')?.after(paper);
  for (const element of [copy, ...copy.querySelectorAll('[class]')]) element.removeAttribute('class');
  // What the page's templates leave between the marks.
  const comments = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
  for (let node = comments.nextNode(); node; node = comments.nextNode())
    (node as Comment).remove();
  return new XMLSerializer().serializeToString(copy);
}

export const saveSvg = (picture: SVGSVGElement, name: string): void =>
  save(`${name}.svg`, standalone(picture), 'image/svg+xml');

export async function savePng(picture: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = picture.viewBox.baseVal;
  const url = URL.createObjectURL(new Blob([standalone(picture)], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width * kSharp, height * kSharp);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext('2d')!.drawImage(image, 0, 0, image.width, image.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob) save(`${name}.png`, new Uint8Array(await blob.arrayBuffer()), 'image/png');
  } finally {
    URL.revokeObjectURL(url);
  }
}
