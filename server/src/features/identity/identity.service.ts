/** Signing in and out, and who stands behind a token. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { ROLE_NAMES, type Role } from '@xiangyue/shared/kernel/access';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { hashSecret, newId, newSecret } from '../../platform/auth/secrets';
import { CONFIG, type Config } from '../../platform/config/config';
import { type ErasedPart, PersonalData, type PersonalRecord } from '../../platform/personal-data/personal-data';
import { WechatClient } from '../../platform/wechat/wechat-client';
import { WechatError } from '../../platform/wechat/wechat-error';
import { MessagesService } from '../messages/messages.service';
import { RegionsService } from '../regions/regions.service';
import { DesktopSignInsStore } from './desktop-sign-ins.store';
import { isRunning, nameInHistory, PeopleStore, runningGrants } from './people.store';
import { PersonCodesStore } from './person-codes.store';
import { type Device, SessionsStore } from './sessions.store';

const DAY_MS = 24 * 3600_000;
/** A phone that was not opened for a month signs in again; WeChat does so without asking anything. */
const SESSION_MS = 30 * DAY_MS;
/** A desktop in an office is shared more easily than a phone. */
const DESKTOP_SESSION_MS = 12 * 3600_000;
/** The end is put off at most once a day: a write with every read would cost more than it tells. */
const EXTEND_AFTER_MS = DAY_MS;
/** Grants that are read at a time. */
const HOLDERS_A_PAGE = 500;
const DESKTOP_CODE_MS = 2 * 60_000;

const DEVICE_NAMES: Record<Device, string> = { wechat: '手机微信', desktop: '电脑', demo: '演示登录' };

type Session = OutputOf<typeof identityContract.signInWithWechat>;

const ERASES: ErasedPart = {
  erased: ['您的姓名', '微信给的编号：以后再用同一个微信登录，就是一个新的空账号', '所有设备上的登录'],
  kept: [],
};
const ERASES_AN_OFFICE_HOLDER: ErasedPart = {
  ...ERASES,
  kept: [
    {
      what: '任过职的，职务和起止时间，不带姓名，显示为“已注销用户”',
      why: '任职期间经办的事要查得到是哪个职务办的',
    },
  ],
};

@Provide()
@Scope(ScopeEnum.Singleton)
export class IdentityService {
  @Inject()
  private readonly people!: PeopleStore;

  @Inject()
  private readonly sessions!: SessionsStore;

  @Inject()
  private readonly personCodes!: PersonCodesStore;

  @Inject()
  private readonly desktopSignIns!: DesktopSignInsStore;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly messages!: MessagesService;

  @Inject()
  private readonly wechat!: WechatClient;

  @Inject()
  private readonly personalData!: PersonalData;

  @Inject(CONFIG)
  private readonly config!: Config;

  @Init()
  init(): void {
    this.personalData.register({
      key: 'identity',
      title: '我的账号',
      foretells: ERASES_AN_OFFICE_HOLDER,
      gather: (personId) => this.gather(personId),
      erase: (personId, now) => this.erase(personId, now),
    });
  }

  /** Exchanges the code of wx.login for a session. Problems: `identity.codeRefused`, `identity.wechatAway`, `identity.closed`. */
  async signInWithWechat(code: string, now: Date): Promise<Session> {
    const openid = await this.openidOf(code);
    const person = await this.people.findOrMakeByAccount(`${this.config.WECHAT_APP_ID}:${openid}`, newId(now), now);
    return this.startSession(person.id, 'wechat', now);
  }

  private async openidOf(code: string): Promise<string> {
    try {
      return (await this.wechat.code2Session(code)).openid;
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      const refused = error.kind === 'codeInvalid' || error.kind === 'codeUsed' || error.kind === 'userBlocked';
      throw Object.assign(problem(refused ? 'identity.codeRefused' : 'identity.wechatAway'), { cause: error });
    }
  }

