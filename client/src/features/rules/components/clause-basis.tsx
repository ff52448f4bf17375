import { View } from '@tarojs/components';
import { type Clause, sayBasis } from '../clause-words';
import './clause-basis.scss';

/** The articles that a clause rests on, each with one plain sentence. */
export function ClauseBasis({ basis }: { readonly basis: Clause['basis'] }) {
  return (
    <>
      {basis.map((one) => (
        <View key={sayBasis(one)} className="clause-basis">
          <View className="clause-basis__law">{sayBasis(one)}</View>
          <View className="clause-basis__gist">{one.gist}</View>
        </View>
      ))}
    </>
  );
}
