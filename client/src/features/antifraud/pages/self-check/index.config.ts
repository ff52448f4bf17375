export default definePageConfig({ navigationBarTitleText: '两分钟自查', enableShareAppMessage: true });