  /** A session for a person who is known for certain; its token is told this once. Problems: `identity.closed`. */
  async startSession(personId: string, device: Device, now: Date): Promise<Session> {
    // Who is deleted a moment later gets a session that `actorOf` refuses, and that the erasure's second round takes.
    if ((await this.people.find(personId))?.state) throw problem('identity.closed');
    const token = newSecret();
    const expiresAt = new Date(now.getTime() + lengthOf(device));
    await this.sessions.insert({ id: hashSecret(token), personId, device, startedAt: now, lastSeenAt: now, expiresAt });
    return { token, personId, expiresAt: expiresAt.toISOString() };
  }

  /** Who a token belongs to, with the roles that run now. Problems: `session.ended`. */
  async actorOf(token: string, now: Date): Promise<Actor> {
    const session = await this.sessions.findRunning(hashSecret(token), now);
    const person = session && (await this.people.find(session.personId));
    if (!session || !person || person.state) throw problem('session.ended');
    if (now.getTime() - session.lastSeenAt.getTime() > EXTEND_AFTER_MS)
      await this.sessions.extend(session.id, now, new Date(now.getTime() + lengthOf(session.device)));
    return { personId: person.id, sessionId: session.id, grants: runningGrants(person, now) };
  }

  /** How each of the people is called in histories; somebody who was deleted and somebody without a name are told apart. */
  async namesOf(personIds: readonly string[]): Promise<Map<string, string>> {
    const people = await this.people.findMany([...new Set(personIds)]);
    return new Map(people.map((person) => [person.id, nameInHistory(person) ?? '没有填姓名的人']));
  }

  /** Who holds one of the roles in the region or below it, a page at a time; somebody with two of them may come twice. */
  async *holdersBelow(regionId: string, roles: readonly Role[], now: Date): AsyncGenerator<readonly string[]> {
    let after: { personId: string; grantId: string } | undefined;
    do {
      const page = await this.people.listRunningGrants(regionId, now, after, HOLDERS_A_PAGE);
      yield page.flatMap(({ personId, grant }) => (roles.includes(grant.role) ? [personId] : []));
      const last = page.length === HOLDERS_A_PAGE ? page.at(-1) : undefined;
      after = last && { personId: last.personId, grantId: last.grant.id };
    } while (after);
  }

