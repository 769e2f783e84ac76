// The demo plays the built product: what it imports of the product's sources is loaded from dist/.
import { register } from 'node:module';

register('./built-hooks.mjs', import.meta.url);
