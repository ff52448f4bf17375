/**
 * What personal data is used for, one purpose at a time, as the Personal Information Protection Law wants it told
 * (个人信息保护法 art. 14 and 17) and asked (art. 23, 25 and 29). Each has a version: who agreed to an older one is asked again.
 */

/**
 * - `notice`: needed for what the person asks the service to do (art. 13): told, not asked.
 * - `consent`: asked, and taken back as easily as it is given (art. 15).
 * - `separateConsent`: asked by itself, because others come to see the data (art. 25).
 */
export type PurposeKind = 'notice' | 'consent' | 'separateConsent';

interface PurposeText {
  readonly kind: PurposeKind;
  /** Raised whenever the words change what is done with the data. */
  readonly version: number;
  readonly title: string;
  /** What is taken, what for, who sees it, how long it is kept. */
  readonly text: string;
  /** What stays possible without it. */
  readonly without: string;
  readonly law: string;
}

export const PURPOSES = {
  base: {
    kind: 'notice',
    version: 1,
    title: '登录和办事',
    text: '存微信给的编号、您填的姓名、登录的时间和设备，用来认出是您、让您查看和退出登录。只有您任职或办事要用到时，经办的人才看得到您的姓名。',
    without: '不登录也能看村规。不想再用，可以随时注销。',
    law: '《个人信息保护法》第十三条、第十七条',
  },
  householdBinding: {
    kind: 'consent',
    version: 1,
    title: '认定您是哪一户的人',
    text: '把您的账号和村里登记的那一户连起来，用来看家里的积分和通知。同户的人看得到您已经绑定，村里负责您这一片的工作人员看得到户籍资料，每看一次都有记录。解绑或注销以后不再相连。',
    without: '不绑定户，也能看村规、学法、防诈骗；看不到自家的积分。',
    law: '《个人信息保护法》第十三条、第十四条',
  },
  delegatedCare: {
    kind: 'consent',
    version: 1,
    title: '请人代办',
    text: '让您指定的人或网格员替您报名、申报、查进度。代办的人看得到所办这件事的内容，您看得到他每一次办了什么。随时可以不让他再办。',
    without: '您可以自己办，也可以到村里当面办。',
    law: '《个人信息保护法》第十四条、第二十三条',
  },
  bookingPhone: {
    kind: 'consent',
    version: 1,
    title: '预约时留电话',
    text: '预约法律顾问或接访时留的电话号码，只给接待您的人看，用来改时间和回电话。这次预约结束三十天后删除。',
    without: '不留电话也能预约，改时间只在这里通知。',
    law: '《个人信息保护法》第十四条',
  },
  photos: {
    kind: 'consent',
    version: 1,
    title: '上传照片',
    text: '申报积分、报隐患时上传的照片，只给审核的人看。照片里的拍摄地点和时间在上传时就去掉。没有用上的照片一天后删除，用上的跟着那件事一起保存。',
    without: '不传照片，也可以请组长或院落长当面看。',
    law: '《个人信息保护法》第十四条',
  },
  publishName: {
    kind: 'separateConsent',
    version: 1,
    title: '公示时写出我的全名',
    text: '红榜、积分公示、志愿证明，和您要署名的村规意见里写出您的全名，全村的人都看得到。不公开电话、身份证号、住址和健康情况。',
    without: '不同意就只写姓，名字用 * 代替；积分和名次不受影响。',
    law: '《个人信息保护法》第二十五条',
  },
} as const satisfies Record<string, PurposeText>;

export type Purpose = keyof typeof PURPOSES;

/** In the order in which the page shows them. */
export const PURPOSE_KEYS = Object.keys(PURPOSES) as Purpose[];
