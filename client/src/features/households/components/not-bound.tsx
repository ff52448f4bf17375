import { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayAge } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { open } from '@/platform/navigate';
import { scanCard } from '@/platform/scan-card';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Tag } from '@/ui/tag';
import { Ways } from '@/ui/ways';

type Request = OutputOf<typeof householdsContract.mine>['request'];

interface Props {
  readonly request: Request;
  readonly onChanged: () => void;
}

/** Not of a household yet: the card at home is the quick way, asking somebody of the village the other. */
export function NotBound({ request, onChanged }: Props) {
  return (
    <>
      <Card title="还没有绑定到户">
        <Prose>绑定以后，看得到您家的登记和亲戚。家里有村里发的户卡，扫一扫就行。</Prose>
        <Ways>
          {process.env.TARO_ENV === 'weapp' && (
            <ActionButton filled onPress={() => void scan()}>
              扫户卡
            </ActionButton>
          )}
          <ActionButton filled={process.env.TARO_ENV !== 'weapp'} onPress={() => open(paths.bindByCard())}>
            输入户卡编码
          </ActionButton>
        </Ways>
      </Card>
      {request ? <Asked request={request} onChanged={onChanged} /> : <NoCard />}
    </>
  );
}

async function scan(): Promise<void> {
  const code = await scanCard();
  if (code !== undefined) open(paths.bindByCard(code));
}

function NoCard() {
  return (
    <Card title="没有户卡？">
      <Prose>写上姓名和住处，组长、院落长或网格员认得您，就帮您绑定。</Prose>
      <Ways>
        <ActionButton onPress={() => open(paths.askToBind)}>请村里人帮忙</ActionButton>
      </Ways>
    </Card>
  );
}

function Asked({ request, onChanged }: { readonly request: NonNullable<Request>; readonly onChanged: () => void }) {
  const withdraw = useAction(async () => {
    await api(householdsContract.withdrawRequest, {});
    onChanged();
  });
  const isRefused = request.state === 'refused';
  return (
    <Card
      title="请村里人帮忙绑定"
      aside={isRefused ? <Tag tone="madder">没有通过</Tag> : <Tag tone="ochre">等村里人看</Tag>}
    >
      <Prose>
        {request.name}，{request.regionName}，{sayAge(Date.parse(request.askedAt), Date.now())}提交
      </Prose>
      {isRefused && <Prose>原因：{request.reason}</Prose>}
      <ProblemNote problem={withdraw.problem} />
      <Ways>
        {isRefused ? (
          <ActionButton onPress={() => open(paths.askToBind)}>再写一次</ActionButton>
        ) : (
          <ActionButton onPress={withdraw.run}>{withdraw.busy ? '正在撤回…' : '不申请了'}</ActionButton>
        )}
      </Ways>
    </Card>
  );
}
