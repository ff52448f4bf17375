import { useRouter } from '@tarojs/taro';
import {
  CAMPAIGN_MOVES,
  type CampaignMoveName,
  type CampaignState,
  campaignMovesFrom,
} from '@xiangyue/shared/features/antifraud/campaign.rules';
import { CAMPAIGN_WHY_MAX_CHARACTERS, campaignsContract } from '@xiangyue/shared/features/antifraud/campaigns.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { FormCard } from '@/ui/form-card';
import { Page } from '@/ui/page';
import { ProblemNote } from '@/ui/problem-note';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { TextArea } from '@/ui/text-area';
import { Ways } from '@/ui/ways';
import { type Campaign, CampaignReport } from '../../components/campaign-report';

/** While it is being sent the page asks again by itself. */
const AGAIN_MS: Readonly<Record<CampaignState, number>> = {
  planned: 5_000,
  running: 2_000,
  paused: 0,
  stopped: 0,
  done: 0,
};

/** 一次提醒: how far it has come, and the ways to hold it. */
export default function CampaignPage() {
  const { regionId = '', campaignId = '' } = useRouter().params;
  const found = useApi(
    campaignsContract.campaign,
    { regionId, campaignId },
    { everyMs: ({ state }) => AGAIN_MS[state], asksAnew: true },
  );
  return (
    <Page title="一次提醒" shows={[found]}>
      <SignedIn why="登录以后，才看得到发到哪里了。">
        <Result of={found}>
          {(campaign) => (
            <>
              <CampaignReport of={campaign} />
              <Moves regionId={regionId} of={campaign} onDone={found.retry} />
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}

interface Props {
  readonly regionId: string;
  readonly of: Campaign;
  readonly onDone: () => void;
}

/** A stop cannot be taken back, so it is asked about. */
function Moves({ regionId, of: { id: campaignId, revision, state }, onDone }: Props) {
  const [isStopping, setStopping] = useState(false);
  const [why, setWhy] = useState('');
  const move = useAction(async (name: CampaignMoveName) => {
    await api(campaignsContract.move, { regionId, campaignId, revision, move: name, why: why.trim() || undefined });
    setStopping(false);
    onDone();
  });
  const moves = campaignMovesFrom(state);
  if (moves.length === 0) return null;
  if (isStopping)
    return (
      <FormCard
        title="不发了？"
        of={move}
        act="不发了"
        acting="正在停…"
        onAct={() => move.run('stop')}
        leave="接着发"
        onLeave={() => setStopping(false)}
      >
        已经发出去的收不回来，没发的不再发。
        <TextArea
          label="为什么（可以不写）"
          value={why}
          onChange={setWhy}
          maxCharacters={CAMPAIGN_WHY_MAX_CHARACTERS}
        />
      </FormCard>
    );
  return (
    <>
      <ProblemNote problem={move.problem} />
      <Ways>
        {moves.map((name) => (
          <ActionButton key={name} onPress={() => (name === 'stop' ? setStopping(true) : move.run(name))}>
            {CAMPAIGN_MOVES[name].name}
          </ActionButton>
        ))}
      </Ways>
    </>
  );
}
