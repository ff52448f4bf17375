/** miniprogram-compiler has no types of its own; its front door hides errors, so the gate uses the two functions behind it. */
declare module 'miniprogram-compiler/src/wcc' {
  /** Throws with the compiler's message; starts a program that may not exist for this system. */
  export default function wcc(root: string, pages: string[], wxs: string[], options: { maxBuffer?: number }): string;
}
declare module 'miniprogram-compiler/src/wcsc' {
  export default function wcsc(
    root: string,
    styles: string[],
    options: { maxBuffer?: number },
  ): Record<string, string> | Error;
}
