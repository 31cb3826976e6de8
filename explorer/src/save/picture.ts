// An SVG of the page as a file, or as PNG; the fonts and the colours go into it, so that it looks the same elsewhere.
import arabic from '@fontsource/cairo/files/cairo-arabic-400-normal.woff2?url';
import latin from '@fontsource/cairo/files/cairo-latin-400-normal.woff2?url';
import { colour, s } from '../core/dom';
import { offer } from './files';

const KEPT = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'fill-opacity', 'font-size', 'font-weight', 'text-anchor', 'direction', 'vector-effect', 'visibility', 'display', 'paint-order', 'stroke-linejoin'];
const DROPPED = ['class', 'tabindex', 'role', 'data-key', 'style', 'aria-label', 'aria-pressed'];

interface Picture {
  copy: SVGSVGElement;
  /** The part of the drawing that is seen, in its own units. */
  box: { x: number; y: number; width: number; height: number };
  /** In pixels of the page. */
  width: number;
  height: number;
}

async function face(name: string, address: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `@font-face{font-family:${name};src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2")}`;
}

/** A copy of the picture that stands alone: styles written out, background painted. */
function alone(picture: SVGSVGElement): Picture {
  const shown = picture.getBoundingClientRect();
  const asked = ['width', 'height'].map((name) => Number(picture.getAttribute(name)));
  const [width, height] = [asked[0] || shown.width, asked[1] || shown.height];
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const [from, to] = [picture.querySelectorAll('*'), copy.querySelectorAll('*')];
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    KEPT.forEach((name) => to[i]?.setAttribute(name, style.getPropertyValue(name)));
    DROPPED.forEach((name) => to[i]?.removeAttribute(name));
  });
  DROPPED.forEach((name) => copy.removeAttribute(name));
  const view = picture.viewBox.baseVal;
  // As on the page, what lies beside the view box is seen where the shapes of the two differ.
  const unit = Math.max(view.width / width, view.height / height);
  const box = { x: view.x - (width * unit - view.width) / 2, y: view.y - (height * unit - view.height) / 2, width: width * unit, height: height * unit };
  const ground = picture.classList.contains('world') ? '--sea' : '--surface';
  copy.prepend(s('rect', { ...box, fill: colour(ground) }));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', [box.x, box.y, box.width, box.height].join(' '));
  copy.setAttribute('width', String(Math.round(width)));
  copy.setAttribute('height', String(Math.round(height)));
  copy.setAttribute('direction', document.documentElement.dir);
  return { copy, box, width, height };
}

/** Offers the picture as SVG; its words stay words. */
export async function offerSvg(name: string, picture: SVGSVGElement): Promise<void> {
  const { copy } = alone(picture);
  const faces = await Promise.all([face('Cairo', latin), face('CairoArabic', arabic)]);
  copy.prepend(s('style', {}, `${faces.join('')}text{font-family:CairoArabic,Cairo,sans-serif}`));
  offer(`${name}.svg`, new XMLSerializer().serializeToString(copy), 'image/svg+xml');
}

/** Writes the words with the fonts of the page: an image has its own, which may come after it was drawn. */
function write(context: CanvasRenderingContext2D, words: SVGTextElement[], { box }: Picture, scale: number): void {
  context.textAlign = 'center';
  context.direction = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
  context.lineJoin = 'round';
  for (const text of words) {
    const value = (attribute: string): number => parseFloat(text.getAttribute(attribute) ?? '0');
    const [x, y] = [(value('x') - box.x) * scale, (value('y') - box.y) * scale];
    context.font = `${text.getAttribute('font-weight') ?? 400} ${value('font-size') * scale}px Cairo, "Noto Naskh Arabic", sans-serif`;
    const stroke = text.getAttribute('stroke');
    if (stroke && stroke !== 'none') {
      context.strokeStyle = stroke;
      context.lineWidth = value('stroke-width') * scale;
      context.strokeText(text.textContent ?? '', x, y);
    }
    context.fillStyle = text.getAttribute('fill') ?? '';
    context.fillText(text.textContent ?? '', x, y);
  }
}

/** Offers the picture as PNG, at twice its size. */
export async function offerPng(name: string, picture: SVGSVGElement): Promise<void> {
  const made = alone(picture);
  const words = [...made.copy.querySelectorAll('text')];
  words.forEach((text) => text.remove());
  const text = new XMLSerializer().serializeToString(made.copy);
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(made.width * 2);
    canvas.height = Math.round(made.height * 2);
    const context = canvas.getContext('2d');
    if (!context) return;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    write(context, words, made, canvas.width / made.box.width);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob) offer(`${name}.png`, blob, 'image/png');
  } finally {
    URL.revokeObjectURL(address);
  }
}
