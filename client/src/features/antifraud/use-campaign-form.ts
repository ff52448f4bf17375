import type { CampaignGroup } from '@xiangyue/shared/features/antifraud/campaign.rules';
import { campaignsContract } from '@xiangyue/shared/features/antifraud/campaigns.contract';
import { fraudCasesContract } from '@xiangyue/shared/features/antifraud/cases.contract';
import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { openBeside } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { startChoices } from './campaign-times';

/** Everybody at once, or so many at a time with half an hour between. */
export const WAVES = {
  all: { text: '一次发完', wavePeople: 100_000, waveGapMinutes: 0 },
  hundreds: { text: '一批 200 人，隔半小时', wavePeople: 200, waveGapMinutes: 30 },
  thousands: { text: '一批 2000 人，隔半小时', wavePeople: 2_000, waveGapMinutes: 30 },
} as const;

type Preview = OutputOf<typeof campaignsContract.preview>;

/** Which case, to whom, when. What is counted is forgotten as soon as the choice changes. */
export function useCampaignForm(regionId: string) {
  const townships = useApi(regionsContract.townships, {});
  const desk = useApi(fraudCasesContract.desk, { regionId });
  const [caseId, setCaseId] = useState<string>();
  const [villageIds, setVillageIds] = useState<readonly string[]>([]);
  const [groups, setGroups] = useState<readonly CampaignGroup[]>([]);
  const [openedAtMs] = useState(Date.now);
  const [start, setStart] = useState('now');
  const [wave, setWave] = useState<keyof typeof WAVES>('all');
  const [preview, setPreview] = useState<Preview>();

  const count = useAction(async () => {
    const audience = { regionId, villageIds: [...villageIds], groups: [...groups] };
    setPreview(await api(campaignsContract.preview, audience));
  });
  const create = useAction(async (chosen: string) => {
    const { wavePeople, waveGapMinutes } = WAVES[wave];
    // "Now" is when it is sent, not when the form was opened.
    const startsAt =
      startChoices(Date.now()).find(({ value }) => value === start)?.startsAt ?? new Date().toISOString();
    const { id } = await api(campaignsContract.create, {
      regionId,
      caseId: chosen,
      villageIds: [...villageIds],
      groups: [...groups],
      startsAt,
      wavePeople,
      waveGapMinutes,
    });
    openBeside(paths.campaign(regionId, id));
  });

  const villages = (townships.data?.townships ?? []).flatMap(({ id, villages: below }) =>
    below.filter((village) => village.id === regionId || id === regionId),
  );
  return {
    cases: desk.data?.cases.filter(({ state }) => state === 'published') ?? [],
    answers: [townships, desk],
    villages,
    starts: startChoices(openedAtMs),
    caseId,
    villageIds,
    groups,
    start,
    wave,
    preview,
    setCaseId,
    setStart,
    setWave,
    setVillageIds: (ids: string[]) => {
      setVillageIds(ids);
      setPreview(undefined);
    },
    setGroups: (chosen: CampaignGroup[]) => {
      setGroups(chosen);
      setPreview(undefined);
    },
    count,
    create,
  };
}
