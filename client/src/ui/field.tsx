import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { classes } from './classes';
import './field.scss';

interface Props {
  /** Stands above; what is below it reads it aloud by itself. */
  readonly label: string;
  /** What is wrong with it, in one sentence. */
  readonly mistake?: string;
  readonly className?: string;
  readonly id?: string;
  readonly children: ReactNode;
}

/** One thing to say in a form: its label, where it is said, and what is wrong with what was said. */
export function Field({ label, mistake, className, id, children }: Props) {
  return (
    <View className={classes('field', className)} id={id}>
      <View className="field__label" {...aria({ hidden: true })}>
        {label}
      </View>
      {children}
      {mistake && (
        <View className="field__mistake" {...aria({ role: 'alert' })}>
          {mistake}
        </View>
      )}
    </View>
  );
}
