import { View } from '@tarojs/components';
import { aria } from '@/ui/aria';
import { Card } from '@/ui/card';
import { Tag } from '@/ui/tag';
import type { RosterImport, useRoster } from '../use-roster';
import { Findings } from './findings';
import { Preview } from './preview';
import './current-import.scss';

interface Props {
  readonly regionId: string;
  readonly of: RosterImport;
  readonly roster: Pick<ReturnType<typeof useRoster>, 'apply' | 'discard'>;
}

/** The file at hand: what the service is doing with it, what it found, or what it did. */
export function CurrentImport({ regionId, of: current, roster }: Props) {
  const { id, state, fileName, progress, fault, findingCount, counts } = current;
  if (progress !== null)
    return (
      <Card title={fileName}>
        <View className="current-import__progress" {...aria({ role: 'status' })}>
          <View className="current-import__wheel" {...aria({ hidden: true })} />
          <View>{progress}…</View>
        </View>
        <View className="current-import__note">可以离开这一页，过一会儿回来看。</View>
      </Card>
    );
  if (state === 'failed')
    return (
      <Card title={fileName} aside={<Tag tone="madder">没有成</Tag>}>
        <View className="current-import__fault">{fault?.title ?? '没有办成'}</View>
        <View className="current-import__note">{fault?.advice ?? '请再上传一次'}</View>
      </Card>
    );
  if (state === 'rejected')
    return <Findings key={id} regionId={regionId} importId={id} fileName={fileName} count={findingCount} />;
  if (state === 'checked') return <Preview of={current} roster={roster} />;
  return (
    <Card title={fileName} aside={<Tag tone="tea">已写进名册</Tag>}>
      <View className="current-import__done">
        {counts &&
          `写好了：新登记 ${counts.newHouseholds} 户，改动 ${counts.changedHouseholds} 户，新增 ${counts.newPeople} 人；${counts.unchangedHouseholds} 户没有变化。`}
      </View>
    </Card>
  );
}
