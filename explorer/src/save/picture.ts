// An SVG of the page as a file, or as PNG; the fonts and the colours go into it, so that it looks the same elsewhere.
import arabic from '@fontsource/cairo/files/cairo-arabic-400-normal.woff2?url';
import latin from '@fontsource/cairo/files/cairo-latin-400-normal.woff2?url';
import { colour, s } from '../core/dom';
import { offer } from './files';

const KEPT = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'fill-opacity', 'font-size', 'font-weight', 'text-anchor', 'direction', 'vector-effect', 'visibility', 'display', 'paint-order', 'stroke-linejoin'];

async function face(address: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `@font-face{font-family:Cairo;src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2")}`;
}

/** A copy of the picture that stands alone: styles written out, fonts inside, background painted. */
async function alone(picture: SVGSVGElement): Promise<{ text: string; width: number; height: number }> {
  const { width, height } = picture.getBoundingClientRect();
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const [from, to] = [picture.querySelectorAll('*'), copy.querySelectorAll('*')];
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    const target = to[i];
    if (!target) return;
    for (const name of KEPT) target.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'tabindex', 'role', 'data-key', 'style']) target.removeAttribute(name);
  });
  const box = picture.viewBox.baseVal;
  const [x, y, w, h] = box && box.width ? [box.x, box.y, box.width, box.height] : [0, 0, width, height];
  const fonts = `${await face(latin)}${(await face(arabic)).replace('Cairo', 'CairoArabic')}text{font-family:CairoArabic,Cairo,sans-serif}`;
  copy.prepend(s('style', {}, fonts), s('rect', { x, y, width: w, height: h, fill: colour('--surface') }));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `${x} ${y} ${w} ${h}`);
  copy.setAttribute('width', String(Math.round(width || w)));
  copy.setAttribute('height', String(Math.round(height || h)));
  copy.setAttribute('direction', document.documentElement.dir);
  return { text: new XMLSerializer().serializeToString(copy), width: width || w, height: height || h };
}

export async function offerSvg(name: string, picture: SVGSVGElement): Promise<void> {
  offer(`${name}.svg`, (await alone(picture)).text, 'image/svg+xml');
}

/** Draws the SVG at twice its size. */
export async function offerPng(name: string, picture: SVGSVGElement): Promise<void> {
  const { text, width, height } = await alone(picture);
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * 2);
    canvas.height = Math.round(height * 2);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob) offer(`${name}.png`, blob, 'image/png');
  } finally {
    URL.revokeObjectURL(address);
  }
}
