export default definePageConfig({ navigationBarTitleText: '是不是诈骗', enableShareAppMessage: true });
