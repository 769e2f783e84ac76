/** The pixels of a picture. The fonts and the renderer's code come as bytes: nothing is looked for on the machine. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { fontFamily, width } from './text.ts';

let ready: Promise<void> | undefined;

/** A PNG of the SVG. Only the given fonts are used; a character that none of them has would be left out silently. */
export async function paintPicture(svg: string, fonts: Uint8Array[], renderer: Uint8Array): Promise<Uint8Array> {
  ready ??= initWasm(renderer);
  await ready;
  const resvg = new Resvg(svg, {
    font: { fontBuffers: fonts, loadSystemFonts: false, defaultFontFamily: fontFamily },
    fitTo: { mode: 'width', value: width },
  });
  const image = resvg.render();
  const png = image.asPng();
  image.free();
  resvg.free();
  return png;
}
