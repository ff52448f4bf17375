export default definePageConfig({ navigationBarTitleText: '一次提醒' });
