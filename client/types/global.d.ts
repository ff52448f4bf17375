/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.svg';

/** Constants put in by the build; see config/index.ts. */
declare const SERVICE_ORIGIN: string;
declare const SPEECH_PLUGIN: string;
declare const APP_VERSION: string;
