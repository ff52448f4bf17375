/** The words in which offices write how somebody is related to the head. */
import { RELATION_NAMES, RELATIONS, type Relation } from '../households/household';

const BIRTH_ORDER = ['长', '次', '大', '二', '三', '四', '五', '六', '幺', '小'];
const ordered = (word: string) => BIRTH_ORDER.map((order) => order + word);

const WORDS: Readonly<Record<Relation, readonly string[]>> = {
  head: ['本人', '户主本人', '本人或户主'],
  spouse: ['妻', '夫', '妻子', '丈夫', '爱人', '老婆', '老公'],
  son: ['子', '独生子', '养子', '继子', ...ordered('子'), ...ordered('儿子')],
  daughter: ['女', '独生女', '养女', '继女', ...ordered('女'), ...ordered('女儿')],
  sonInLaw: ['婿', '上门女婿'],
  daughterInLaw: ['媳', '儿媳妇', '子媳'],
  grandchild: [
    ...['孙', '孙子', '孙女', '孙儿', '外孙', '外孙子', '外孙女', '孙子女', '外孙子女', '曾孙', '曾孙子', '曾孙女'],
    ...['长孙', '次孙', '长孙女', '次孙女'],
  ],
  father: ['父', '爸爸', '继父', '养父'],
  mother: ['母', '妈妈', '继母', '养母'],
  parentInLaw: ['公公', '婆婆', '岳父', '岳母', '公婆', '岳父母', '家公', '家婆'],
  grandparent: ['祖父', '祖母', '爷爷', '奶奶', '外祖父', '外祖母', '外公', '外婆', '曾祖父', '曾祖母'],
  sibling: [
    ...['兄', '弟', '姐', '妹', '哥哥', '弟弟', '姐姐', '妹妹', '兄弟', '姐妹', '姊妹', '兄妹', '姐弟'],
    ...['长兄', '胞兄', '胞弟', '胞姐', '胞妹'],
  ],
  otherRelative: [
    ...['亲属', '侄', '侄子', '侄儿', '侄女', '外甥', '外甥女', '叔叔', '叔父', '伯父', '姑姑', '姑母', '舅舅', '舅父'],
    ...['姨', '姨母', '嫂', '嫂子', '弟媳', '弟妹', '姐夫', '妹夫', '孙媳', '孙媳妇', '孙婿', '孙女婿', '重孙'],
  ],
  notRelated: ['其他非亲属', '无亲属关系', '保姆', '寄居'],
};

/** Every word that is understood. */
export const RELATION_WORDS: ReadonlyMap<string, Relation> = new Map(
  RELATIONS.flatMap((relation) =>
    [RELATION_NAMES[relation], ...WORDS[relation]].map((word) => [word, relation] as const),
  ),
);
