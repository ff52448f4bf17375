import { adviserContract } from '@xiangyue/shared/features/legal/adviser.contract';
import { bookingContract } from '@xiangyue/shared/features/legal/booking.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayAppointment } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { type RememberedVillage, usePreferences } from '@/platform/preferences';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { Ways } from '@/ui/ways';
import { AdviserCard } from '../../components/adviser-card';
import { YearCard } from '../../components/year-card';

/** 法律顾问: who advises the village, and who else receives. */
export default function Advisers() {
  const village = usePreferences((preferences) => preferences.village);
  if (!village)
    return (
      <Page title="法律顾问">
        <Empty
          title="还没有选村"
          action={<ActionButton onPress={() => open(paths.chooseVillage)}>选我的村</ActionButton>}
        >
          每个村有自己的法律顾问。
        </Empty>
      </Page>
    );
  return <OfVillage village={village} />;
}

function OfVillage({ village }: { readonly village: RememberedVillage }) {
  const advisers = useApi(adviserContract.ofVillage, { villageId: village.id });
  const hosts = useApi(bookingContract.hosts, { villageId: village.id });
  return (
    <Page title="法律顾问" shows={[advisers, hosts]}>
      <PageHead title={`${village.name}的法律顾问`} note="有事先问一问，不收钱。说的话只有您和他知道。" />
      <Result of={advisers}>
        {({ advisers: shown }) =>
          shown.length === 0 ? (
            <Empty title="村里现在没有法律顾问">可以打 12348 法律服务热线，也可以到镇司法所问。</Empty>
          ) : (
            shown.map((adviser) => (
              <AdviserCard key={adviser.id} adviser={adviser}>
                <Prompt host={hosts.data?.hosts.find(({ id }) => id === adviser.id)} />
              </AdviserCard>
            ))
          )
        }
      </Result>
      <Receptions hosts={hosts.data?.hosts.filter(({ kind }) => kind === 'reception') ?? []} />
      <Card flush>
        <Row
          icon="history"
          title="我的预约"
          note="约了谁、什么时间，改时间、取消"
          onPress={() => open(paths.bookings)}
        />
      </Card>
      {advisers.data?.advisers.map(({ id, name }) => (
        <Year key={id} adviserId={id} name={name} villageId={village.id} />
      ))}
    </Page>
  );
}

type HostOfVillage = OutputOf<typeof bookingContract.hosts>['hosts'][number];

function Prompt({ host }: { readonly host: HostOfVillage | undefined }) {
  if (!host) return null;
  return (
    <>
      {host.nextFree !== null && <Prose>最早可以约：{sayAppointment(Date.parse(host.nextFree))}</Prose>}
      <Ways>
        <ActionButton filled onPress={() => open(paths.slots(host.id))}>
          约个时间
        </ActionButton>
      </Ways>
    </>
  );
}

/** 干部接访: leading cadres receive at set hours. */
function Receptions({ hosts }: { readonly hosts: readonly HostOfVillage[] }) {
  if (hosts.length === 0) return null;
  return (
    <Card flush title="干部接访">
      {hosts.map(({ id, name, post, nextFree }) => (
        <Row
          key={id}
          icon="people"
          title={name}
          note={nextFree === null ? `${post}，近期约满了` : `${post}，最早${sayAppointment(Date.parse(nextFree))}`}
          onPress={() => open(paths.slots(id))}
        />
      ))}
    </Card>
  );
}

function Year({
  adviserId,
  name,
  villageId,
}: {
  readonly adviserId: string;
  readonly name: string;
  readonly villageId: string;
}) {
  const adviser = useApi(adviserContract.find, { adviserId });
  const here = adviser.data?.villages.find(({ id }) => id === villageId);
  if (!adviser.data || !here) return null;
  return (
    <YearCard title={`${name} ${adviser.data.year} 年在${here.name}`} figures={here.figures} target={here.target} />
  );
}
