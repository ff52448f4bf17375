import { sayMinutes, type YearFigures, type YearTarget } from '@xiangyue/shared/features/legal/service-log.rules';
import { Card } from '@/ui/card';
import { Row } from '@/ui/row';

interface Props {
  readonly title: string;
  readonly figures: YearFigures;
  readonly target: YearTarget;
}

/** What a year of service amounts to, beside what the town asks. */
export function YearCard({ title, figures, target }: Props) {
  const asked = (value: number | null, unit: string) => (value === null ? undefined : `一年 ${value} ${unit}`);
  return (
    <Card flush title={title}>
      <Row title="服务时间" note={asked(target.hours, '小时')} aside={sayMinutes(figures.minutes)} />
      <Row title="到村里" note={asked(target.visits, '天')} aside={`${figures.visits} 天`} />
      <Row title="普法讲座" note={asked(target.lectures, '次')} aside={`${figures.lectures} 次`} />
      <Row title="解答问题" aside={`${figures.answers} 个`} />
    </Card>
  );
}
