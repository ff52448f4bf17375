/** What the driver (Node) and the host (the page in Chromium) tell each other. Types only: both sides import it. */

/** The parts of app.json that the host acts on. */
export interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[]; independent?: boolean }[];
  window?: PageJson;
  tabBar?: {
    color: string;
    selectedColor: string;
    backgroundColor?: string;
    list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
  };
  lazyCodeLoading?: string;
}

/** A page's or component's own .json. */
export interface PageJson {
  component?: boolean;
  styleIsolation?: string;
  usingComponents?: Record<string, string>;
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  navigationStyle?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
}

/** A dist folder, read once and ready to run. Paths have no suffix and no leading slash. */
export interface CompiledApp {
  config: AppJson;
  components: Record<string, PageJson>;
  /** CSS for the browser; `app` stands for all pages, the others are limited to their own page. */
  styles: Record<string, string>;
  /** Source of the expression that gives path → template. */
  templates: string;
  /** Source of every .js, by path with suffix. */
  scripts: Record<string, string>;
}

/** Sizes in CSS px, those of a common phone. */
export interface Device {
  width: number;
  height: number;
  statusBarHeight: number;
  navigationBarHeight: number;
  tabBarHeight: number;
}

export interface HostInput {
  app: CompiledApp;
  device: Device;
  /** Path with query of the first page; the first of app.json when empty. */
  entry: string;
  /** What earlier runs stored: key → JSON of `{ data }`. */
  storage: Record<string, string>;
  connected: boolean;
}

export interface RequestMessage {
  id: number;
  url: string;
  method: string;
  header: Record<string, string>;
  body?: string;
  timeoutMs: number;
}

/** `failure` is what WeChat would put after `request:fail `. */
export type RequestReply =
  | { failure: string }
  | { statusCode: number; header: Record<string, string>; cookies: string[]; body: string };

/** Where an error came from, and what it says. */
export interface HostError {
  source: string;
  message: string;
}

export interface SetDataRow {
  page: string;
  calls: number;
  bytes: number;
  largestBytes: number;
  /** Data path without indexes → times it was set. */
  keys: Record<string, number>;
}

/** What the driver may ask of the host, on `window.weappHost`. */
export interface HostHandle {
  path(): string;
  stack(): string[];
  packages(): string[];
  setDataRows(): SetDataRow[];
  connect(connected: boolean): void;
  prepareAnswer(api: string, answer: { result?: unknown; failure?: string }): void;
  leftoverAnswers(): string[];
  share(kind: 'message' | 'timeline'): Promise<unknown>;
  shared(): unknown[];
  pullDown(): Promise<void>;
  background(): void;
  foreground(): void;
}

/** Functions that the driver puts on `window` before the host starts. */
export interface DriverBridge {
  weappRequest(message: RequestMessage): Promise<RequestReply>;
  weappAbort(id: number): Promise<void>;
  weappStore(key: string, value: string | null): Promise<void>;
  weappError(error: HostError): Promise<void>;
}