  /** The ids by which WeChat knows the people; none for whoever has no account there or is leaving. */
  async openidsOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const start = `${this.config.WECHAT_APP_ID}:`;
    const accounts = await this.people.accountsOf(personIds);
    return new Map(
      [...accounts].flatMap(([personId, own]) => {
        const account = own.find((one) => one.startsWith(start));
        return account === undefined ? [] : [[personId, account.slice(start.length)] as const];
      }),
    );
  }

  /** The first step of a deletion: every session ends, and no new one begins. Repeating is harmless. */
  async close(personId: string): Promise<void> {
    await this.people.startErasing(personId);
    await this.sessions.removeAll(personId);
    await this.personCodes.remove(personId);
    await this.desktopSignIns.removeAll(personId);
  }

  /** The last step, after every part has erased its own. */
  async bury(personId: string): Promise<void> {
    await this.people.finishErasing(personId);
  }

  private async gather(personId: string): Promise<readonly PersonalRecord[]> {
    const person = await this.people.findDocument(personId);
    if (!person) return [];
    const names = await this.regions.namesOf(person.grants.map(({ regionId }) => regionId));
    const sessions = await this.sessions.listAll(personId);
    return [
      { 编号: person.id, 姓名: person.name, 微信账号: person.accounts, 登记时间: person.createdAt.toISOString() },
      ...person.grants.map(({ role, regionId, grantedAt, endsAt, revokedAt }) => ({
        职务: ROLE_NAMES[role],
        地方: names.get(regionId) ?? regionId,
        从: grantedAt.toISOString(),
        到: (revokedAt ?? endsAt).toISOString(),
      })),
      ...sessions.map(({ device, startedAt, lastSeenAt }) => ({
        登录的设备: DEVICE_NAMES[device],
        登录时间: startedAt.toISOString(),
        最后使用: lastSeenAt.toISOString(),
      })),
    ];
  }

  private async erase(personId: string, now: Date): Promise<ErasedPart> {
    await this.close(personId);
    await this.people.anonymise(personId, now);
    const person = await this.people.find(personId);
    return person && person.grants.length > 0 ? ERASES_AN_OFFICE_HOLDER : ERASES;
  }

  async signOut(actor: Actor): Promise<Record<string, never>> {
    await this.sessions.remove(actor.sessionId, actor.personId);
    return {};
  }

  async me(actor: Actor, now: Date): Promise<OutputOf<typeof identityContract.me>> {
    const person = await this.people.find(actor.personId);
    if (!person) throw problem('session.ended');
    const running = person.grants.filter((grant) => isRunning(grant, now));
    const names = await this.regions.namesOf(running.map(({ regionId }) => regionId));
    return {
      id: person.id,
      name: person.name,
      roles: running.map(({ role, regionId, endsAt }) => ({
        role,
        roleName: ROLE_NAMES[role],
        regionId,
        regionName: names.get(regionId) ?? '',
        endsOn: localDateOf(endsAt.getTime()),
      })),
    };
  }

  async rename(actor: Actor, name: string): Promise<Record<string, never>> {
    await this.people.rename(actor.personId, name);
    return {};
  }

  async mySessions(actor: Actor, now: Date): Promise<OutputOf<typeof identityContract.mySessions>> {
    const sessions = await this.sessions.list(actor.personId, now);
    return {
      sessions: sessions.map(({ id, device, startedAt, lastSeenAt }) => ({
        id,
        device,
        startedAt: startedAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        current: id === actor.sessionId,
      })),
    };
  }

  /** Problems: `identity.sessionUnknown`, also for another person's session. */
  async endSession(actor: Actor, sessionId: string): Promise<Record<string, never>> {
    if (!(await this.sessions.remove(sessionId, actor.personId))) throw problem('identity.sessionUnknown');
    return {};
  }

  /** A desktop's request; good for two minutes. */
  async askDesktopSignIn(now: Date): Promise<OutputOf<typeof identityContract.askDesktopSignIn>> {
    const id = newId(now);
    const scanCode = newSecret();
    const secret = newSecret();
    const expiresAt = new Date(now.getTime() + DESKTOP_CODE_MS);
    await this.desktopSignIns.insert({
      id,
      state: 'waiting',
      scanCodeHash: hashSecret(scanCode),
      secretHash: hashSecret(secret),
      expiresAt,
    });
    return { id, scanCode, secret, expiresAt: expiresAt.toISOString() };
  }

  /** Problems: `identity.desktopUnknown`, `identity.desktopEnded`. */
  async confirmDesktopSignIn(actor: Actor, id: string, scanCode: string, now: Date): Promise<Record<string, never>> {
    if (await this.desktopSignIns.confirm(id, hashSecret(scanCode), actor.personId, now)) return {};
    const signIn = await this.desktopSignIns.find(id);
    // A wrong code is told like an unknown request: the two must not be told apart by trying.
    throw problem(
      signIn && signIn.scanCodeHash === hashSecret(scanCode) ? 'identity.desktopEnded' : 'identity.desktopUnknown',
    );
  }

  /** Problems: `identity.desktopUnknown`, `identity.desktopEnded`. */
  async collectDesktopSignIn(
    id: string,
    secret: string,
    now: Date,
  ): Promise<OutputOf<typeof identityContract.collectDesktopSignIn>> {
    const collected = await this.desktopSignIns.collect(id, hashSecret(secret), now);
    if (collected?.personId !== undefined) {
      await this.messages.send(
        {
          key: `desktop/${id}`,
          personId: collected.personId,
          kind: 'identity.desktopSignedIn',
          text: '您在手机上同意了一台电脑登录。不是您本人同意的，就到“我的设备”让它退出。',
        },
        now,
      );
      return { state: 'confirmed', session: await this.startSession(collected.personId, 'desktop', now) };
    }
    const signIn = await this.desktopSignIns.find(id);
    if (!signIn || signIn.secretHash !== hashSecret(secret)) throw problem('identity.desktopUnknown');
    if (signIn.state !== 'waiting' || signIn.expiresAt <= now) throw problem('identity.desktopEnded');
    return { state: 'waiting', session: null };
  }
}

function lengthOf(device: Device): number {
  return device === 'desktop' ? DESKTOP_SESSION_MS : SESSION_MS;
}
