import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { aria } from './aria';
import { drawQrCode } from './draw-qr-code';
import './qr-code.scss';

interface Props {
  readonly text: string;
  readonly label: string;
}

/** A QR code, black on white in every mode: a camera reads it. */
export function QrCode({ text, label }: Props) {
  const picture = useMemo(() => `url("data:image/svg+xml,${encodeURIComponent(drawQrCode(text))}")`, [text]);
  return <View className="qr-code" style={{ backgroundImage: picture }} {...aria({ role: 'img', label })} />;
}
