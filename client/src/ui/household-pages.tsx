import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Loading } from '@/ui/loading';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';

interface Props {
  readonly regionId: string;
  /** What name, number or door must have; empty for all. */
  readonly words: string;
  readonly onOpen: (householdId: string) => void;
}

/** The households of a place, page by page. */
export function HouseholdPages({ regionId, words, onOpen }: Props) {
  const asked = { regionId, ...(words !== '' && { words }) };
  const first = useApi(registerContract.households, asked, { keep: false });
  const list = usePages(registerContract.households, first, ({ next }) => (next ? { ...asked, after: next } : null));
  const households = list.pages.flatMap((page) => page.households);
  return (
    <Result of={first} loading={<Loading lines={8} />}>
      {() =>
        households.length === 0 ? (
          <Empty title={words === '' ? '这里还没有登记的户' : `没有找到“${words}”`}>
            {words === '' ? undefined : '换一个姓名、户号或门牌试试。'}
          </Empty>
        ) : (
          <>
            <Card flush>
              {households.map((one) => (
                <Row
                  key={one.id}
                  lead={one.number}
                  title={one.maskedHeadName}
                  note={[one.groupName, one.door || one.courtyardName].filter(Boolean).join('，')}
                  aside={`${one.memberCount} 人，${one.boundCount} 人已绑定`}
                  onPress={() => onOpen(one.id)}
                />
              ))}
            </Card>
            <LoadMore of={list} words="再看 30 户" />
          </>
        )
      }
    </Result>
  );
}
