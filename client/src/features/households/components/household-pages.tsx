import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { useState } from 'react';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Loading } from '@/ui/loading';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { Ways } from '@/ui/ways';

interface Props {
  readonly regionId: string;
  /** What name, number or door must have; empty for all. */
  readonly words: string;
  readonly onOpen: (householdId: string) => void;
}

/** The households of a place in pages, one under the other. */
export function HouseholdPages({ regionId, words, onOpen }: Props) {
  const [starts, setStarts] = useState<(string | undefined)[]>([undefined]);
  return (
    <>
      {starts.map((after, i) => (
        <HouseholdPage
          key={after ?? ''}
          regionId={regionId}
          words={words}
          after={after}
          onOpen={onOpen}
          onMore={i === starts.length - 1 ? (next) => setStarts([...starts, next]) : undefined}
        />
      ))}
    </>
  );
}

interface PageProps extends Props {
  readonly after: string | undefined;
  /** Of the last page in sight. */
  readonly onMore: ((next: string) => void) | undefined;
}

function HouseholdPage({ regionId, words, after, onOpen, onMore }: PageProps) {
  const query = { regionId, ...(words !== '' && { words }), ...(after !== undefined && { after }) };
  const page = useApi(registerContract.households, query, { keep: false });
  return (
    <Result of={page} loading={<Loading lines={8} />}>
      {({ households, next }) =>
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
            {next !== null && onMore && (
              <Ways>
                <ActionButton onPress={() => onMore(next)}>再看 30 户</ActionButton>
              </Ways>
            )}
          </>
        )
      }
    </Result>
  );
}
