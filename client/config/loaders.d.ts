declare module '*/describe-contract.cjs' {
  export const SHARED_SOURCE: string;
  export function describeContract(file: string): string;
}

declare module '*/contract-loader.cjs' {
  export default function contractLoader(this: {
    resourcePath: string;
    addContextDependency(folder: string): void;
  }): string;
}

declare module '*/refuse-loader.cjs' {
  export default function refuseLoader(this: { _module?: { issuer?: { resource: string } } }): never;
}
