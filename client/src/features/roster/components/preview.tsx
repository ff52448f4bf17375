import { View } from '@tarojs/components';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Tag } from '@/ui/tag';
import { Ways } from '@/ui/ways';
import type { RosterImport, useRoster } from '../use-roster';
import './preview.scss';

interface Props {
  readonly of: RosterImport;
  readonly roster: Pick<ReturnType<typeof useRoster>, 'apply' | 'discard'>;
}

/** What writing would do, before anything is done. */
export function Preview({ of: { id, fileName, counts, missing, unreadColumns, unreadSheets }, roster }: Props) {
  const { apply, discard } = roster;
  if (!counts) return null;
  const { people, newHouseholds, changedHouseholds, unchangedHouseholds, newPeople, missingPeople } = counts;
  const changesNothing = newHouseholds + changedHouseholds === 0;
  const figures = [
    ['新登记', `${newHouseholds} 户`],
    ['有改动', `${changedHouseholds} 户`],
    ['没有变化', `${unchangedHouseholds} 户`],
    ['新增', `${newPeople} 人`],
  ] as const;
  return (
    <Card title={fileName} aside={<Tag tone="tea">检查通过</Tag>}>
      <View className="preview__lead">
        {changesNothing
          ? `表里一共 ${people} 人，和名册里的一样，不用写。`
          : `表里一共 ${people} 人，没有要改的地方。写进名册的话：`}
      </View>
      <View className="preview__figures">
        {figures.map(([label, value]) => (
          <View key={label} className="preview__figure">
            <View className="preview__value">{value}</View>
            <View className="preview__label">{label}</View>
          </View>
        ))}
      </View>
      {missingPeople > 0 && (
        <View className="preview__block">
          <View>{`名册里有、表里没有的 ${missingPeople} 人，会留在名册里：`}</View>
          <View className="preview__names">
            {missing.map(({ villageName, number, name }) => `${villageName} ${number} 户 ${name}`).join('、')}
            {missing.length < missingPeople && '……'}
          </View>
          <View className="preview__names">去世或迁出的，请在户册里一个一个办。</View>
        </View>
      )}
      <Unread what="没有看的列" names={unreadColumns} />
      <Unread what="没有看的表" names={unreadSheets} />
      <ProblemNote problem={apply.problem ?? discard.problem} />
      <Ways stacked>
        {!changesNothing && (
          <ActionButton filled icon="check" onPress={() => apply.run(id)}>
            {apply.busy ? '正在开始…' : '写进名册'}
          </ActionButton>
        )}
        <ActionButton filled={changesNothing} onPress={() => discard.run(id)}>
          {changesNothing ? '知道了' : '放弃这份表'}
        </ActionButton>
      </Ways>
    </Card>
  );
}

function Unread({ what, names }: { readonly what: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return <View className="preview__block preview__names">{`${what}：${names.join('、')}`}</View>;
}
