import { View } from '@tarojs/components';
import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import './looks.scss';

type Look = OutputOf<typeof privacyContract.looks>['looks'][number];

/** A page of looks, and below it, once asked for, the page before. @param after where the later page ended */
export function Looks({ after }: { readonly after?: string }) {
  const page = useApi(privacyContract.looks, { after }, { keep: false });
  const [isMoreAsked, setIsMoreAsked] = useState(false);
  return (
    <Result of={page}>
      {({ looks, next }) => {
        if (looks.length === 0) return <Empty title="还没有工作人员看过您的资料">以后有人看，这里就会多一条。</Empty>;
        return (
          <>
            <Card flush>
              {looks.map((look) => (
                <Row
                  key={look.id}
                  title={`${look.name}${look.what}`}
                  note={sayLook(look)}
                  aside={look.scope === 'group' && <Tag tone="indigo">名单里有您</Tag>}
                />
              ))}
            </Card>
            {next !== null && !isMoreAsked && (
              <View className="looks__more">
                <ActionButton onPress={() => setIsMoreAsked(true)}>看更早的</ActionButton>
              </View>
            )}
            {next !== null && isMoreAsked && <Looks after={next} />}
          </>
        );
      }}
    </Result>
  );
}

function sayLook({ offices, firstAt, lastAt, times }: Look): string {
  const when = sayMoment(Date.parse(lastAt), Date.now());
  const often = times > 1 ? `，从${sayMoment(Date.parse(firstAt), Date.now())}起共 ${times} 次` : '';
  return `${offices.length > 0 ? `${offices.join('、')}，` : ''}${when}${often}`;
}
