/** Kinds of matter, as people speak of them. */
export const TOPIC_NAMES = {
  family: '婚姻家庭',
  land: '土地山林',
  neighbours: '邻里相邻',
  debt: '借钱欠款',
  work: '打工工伤',
  harm: '受伤赔偿',
  goods: '买卖消费',
  other: '其他',
} as const;
export type Topic = keyof typeof TOPIC_NAMES;
