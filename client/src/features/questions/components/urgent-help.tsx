import { callNumber } from '@/platform/call';
import { Card } from '@/ui/card';
import { Row } from '@/ui/row';

/** Numbers first: whoever is in danger does not read on. */
const NUMBERS = [
  { number: '110', title: '打 110', note: '有人打您、威胁您，人有危险' },
  { number: '12338', title: '打 12338', note: '家里有人打骂，妇女儿童求助' },
  { number: '12348', title: '打 12348', note: '法律援助和法律咨询，白天晚上都有人接' },
] as const;

/** One tap to help that does not wait for an answer. */
export function UrgentHelp() {
  return (
    <Card title="等不得，先打电话" flush>
      {NUMBERS.map(({ number, title, note }) => (
        <Row key={number} icon="phone" title={title} note={note} onPress={() => void callNumber(number)} />
      ))}
    </Card>
  );
}
