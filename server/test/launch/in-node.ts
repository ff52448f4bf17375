import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const LAUNCH = path.join(__dirname, '../../launch');

/**
 * Runs the launcher's own modules as they are run: in Node itself, which jest's module system is not.
 * @param file a module of server/launch, whose exports `body` sees as `m`
 * @param body statements that end with a return
 * @param input what `body` sees as `input`
 */
export function inNode<Result>(file: string, body: string, input: unknown = null): Result {
  const script = `
    import * as m from ${JSON.stringify(pathToFileURL(path.join(LAUNCH, file)).href)};
    const input = ${JSON.stringify(input)};
    const result = await (async () => { ${body} })();
    process.stdout.write('\\n' + JSON.stringify(result ?? null));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return JSON.parse(output.slice(output.lastIndexOf('\n')));
}

/** The message of what `body` throws; null when it does not. */
export function refusal(file: string, body: string, input?: unknown): string | null {
  return inNode(file, `try { ${body} } catch (error) { return error.message; } return null;`, input);
}
