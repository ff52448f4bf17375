/** WeChat's reminders: one for each consent, asked for only from a tap (WeChat refuses anything else). The web has none. */
import Taro from '@tarojs/taro';

export interface ReminderAnswer {
  readonly template: string;
  readonly answer: 'accepted' | 'refused' | 'refusedForever';
}

/** WeChat asks for at most so many at a time. */
const ASKED_MAX = 5;

/** Asks for each template; nothing when WeChat could not ask. */
export async function askReminders(templates: readonly string[]): Promise<ReminderAnswer[]> {
  const asked = templates.slice(0, ASKED_MAX);
  try {
    const said = (await Taro.requestSubscribeMessage({ tmplIds: [...asked], entityIds: [] })) as object;
    const answerTo = new Map<string, unknown>(Object.entries(said));
    const forever = await refusedForever();
    return asked.map((template) => ({
      template,
      answer: answerTo.get(template) === 'accept' ? 'accepted' : forever(template) ? 'refusedForever' : 'refused',
    }));
  } catch {
    // Switched off as a whole, or this WeChat is too old: then nobody has answered anything.
    return [];
  }
}

/** What the person has told WeChat not to ask again. */
async function refusedForever(): Promise<(template: string) => boolean> {
  const { subscriptionsSetting: setting } = await Taro.getSetting({ withSubscriptions: true });
  const items: Readonly<Record<string, unknown>> = setting?.itemSettings ?? {};
  return (template) => setting?.mainSwitch === false || items[template] === 'reject';
}
