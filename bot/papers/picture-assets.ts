/** The files a picture is painted with, out of the packages that ship them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

export const readPictureAssets = (): { fonts: Uint8Array[]; renderer: Uint8Array } => ({
  fonts: ['400Regular/BeVietnamPro_400Regular.ttf', '700Bold/BeVietnamPro_700Bold.ttf'].map((file) =>
    readFileSync(resolve(`@expo-google-fonts/be-vietnam-pro/${file}`)),
  ),
  renderer: readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')),
});
