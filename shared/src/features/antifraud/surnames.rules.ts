/** Tables for finding full names in a text. Surnames that are common words as well (和、于、时…) are left out: a person reviews too. */

export const SURNAMES = {
  double: [
    ...['欧阳', '司马', '上官', '诸葛', '司徒', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '宇文', '长孙', '夏侯'],
  ],
  /** The hundred most frequent, and those of the Wuling mountains. */
  single:
    '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董潘袁蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖石贾韦夏付邹熊孟秦邱侯江尹薛闫段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤冉白',
} as const;

/** Characters that no given name has: where one stands, the name has ended or never began. */
export const GIVEN_NAME_NEVER =
  '的了是我你您他她它们在有和与就不都也很到说要让给把被将从对着过吗呢吧啊这那个每某家位里上下中外前后先女男老士生爷妈娘姨叔婆公时候再又还没去来做用以为于之其所因但而或及等当会能可应该只自己才更最已经正银号码款账元块角钱卡网站店厂司部局院所厅处办客服接收报转汇点加发*＊×Ｘ';

/** Words that begin with a surname. */
export const WORDS_LIKE_NAMES: readonly string[] = [
  ...[
    '马上',
    '马路',
    '何时',
    '何人',
    '何种',
    '许多',
    '程序',
    '余额',
    '余款',
    '周末',
    '周围',
    '周边',
    '周转',
    '高薪',
    '高额',
  ],
  ...[
    '高息',
    '高价',
    '高利',
    '万元',
    '万一',
    '任务',
    '任何',
    '任意',
    '江湖',
    '石头',
    '雷同',
    '毛病',
    '白天',
    '白白',
    '向前',
  ],
  ...[
    '严重',
    '严格',
    '陆续',
    '单位',
    '武装',
    '黄金',
    '黄牛',
    '金融',
    '田地',
    '林业',
    '林地',
    '白领',
    '高手',
    '高考',
    '万事',
  ],
  ...[
    '向民',
    '向村',
    '向亲',
    '向陌',
    '向对',
    '向指',
    '向平',
    '向警',
    '向派',
    '向亲',
    '向骗',
    '向群',
    '何处',
    '白酒',
    '史上',
  ],
];
