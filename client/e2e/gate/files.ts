/** Which files may be there, and what styles may point at. */
import path from 'node:path';
import type { Dist, Finding } from './dist';

/** WeChat's list of what a package may hold (小程序代码包允许上传的文件). */
const PACKED = new Set(
  '.js .json .wxml .wxss .wxs .png .jpg .jpeg .gif .svg .cer .mp3 .aac .m4a .mp4 .wav .ogg .silk .wasm .br .cert'.split(
    ' ',
  ),
);

/** Licences of bundled libraries: the minifier writes them beside the code, WeChat leaves them behind. */
const LEFT_BEHIND = /\.LICENSE\.txt$/;

export function isPacked(file: string): boolean {
  return PACKED.has(path.posix.extname(file));
}

export function checkExtensions(dist: Dist): Finding[] {
  return dist.files
    .filter((file) => !isPacked(file) && !LEFT_BEHIND.test(file))
    .map((file) => ({ check: 'extension', where: file, message: 'WeChat does not pack files of this kind' }));
}

/** A local file in a style's url() works in DevTools and is missing on the phone. */
export function checkStyleUrls(dist: Dist): Finding[] {
  return dist.ofType('.wxss').flatMap((file) => {
    const urls = [...dist.text(file).matchAll(/url\(\s*["']?([^"')]*)/g)].map(([, url]) => url ?? '');
    return urls
      .filter((url) => !/^(data:|https:|#)/.test(url))
      .map((url) => ({ check: 'style url', where: file, message: `url(${url}) is neither data: nor https:` }));
  });
}
