import { ActionButton } from '@/ui/action-button';

/** On the web, prints the page (or saves it as PDF, with the machine's own Chinese fonts); WeChat cannot print. */
export function PrintButton() {
  if (process.env.TARO_ENV === 'weapp') return null;
  return (
    <div className="no-print">
      <ActionButton onPress={() => window.print()}>打印或存成 PDF</ActionButton>
    </div>
  );
}
