/** The service's configuration: environment variables, checked once at start. `.env.example` explains each in Chinese. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { filesEnvironment } from '../files/files-setup';
import { WECHAT_API_URL } from '../wechat/exchange';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/**
 * Demo mode only, where everybody in the database is invented: the demo needs no setting up. Production never gets it.
 */
const DEMO_PERSONAL_DATA_KEY = Buffer.alloc(32, '演示').toString('base64');
/** 32 bytes or more. */
const BASE64_KEY = /^[A-Za-z0-9+/_-]{43,}={0,2}$/;

const templates = z
  .string()
  .regex(/^([\w-]{20,64}(\s*,\s*[\w-]{20,64})*)?$/, '应是用逗号隔开的模板编号')
  .default('')
  .transform((text) => text.split(',').flatMap((id) => id.trim() || []));

const environment = z
  .object({
    /** demo: the demo township is seeded and the demo identities exist. production: neither, and nothing migrates by itself. */
    XIANGYUE_MODE: z.enum(['production', 'demo']).default('production'),
    HOST: z.string().min(1).default('127.0.0.1'),
    /** 0 lets the system choose; tests do. */
    PORT: z.coerce.number().int().min(0).max(65_535).default(7001),
    MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, '应以 mongodb:// 或 mongodb+srv:// 开头'),
    MONGODB_DATABASE: z
      .string()
      .regex(/^[a-zA-Z0-9_-]{1,38}$/)
      .default('xiangyue'),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    /** Set to true only behind our own reverse proxy: it makes `X-Forwarded-For` and `-Proto` believed. */
    TRUST_PROXY: flag.default(false),
    /** How long one process answers the same public read from memory. 0 switches it off. */
    PUBLIC_CACHE_MS: z.coerce.number().int().min(0).max(60_000).default(1_000),
    /** Where WeChat's server interface is; another address only for tests and the demo's stand-in. */
    WECHAT_BASE_URL: z
      .url()
      .transform((url) => url.replace(/\/+$/, ''))
      .default(WECHAT_API_URL),
    /** Of the county's mini-program. Empty: nobody can sign in through WeChat, everything public still works. */
    WECHAT_APP_ID: z.string().default(''),
    WECHAT_APP_SECRET: z.string().default(''),
    /** Subscribe-message templates of the mini-program, with commas. Empty: nobody is asked whether WeChat may remind them. */
    WECHAT_TEMPLATES: templates,
    /** Those of them whose leave lasts (长期订阅, only for government services): nothing is used up by a message. */
    WECHAT_LONG_TERM_TEMPLATES: templates,
    /** The one of them that warns of frauds. Empty: warnings are found in the app only. */
    WECHAT_WARNING_TEMPLATE: z
      .string()
      .regex(/^([\w-]{20,64})?$/, '应是一个模板编号')
      .default(''),
    /** Its fields, in the order: what it is about, what to answer. Each is a `thing` of at most 20 characters. */
    WECHAT_WARNING_FIELDS: z
      .string()
      .regex(/^thing\d{1,3}(,thing\d{1,3})?$/, '应是 thing1,thing2 这样的一项或两项')
      .default('thing1,thing2')
      .transform((text) => text.split(',')),
    /** Messages that one process sends to WeChat at a time. */
    WECHAT_SEND_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(10),
    /**
     * Seals identity and phone numbers: base64 of 32 random bytes. Several, with commas: the first seals, all open, the last
     * (the oldest) is what look-ups are hashed with and stays for as long as the data.
     */
    PERSONAL_DATA_KEY: z
      .string()
      .default('')
      .transform((text) => text.split(',').map((key) => key.trim())),
    /** Whether the web process also does later work; false where `npm run worker` runs beside it. */
    JOBS_IN_PROCESS: flag.default(true),
    /** The folder of the built H5 app, served under `/`. Unset: only the API is served. */
    H5_DIR: z.string().min(1).optional(),
    ...filesEnvironment,
  })
  .superRefine((config, context) => {
    if (config.XIANGYUE_MODE !== 'production') return;
    for (const [name, message] of productionRefusals(config))
      context.addIssue({ code: 'custom', path: [name], message });
  })
  .transform((config) => {
    const isMissing = config.PERSONAL_DATA_KEY.join() === '';
    return isMissing ? { ...config, PERSONAL_DATA_KEY: [DEMO_PERSONAL_DATA_KEY] } : config;
  });

/** What a demo may leave open and a county may not. */
function productionRefusals(config: {
  FILES_KEY?: string | undefined;
  WECHAT_BASE_URL: string;
  PERSONAL_DATA_KEY: readonly string[];
}): Array<[string, string]> {
  const refusals: Array<[string, string]> = [];
  if (config.FILES_KEY === undefined)
    refusals.push(['FILES_KEY', '正式运行必须填写，至少 32 个字符；可用 openssl rand -hex 32 生成']);
  if (!config.PERSONAL_DATA_KEY.every((key) => BASE64_KEY.test(key)))
    refusals.push([
      'PERSONAL_DATA_KEY',
      '正式运行必须填写，用来保管身份证号和手机号；可用 openssl rand -base64 32 生成',
    ]);
  // The mini-program's secret goes there with every sign-in.
  if (!config.WECHAT_BASE_URL.startsWith('https://'))
    refusals.push(['WECHAT_BASE_URL', '正式运行只能用 https:// 开头的地址']);
  return refusals;
}

export type Config = Readonly<z.output<typeof environment>>;

/** The name under which the container holds the configuration. */
export const CONFIG = 'xiangyue:config';

/** The environment, with what a `.env` file in the working folder adds; a variable that is already set wins. */
export function environmentWithFile(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** Reads and checks the environment. Throws one Error whose message names every wrong variable, for the operator. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const result = environment.safeParse(env);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}：${issue.message}`);
  throw new Error(`配置不对，服务没有启动。请按 .env.example 检查：\n${lines.join('\n')}`);
}
