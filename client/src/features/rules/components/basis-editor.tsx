import { View } from '@tarojs/components';
import {
  ARTICLE_MAX_CHARACTERS,
  BASIS_MAX,
  GIST_MAX_CHARACTERS,
  LAW_MAX_CHARACTERS,
} from '@xiangyue/shared/features/rules/work.contract';
import { Heading } from '@/ui/heading';
import { Icon } from '@/ui/icon';
import { Tappable } from '@/ui/tappable';
import { TextButton } from '@/ui/text-button';
import { TextField } from '@/ui/text-field';
import type { DraftClause } from '../use-draft';
import './basis-editor.scss';

type Basis = DraftClause['basis'][number];

interface Props {
  readonly basis: readonly Basis[];
  readonly onChange: (basis: Basis[]) => void;
}

/** The articles that a clause rests on. */
export function BasisEditor({ basis, onChange }: Props) {
  const change = (at: number, fields: Partial<Basis>) =>
    onChange(basis.map((one, i) => (i === at ? { ...one, ...fields } : one)));
  return (
    <View className="basis-editor">
      <Heading level={3}>依据哪条法</Heading>
      {basis.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an article that is being written has no other name than its place
        <View key={i} className="basis-editor__one">
          <View className="basis-editor__fields">
            <TextField
              label="法"
              value={one.law}
              onChange={(law) => change(i, { law })}
              maxCharacters={LAW_MAX_CHARACTERS}
              example="民法典"
            />
            <TextField
              label="条"
              value={one.article}
              onChange={(article) => change(i, { article })}
              maxCharacters={ARTICLE_MAX_CHARACTERS}
              example="第八条"
            />
          </View>
          <TextField
            label="说的是什么，一句白话"
            value={one.gist}
            onChange={(gist) => change(i, { gist })}
            maxCharacters={GIST_MAX_CHARACTERS}
          />
          <Tappable
            className="basis-editor__remove"
            label={`去掉依据 ${one.law}${one.article}`}
            onPress={() => onChange(basis.filter((_, at) => at !== i))}
          >
            <Icon name="close" />
          </Tappable>
        </View>
      ))}
      {basis.length < BASIS_MAX && (
        <TextButton onPress={() => onChange([...basis, { law: '', article: '', gist: '' }])}>加一条依据</TextButton>
      )}
    </View>
  );
}
