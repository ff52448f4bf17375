// Runs in the mini-program, before the app: see index.cjs.
import { mergeInternalComponents } from '@tarojs/shared';
import attributes from './attributes.json';

mergeInternalComponents(attributes);
